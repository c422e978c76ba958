import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { PenIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** Beside a page whose form can be signed: the way to its review. Nothing where there is no such form. */
export function SignSection({ tabId }: { readonly tabId: number }) {
  const { t } = useText();
  const found = useLoaded(() => send('sign/find', { tabId }), [tabId]);
  const action = useAction();
  if (found.state !== 'ready' || !found.value) return null;
  const begin = () => action.run(async () => void (await send('sign/begin', { tabId })));
  return (
    <Card title={t('sign.title')}>
      <p className="soft small">{t('sign.panelHelp')}</p>
      <Button kind="primary" wide icon={<PenIcon />} isPending={action.isRunning} onPress={begin}>
        {t('sign.action')}
      </Button>
      <ErrorNotice code={action.error} />
    </Card>
  );
}
