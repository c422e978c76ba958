import { useState } from 'react';
import type { Asker } from '../../../core/consent/asker.ts';
import type { ReviewView } from '../../../core/consent/prompt-view.ts';
import { send } from '../../../messaging/send.ts';
import { AskerCard } from '../../../ui/components/asker-card.tsx';
import { Button } from '../../../ui/components/button.tsx';
import { writeDatum } from '../../../ui/components/datum-value.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { RadioList } from '../../../ui/components/radio-list.tsx';
import { showControls } from '../../../ui/components/value-text.tsx';
import { nameActsFor, nameRelation } from '../../../ui/text/name-acts-for.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

type Props = { readonly promptId: string; readonly asker: Asker; readonly onReload: () => void };
type Shown<Kind extends ReviewView['kind']> = Extract<ReviewView, { kind: Kind }>;

/** In whose place one signs, what of it reaches the agency, and the way to another mandate where there is one. */
export function ActsForPart({
  actsFor,
  agency,
  isDisabled,
  onChange,
}: {
  readonly actsFor: NonNullable<Shown<'ready'>['actsFor']>;
  readonly agency: string;
  readonly isDisabled: boolean;
  readonly onChange: () => void;
}) {
  const text = useText();
  const { t } = text;
  const change = (
    <Button isDisabled={isDisabled} onPress={onChange}>
      {t('sign.changeMandate')}
    </Button>
  );
  return (
    <Notice title={t('sign.actsFor', nameActsFor(actsFor, text))} actions={actsFor.isChosen && change}>
      {t('sign.actsForHelp', { agency })}
    </Notice>
  );
}

/** Several mandates fit: the citizen says as what they sign. Nothing is chosen for them. */
export function ChooseMandate({ promptId, asker, review, onReload }: Props & { readonly review: Shown<'open'> }) {
  const text = useText();
  const { t, pick, language } = text;
  const [chosen, setChosen] = useState<string | null>(null);
  const action = useAction();
  const goOn = () =>
    action.run(async () => {
      await send('sign/act-as', { id: promptId, mandateId: chosen });
      onReload();
    });
  const options = review.mandates.map(({ id, relation, issuer, lastDay }) => ({
    value: id,
    content: (
      <>
        <strong>{nameRelation(relation, text)}</strong>
        <span className="soft small">
          {t('sign.mandateFrom', { issuer: pick(issuer), until: writeDatum('mandate-until', lastDay, language) })}
        </span>
      </>
    ),
  }));
  return (
    <DecisionFrame
      title={t('sign.chooseMandate')}
      actions={
        <>
          <Button kind="primary" wide isDisabled={chosen === null} isPending={action.isRunning} onPress={goOn}>
            {t('sign.useMandate')}
          </Button>
          <Button onPress={() => void send('consent/deny', { id: promptId })}>{t('sign.later')}</Button>
        </>
      }
    >
      <AskerCard asker={asker} />
      <h2>{pick(review.title)}</h2>
      <p>{t('sign.chooseMandateHelp', { name: showControls(review.name) })}</p>
      <RadioList label={t('sign.mandates')} value={chosen} options={options} onChange={setChosen} />
      <ErrorNotice code={action.error} />
    </DecisionFrame>
  );
}

/** The form is about somebody else, and nothing that is held lets the citizen sign for them: why, and what to do. */
export function Unmandated({ promptId, asker, review, onReload }: Props & { readonly review: Shown<'unmandated'> }) {
  const text = useText();
  const { t, pick, error } = text;
  const relations = review.relations.map((relation) => nameRelation(relation, text)).join(t('common.or'));
  const why = review.problem === 'mandate_required' ? t('sign.unmandatedHelp', { relations }) : error(review.problem);
  return (
    <DecisionFrame
      title={t('sign.unmandated')}
      actions={
        <>
          <Button kind="primary" wide autoFocus onPress={() => void send('consent/deny', { id: promptId })}>
            {t('sign.backToForm')}
          </Button>
          <Button onPress={onReload}>{t('sign.reviewAgain')}</Button>
        </>
      }
    >
      <AskerCard asker={asker} />
      <h2>{pick(review.title)}</h2>
      <Notice tone="warn">{why}</Notice>
      <p>{t('sign.unmandatedMistake')}</p>
      <p>{t('sign.unmandatedGet')}</p>
    </DecisionFrame>
  );
}
