import { browser } from 'wxt/browser';

type Area = { readonly setAccessLevel?: (level: { readonly accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/**
 * Closes the extension's storage to its own scripts in web pages: none of them needs it, and a page that broke into one
 * could read which sites the citizen uses, switch others on, or shorten the wait after wrong codes. Chromium opens
 * `local` to them unless told; Firefox before 2026 has no such switch, and never opens `session`.
 */
export async function closeStorageToPages(): Promise<void> {
  const areas: readonly Area[] = [browser.storage.local, browser.storage.session];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
