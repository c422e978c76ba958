import { signingVct } from '@daricheh/shared/submission';

/** What this server issues, by the id of its configuration in the metadata. */
export const configurations = {
  identity: {
    vct: 'urn:daricheh:identity:1',
    needsPasskey: false,
    display: { fa: 'شناسنامهٔ دیجیتال', en: 'Digital identity' },
  },
  signing: {
    vct: signingVct,
    needsPasskey: true,
    display: { fa: 'گواهی امضا', en: 'Signing certificate' },
  },
} as const;

export type ConfigurationId = keyof typeof configurations;

/** True when `id` names something that this server issues. */
export function isConfigurationId(id: string): id is ConfigurationId {
  return Object.hasOwn(configurations, id);
}

/** How long a credential lasts. */
export const credentialLifetimeMs = 365 * 86_400_000;
