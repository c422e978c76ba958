import type { SiteDescription } from '../../../core/consent/describe-site.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { List } from '../../../ui/components/list.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { Toggle } from '../../../ui/components/toggle.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import './site-list.css';

/** Asks the browser to let the wallet work on an origin; false when the citizen said no. Only from a click. */
export type RequestSite = (origin: string) => Promise<boolean>;

type Listed = Extract<SiteDescription, { readonly isEnabled: boolean }>;

/** The sites of the trust list and those that the citizen added, each with its switch. */
export function SiteList({ requestSite, offersAll = false }: { readonly requestSite: RequestSite; readonly offersAll?: boolean }) {
  const { t } = useText();
  const sites = useLoaded(() => send('sites/list', {}), []);
  const action = useAction();
  if (sites.state === 'failed') return <ErrorNotice code={sites.code} />;
  if (sites.state === 'loading') return null;
  const listed = sites.value.filter((site) => 'isEnabled' in site);
  if (listed.length === 0) return <p className="soft">{t('settings.noSites')}</p>;
  const off = listed.filter((site) => !site.isEnabled);
  return (
    <div className="stack-tight">
      <List label={t('settings.sites')}>
        {listed.map((site) => (
          <li key={site.origin} className="site-row">
            <Toggle
              isSelected={site.isEnabled}
              onChange={(isEnabled) => action.run(() => switchSite(site.origin, isEnabled, requestSite))}
              help={<ValueText dir="ltr">{site.origin}</ValueText>}
            >
              <SiteName site={site} />
            </Toggle>
          </li>
        ))}
      </List>
      <ErrorNotice code={action.error} />
      {offersAll && off.length > 1 && (
        <div className="row">
          <Button isPending={action.isRunning} onPress={() => action.run(() => switchAll(off, requestSite))}>
            {t('onboarding.allSites')}
          </Button>
        </div>
      )}
    </div>
  );
}

function SiteName({ site }: { readonly site: Listed }) {
  const { t, pick } = useText();
  return site.kind === 'registered' ? <bdi>{pick(site.agency.name)}</bdi> : <span>{t('settings.unlistedSite')}</span>;
}

/** Switches one site; on only after the browser's own permission, where it needs one. @throws AppError `site_not_allowed` */
export async function switchSite(origin: string, isEnabled: boolean, requestSite: RequestSite): Promise<void> {
  if (isEnabled) await requestSite(origin);
  await send('sites/switch', { origin, isEnabled });
}

async function switchAll(sites: readonly Listed[], requestSite: RequestSite): Promise<void> {
  for (const site of sites) await switchSite(site.origin, true, requestSite);
}
