import { decodeBase64Url } from '@daricheh/shared/encoding';
import { useRef } from 'react';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** Saves the receipt as PDF. The agency makes it, which may take a while: that is said, and whoever does not want to wait need not. */
export function SaveSheet({ id }: { readonly id: string }) {
  const { t, language } = useText();
  const action = useAction();
  const stopWaiting = useRef<() => void>(() => undefined);
  const save = () =>
    action.run(async () => {
      const stopped = new Promise<null>((resolve) => {
        stopWaiting.current = () => resolve(null);
      });
      const made = await Promise.race([send('cases/sheet', { id, language }), stopped]);
      if (made !== null) saveFile(made.name, decodeBase64Url(made.bytes), 'application/pdf');
    });
  return (
    <div className="stack-tight">
      <div className="row">
        <Button isPending={action.isRunning} onPress={save}>
          {t('cases.sheet')}
        </Button>
        {action.isRunning && (
          <Button kind="quiet" onPress={() => stopWaiting.current()}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
      <p className="soft small" role="status">
        {action.isRunning ? t('cases.sheetMaking') : ''}
      </p>
      <p className="soft small">{t('cases.sheetHelp')}</p>
      <ErrorNotice code={action.error} />
    </div>
  );
}
