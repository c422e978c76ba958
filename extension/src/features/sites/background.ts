import { AppError } from '@daricheh/shared/errors';
import { describeSite, type SiteDescription } from '../../core/consent/describe-site.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { TrustKeeper } from '../../core/trust/wallet-trust.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

export type SitesDeps = {
  readonly trust: Pick<TrustKeeper, 'read' | 'describe' | 'update'>;
  readonly readSettings: () => Promise<Settings>;
  readonly writeSettings: (change: Partial<Settings>) => Promise<Settings>;
  /** Address of a tab, where the browser lets us know it. */
  readonly readTabUrl: (tabId: number) => Promise<string | undefined>;
  /** Whether the browser lets us work on this origin. The page that asked has asked the citizen for it. */
  readonly isPermitted: (origin: string) => Promise<boolean>;
  /** Puts our scripts into the pages of the enabled origins, and nowhere else. */
  readonly syncScripts: (settings: Settings) => Promise<void>;
};

/** Answers where the wallet offers itself, and switches it on and off, site by site. */
export function createSitesHandlers(deps: SitesDeps): FeatureHandlers<'sites'> {
  return {
    'sites/list': () => listSites(deps),
    'sites/describe': async ({ tabId }) => {
      const { enabledOrigins } = await deps.readSettings();
      return describeSite(await deps.readTabUrl(tabId), (await deps.trust.read()).list, enabledOrigins);
    },
    'sites/edition': () => deps.trust.describe(),
    'sites/look-for-edition': () => deps.trust.update(),
    'sites/switch': async ({ origin, isEnabled }) => {
      await (isEnabled ? enable(origin, deps) : disable(origin, deps));
      return null;
    },
  };
}

/** Every origin of the trust list, and whatever else the citizen has enabled. */
async function listSites({ trust, readSettings }: SitesDeps): Promise<SiteDescription[]> {
  const [{ list }, { enabledOrigins }] = await Promise.all([trust.read(), readSettings()]);
  const listed = list.agencies.flatMap((agency) => agency.origins);
  return [...new Set([...listed, ...enabledOrigins])].map((origin) => describeSite(origin, list, enabledOrigins));
}

async function enable(origin: string, deps: SitesDeps): Promise<void> {
  const site = describeSite(origin, (await deps.trust.read()).list, []);
  if (site.kind === 'look-alike') throw new AppError('lookalike_origin', { agency: site.agency.id, origin });
  if (site.kind !== 'registered' && site.kind !== 'unknown') throw new AppError('site_not_allowed');
  if (!(await deps.isPermitted(site.origin))) throw new AppError('site_not_allowed');
  const { enabledOrigins } = await deps.readSettings();
  await deps.syncScripts(await deps.writeSettings({ enabledOrigins: [...new Set([...enabledOrigins, site.origin])] }));
}

async function disable(origin: string, deps: SitesDeps): Promise<void> {
  const { enabledOrigins } = await deps.readSettings();
  await deps.syncScripts(await deps.writeSettings({ enabledOrigins: enabledOrigins.filter((each) => each !== origin) }));
}
