import { useState } from 'react';
import type { CaseLine, NextAction } from '../../../core/cases/list-cases.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { CoSignLink } from '../../../ui/components/co-sign-link.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

type Props = { readonly line: CaseLine; readonly awaited: Extract<NextAction, { kind: 'co-sign' }> };

/** The link for the other person who must sign, and the way to take back one's own signature while they have not. */
export function CoSignStep({ line: { id, agency }, awaited: { label, link, expiresAtMs } }: Props) {
  const { t, pick } = useText();
  const [isAsking, setAsking] = useState(false);
  const action = useAction();
  const other = pick(label);
  const takeBack = () => action.run(async () => void (await send('cases/take-back', { id })));
  return (
    <>
      <Notice
        title={t('sign.awaitingTitle', { other })}
        actions={
          !isAsking && (
            <Button kind="quiet" onPress={() => setAsking(true)}>
              {t('cases.takeBack')}
            </Button>
          )
        }
      >
        <p>{t('sign.awaitingHelp', { other, atMs: expiresAtMs })}</p>
        <CoSignLink link={link} />
      </Notice>
      {isAsking && (
        <Notice
          tone="warn"
          title={t('cases.takeBackTitle')}
          actions={
            <>
              <Button kind="danger" isPending={action.isRunning} onPress={takeBack}>
                {t('cases.takeBackConfirm')}
              </Button>
              <Button autoFocus onPress={() => setAsking(false)}>
                {t('cases.keepCase')}
              </Button>
            </>
          }
        >
          {t('cases.takeBackHelp', { agency: pick(agency.name) })}
        </Notice>
      )}
      <ErrorNotice code={action.error} />
    </>
  );
}
