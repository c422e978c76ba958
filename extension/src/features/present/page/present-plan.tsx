import { Fragment } from 'react';
import { chooseAnswers } from '../../../core/consent/choose-answers.ts';
import type { NextCopy } from '../../../core/consent/disclosure-plan.ts';
import type { ShownPlan } from '../../../core/consent/prompt-view.ts';
import { Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { ClaimRows } from './claim-rows.tsx';
import { DocumentChoice } from './document-choice.tsx';
import type { Selection } from './selection.ts';
import { SetChoice } from './set-choice.tsx';

/** Everything that can be shown, with what the citizen decides: which way, which documents, which claims of them. */
export function PresentPlan({
  plan,
  selection,
  isWhole,
}: {
  readonly plan: ShownPlan;
  readonly selection: Selection;
  readonly isWhole: boolean;
}) {
  const { t } = useText();
  const chosenIds = new Set(
    plan.sets.flatMap(({ options }) => options.filter(({ key }) => selection.has(key)).flatMap(({ queryIds }) => queryIds)),
  );
  return (
    <>
      <p className="soft small">{t('present.intro')}</p>
      {plan.sets.map((set) => (
        <SetChoice key={set.options[0]?.key} set={set} parts={plan.parts} selection={selection} />
      ))}
      {plan.parts
        .filter(({ queryId }) => chosenIds.has(queryId))
        .map((part) => (
          <div key={part.queryId} className="part">
            <DocumentChoice part={part} selection={selection} />
            {part.credentials
              .filter(({ key }) => selection.has(key))
              .map(({ key, vct, claims, nextCopy }) => (
                <Fragment key={key}>
                  <ClaimRows vct={vct} claims={claims} selection={selection} />
                  <SeenBefore nextCopy={nextCopy} />
                </Fragment>
              ))}
          </div>
        ))}
      {!isWhole && <Notice tone="warn">{t('present.incomplete')}</Notice>}
      <p className="soft small">{t('consent.passkeyHint')}</p>
    </>
  );
}

/** That whoever saw this copy before can tell that it is the same. Nothing where nobody has. */
function SeenBefore({ nextCopy }: { readonly nextCopy: NextCopy }) {
  const { t } = useText();
  if (nextCopy === 'unseen') return null;
  return (
    <Notice tone="warn" title={t('present.linkable')}>
      {t(nextCopy === 'seen' ? 'present.copySeen' : 'present.copyAskedFor')}
    </Notice>
  );
}

/** Whether what is on answers the whole request. */
export function isAnswerWhole(plan: ShownPlan, selected: readonly string[]): boolean {
  return chooseAnswers(plan, selected) !== undefined;
}
