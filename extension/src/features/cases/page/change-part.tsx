import { useState } from 'react';
import type { CaseLine } from '../../../core/cases/list-cases.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** Which case it amends or withdraws, and which did that to it; nothing where it stands alone. */
export function CaseLinks({ line: { about, closedBy } }: { readonly line: CaseLine }) {
  const { t } = useText();
  return (
    <>
      {about && <ValueText>{t(`cases.about-${about.kind}`, { number: about.caseNumber })}</ValueText>}
      {closedBy &&
        (closedBy.caseNumber === null ? (
          <span>{t(`cases.unsent-${closedBy.kind}`)}</span>
        ) : (
          <ValueText>{t(`cases.closed-${closedBy.kind}`, { number: closedBy.caseNumber })}</ValueText>
        ))}
    </>
  );
}

type Change = 'amend' | 'withdraw';

/** Amending and withdrawing a case, each once it was said what it means; nothing where neither is possible. */
export function ChangeCase({ line }: { readonly line: CaseLine }) {
  const { t, pick } = useText();
  const [asked, setAsked] = useState<Change>();
  const action = useAction();
  if (!line.canAmend && !line.canWithdraw) return null;
  const about = { agency: pick(line.agency.name) };
  if (!asked) {
    return (
      <div className="row">
        {line.canAmend && (
          <Button kind="quiet" onPress={() => setAsked('amend')}>
            {t('cases.amend')}
          </Button>
        )}
        {line.canWithdraw && (
          <Button kind="quiet" onPress={() => setAsked('withdraw')}>
            {t('cases.withdraw')}
          </Button>
        )}
      </div>
    );
  }
  const go = () =>
    action.run(async () => {
      await send(`cases/${asked}`, { id: line.id });
      setAsked(undefined);
    });
  return (
    <>
      <Notice
        tone="warn"
        title={t(`cases.${asked}Title`)}
        actions={
          <>
            <Button kind={asked === 'withdraw' ? 'danger' : 'primary'} isPending={action.isRunning} onPress={go}>
              {t(`cases.${asked}Confirm`)}
            </Button>
            <Button autoFocus onPress={() => setAsked(undefined)}>
              {t('cases.keepCase')}
            </Button>
          </>
        }
      >
        {t(`cases.${asked}Help`, about)}
      </Notice>
      <ErrorNotice code={action.error} />
    </>
  );
}
