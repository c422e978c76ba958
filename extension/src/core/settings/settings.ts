import * as z from 'zod/mini';

/** Languages that the wallet speaks. */
export const language = z.enum(['fa', 'en']);
/** Colours of the pages; `system` follows the device. */
export const theme = z.enum(['system', 'light', 'dark']);

/** How long the vault stays open without being used. */
export const autoLockMinutes = z.number().check(z.int(), z.gte(1), z.lte(60));

/** What the citizen chose, in plain storage: nothing of it is personal (stored shape, version 1). */
export const settings = z.strictObject({
  language: z._default(language, 'fa'),
  theme: z._default(theme, 'system'),
  autoLockMinutes: z._default(autoLockMinutes, 15),
  /** Origins, with their port, where the wallet offers itself. */
  enabledOrigins: z._default(z.array(z.string()), []),
  /** Whether pages of those origins may ask through `navigator.credentials`. */
  answersDigitalCredentials: z._default(z.boolean(), true),
  /** Whether an icon stands in the fields of those origins' forms… */
  showsFieldIcon: z._default(z.boolean(), true),
  /** …but for these. */
  withoutFieldIcon: z._default(z.array(z.string()), []),
});
export type Settings = z.infer<typeof settings>;

/** The settings that `stored` holds. Whatever cannot be read falls back to its default: settings must never keep a vault shut. */
export function parseSettings(stored: unknown): Settings {
  const whole = settings.safeParse(stored);
  return whole.success ? whole.data : settings.parse(keepReadable(stored));
}

function keepReadable(stored: unknown): object {
  const members = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(members.filter(([name, value]) => settings.safeParse({ [name]: value }).success));
}
