import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { CheckIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { SignedView } from '../../../ui/components/signed-view.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Translate } from '../../../ui/text/translate.ts';
import { useAction } from '../../../ui/use-action.ts';
import { SaveSheet } from './save-sheet.tsx';

/** The receipt of a case, checked anew each time it is shown, beside the text that was signed. */
export function ReceiptPanel({ id }: { readonly id: string }) {
  const { t, f } = useText();
  const loaded = useLoaded(() => send('cases/receipt', { id }), [id]);
  const action = useAction();
  if (loaded.state !== 'ready')
    return loaded.state === 'failed' ? <ErrorNotice code={loaded.code} /> : <p className="soft">{t('common.loading')}</p>;
  const { isValid, manifestHash, receivedAt, stampedAtMs, report, view, logIndex, logProblem, checkPage } = loaded.value;
  const save = () =>
    action.run(async () => {
      const { name, text } = await send('cases/export', { id });
      saveFile(name, text);
    });
  const rows = [
    { key: 'received', label: t('cases.receivedAt'), value: f.time(Date.parse(receivedAt)) },
    ...(stampedAtMs === null ? [] : [{ key: 'stamped', label: t('cases.stampedAt'), value: f.time(stampedAtMs) }]),
    { key: 'hash', label: t('cases.manifestHash'), value: <ValueText dir="ltr">{manifestHash}</ValueText> },
  ];
  return (
    <div className="stack">
      <Notice tone={isValid ? 'good' : 'bad'}>{t(isValid ? 'cases.receiptValid' : 'cases.receiptInvalid')}</Notice>
      {logIndex !== null && <Notice tone="good">{t('cases.inLog', { index: logIndex })}</Notice>}
      <ErrorNotice code={logProblem ?? undefined} />
      {isValid && logIndex === null && logProblem === null && <p className="soft small">{t('cases.notYetInLog')}</p>}
      <FactsList rows={rows} />
      {report.length > 0 && (
        <section className="stack-tight">
          <h3>{t('cases.checks')}</h3>
          <ul className="receipt-steps">
            {report.map(({ step, holds }) => (
              <li key={step} className={holds ? 'receipt-step' : 'receipt-step receipt-step-bad'}>
                <CheckIcon />
                <span className="receipt-step-name">{nameStep(step, t)}</span>
                {!holds && <span className="small">{t('cases.fails')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack-tight">
        <h3>{t('cases.signedText')}</h3>
        <SignedView view={view} />
      </section>
      <div className="stack-tight">
        <div className="row">
          <Button isPending={action.isRunning} onPress={save}>
            {t('cases.export')}
          </Button>
        </div>
        <p className="soft small">{t('cases.exportHelp')}</p>
        <ErrorNotice code={action.error} />
      </div>
      <SaveSheet id={id} />
      <section className="stack-tight">
        <h3>{t('cases.checkTitle')}</h3>
        <p className="soft small">{t('cases.checkHelp')}</p>
        <a href={checkPage} target="_blank" rel="noopener noreferrer" dir="ltr">
          {checkPage}
        </a>
      </section>
    </div>
  );
}

/** The step's words; its own name where the agency checks something that this version does not know. */
function nameStep(step: string, t: Translate): string {
  const known = submissionSteps.find((each) => each === step);
  return known ? t(`cases.step-${known}`) : step;
}

const submissionSteps = [
  'manifest',
  'form',
  'terms',
  'answers',
  'attachments',
  'time',
  'request',
  'request-open',
  'credential',
  'status',
  'certificate',
  'signature',
  'view',
  'passkey',
  'subject',
  'earlier',
  'mandate',
  'mandate-status',
  'mandate-status-fresh',
  'status-fresh',
  'time-stamp',
  'time-stamp-independent',
] as const;
