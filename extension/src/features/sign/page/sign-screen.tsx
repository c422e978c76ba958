import { useRef, useState } from 'react';
import type { Asker } from '../../../core/consent/asker.ts';
import type { ReviewView, ShownFault, SubmissionOutcome } from '../../../core/consent/prompt-view.ts';
import type { PasskeyCeremony } from '../../../core/passkeys/passkey-ceremony.ts';
import { send } from '../../../messaging/send.ts';
import { AskerCard } from '../../../ui/components/asker-card.tsx';
import { Button } from '../../../ui/components/button.tsx';
import { writeDatum } from '../../../ui/components/datum-value.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { PenIcon } from '../../../ui/components/icons.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { SignedView } from '../../../ui/components/signed-view.tsx';
import { makeGesture } from '../../../ui/make-gesture.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import type { TextKey } from '../../../ui/text/translate.ts';
import { useAction } from '../../../ui/use-action.ts';
import { useArmed } from '../../../ui/use-armed.ts';
import { Amends } from './amends-part.tsx';
import { ActsForPart, ChooseMandate, Unmandated } from './mandate-part.tsx';
import { OutcomeScreen, WaitingScreen } from './outcome-screen.tsx';
import { type SendFile, sendFiles } from './send-files.ts';

type Props = {
  readonly promptId: string;
  readonly asker: Asker;
  readonly review: ReviewView;
  readonly ceremony: PasskeyCeremony;
  readonly sendFile: SendFile;
  readonly onDecided: () => void;
  readonly onReload: () => void;
};

/** Everything that a signature would cover, as it would be signed. */
export function SignScreen(props: Props) {
  const { review } = props;
  switch (review.kind) {
    case 'incomplete':
      return <Incomplete {...props} faults={review.faults} />;
    case 'unmandated':
      return <Unmandated {...props} review={review} />;
    case 'open':
      return <ChooseMandate {...props} review={review} />;
    case 'ready':
      return <Review {...props} review={review} />;
  }
}

type ReadyProps = Props & { readonly review: Extract<ReviewView, { kind: 'ready' }> };

function Review({ promptId, asker, review, ceremony, sendFile, onDecided, onReload }: ReadyProps) {
  const { t, pick, language } = useText();
  const [outcome, setOutcome] = useState<SubmissionOutcome>();
  const action = useAction();
  const isArmed = useArmed();
  const agency = pick(review.agency.name);
  const [isKept, setKept] = useState(false);
  const [progress, setProgress] = useState<{ readonly turn: number; readonly count: number }>();
  const arrived = useRef(new Set<string>());
  if (outcome) return <OutcomeScreen outcome={outcome} agency={agency} />;
  if (isKept) return <WaitingScreen />;
  const approve = () =>
    action.run(async () => {
      const assertion = await makeGesture(ceremony, await send('sign/prepare', { id: promptId }));
      if (!assertion) return;
      if (review.hasFiles)
        await sendFiles({ promptId, assertion, sendFile, arrived: arrived.current, onFile: setProgress }).finally(() =>
          setProgress(undefined),
        );
      onDecided();
      setOutcome(await send('sign/approve', { id: promptId, assertion }));
    });
  const keep = () =>
    action.run(async () => {
      await send('sign/keep', { id: promptId });
      onDecided();
      setKept(true);
    });
  const reviewAgain = () =>
    action.run(async () => {
      await send('sign/restart', { id: promptId });
      onReload();
    });
  const sendAsNew = () =>
    action.run(async () => {
      await send('sign/as-new', { id: promptId });
      onReload();
    });
  const chooseAgain = () =>
    action.run(async () => {
      await send('sign/act-as', { id: promptId, mandateId: null });
      onReload();
    });
  const marks = review.differences.map(({ line, datum, held }) => ({
    line,
    text: t('sign.differs', { held: writeDatum(datum, held, language) }),
  }));
  const isChanged = action.error === 'form_changed';
  return (
    <DecisionFrame
      title={t('sign.title')}
      actions={
        <>
          {isChanged ? (
            <Button kind="primary" wide onPress={reviewAgain}>
              {t('sign.reviewAgain')}
            </Button>
          ) : (
            <Button kind="primary" wide icon={<PenIcon />} isDisabled={!isArmed} isPending={action.isRunning} onPress={approve}>
              {t(action.isRunning ? 'sign.sending' : 'sign.approve')}
            </Button>
          )}
          {review.canWait && !isChanged && (
            <Button isDisabled={!isArmed || action.isRunning} onPress={keep}>
              {t('batch.keep')}
            </Button>
          )}
          <Button autoFocus onPress={() => void send('consent/deny', { id: promptId })}>
            {t('sign.later')}
          </Button>
        </>
      }
    >
      <AskerCard asker={asker} />
      <h2>{review.view.title}</h2>
      {review.amends && <Amends amends={review.amends} isDisabled={!isArmed || action.isRunning} onNew={sendAsNew} />}
      {review.actsFor && (
        <ActsForPart actsFor={review.actsFor} agency={agency} isDisabled={!isArmed || action.isRunning} onChange={chooseAgain} />
      )}
      <p className="soft small">{t('sign.intro', { agency })}</p>
      {review.coSigning && <CoSigners coSigning={review.coSigning} />}
      <SignedView view={review.view} marks={marks} />
      <Notice tone="warn" title={t('sign.receives')}>
        <p>{t('sign.receivesNationalId', { agency, id: writeDatum('national-id', review.nationalId, language) })}</p>
        <p>{t('sign.linkable')}</p>
      </Notice>
      <p className="soft small">{t('consent.passkeyHint')}</p>
      <p role="status">{progress && t('sign.sendingFile', progress)}</p>
      <ErrorNotice code={action.error} />
    </DecisionFrame>
  );
}

/** As what one signs a form that two people sign, and whether the other has signed. */
function CoSigners({ coSigning: { role, other, signedAtMs } }: { readonly coSigning: NonNullable<ReadyProps['review']['coSigning']> }) {
  const { t, pick } = useText();
  const names = { role: pick(role), other: pick(other) };
  return (
    <Notice title={t('sign.coSignAs', names)}>
      {signedAtMs === null ? t('sign.coSignFirst', names) : t('sign.coSignSecond', { ...names, atMs: signedAtMs })}
    </Notice>
  );
}

function Incomplete({ promptId, asker, review, faults, onReload }: Props & { readonly faults: readonly ShownFault[] }) {
  const { t, pick } = useText();
  const title = review.kind === 'incomplete' ? pick(review.title) : '';
  return (
    <DecisionFrame
      title={t('sign.incompleteTitle')}
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
      <h2>{title}</h2>
      <Notice tone="warn">{t('sign.incompleteHelp')}</Notice>
      <List label={t('sign.incompleteHelp')}>
        {faults.map(({ field, label, problem }) => (
          <ListRow key={field} title={pick(label)} detail={t(textOf(problem))} />
        ))}
      </List>
    </DecisionFrame>
  );
}

const problems = [
  'missing',
  'absent',
  'not_an_option',
  'ambiguous',
  'not_digits',
  'not_integer',
  'unsafe_integer',
  'not_a_date',
  'not_a_phone',
  'not_an_email',
  'not_an_iban',
  'not_a_country',
  'not_a_boolean',
  'no_file',
  'too_many_files',
  'file_empty',
  'file_too_large',
  'file_type',
  'file_twice',
] as const;

function textOf(problem: string): TextKey & `sign.${(typeof problems)[number]}` {
  return `sign.${problems.find((each) => each === problem) ?? 'missing'}`;
}
