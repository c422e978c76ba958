import { send } from '../../../messaging/send.ts';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { Toggle } from '../../../ui/components/toggle.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { switchIcon } from './icon-settings.tsx';

/** The switch of the icon for the site of one tab, where the wallet is on; nothing elsewhere, or where the icon is off for all sites. */
export function IconHere({ tabId }: { readonly tabId: number }) {
  const { t } = useText();
  const loaded = useLoaded(() => load(tabId), [tabId]);
  const action = useAction();
  if (loaded.state !== 'ready' || !loaded.value) return null;
  const { origin, isShown } = loaded.value;
  return (
    <>
      <Toggle isSelected={isShown} onChange={(isOn) => action.run(() => switchIcon(origin, isOn).then(loaded.reload))}>
        <span className="small">{t('fieldIcon.here')}</span>
      </Toggle>
      <ErrorNotice code={action.error} />
    </>
  );
}

async function load(tabId: number): Promise<{ readonly origin: string; readonly isShown: boolean } | undefined> {
  const [site, { isOn, offAt }] = await Promise.all([send('sites/describe', { tabId }), send('field-icon/sites', {})]);
  if (!isOn || (site.kind !== 'registered' && site.kind !== 'unknown') || !site.isEnabled) return undefined;
  return { origin: site.origin, isShown: !offAt.includes(site.origin) };
}
