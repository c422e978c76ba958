import type { ReactNode } from 'react';
import { subscribeToChanges } from '../platform/change-signal.ts';
import { onSettingsChange, readSettings } from '../platform/settings-store.ts';
import { applyAppearance } from '../ui/appearance.ts';
import { mountPage } from '../ui/mount-page.tsx';

/** Shows one page of ours as the citizen set it, and follows when the settings change in another page. */
export async function startPage(page: ReactNode): Promise<void> {
  const settings = await readSettings();
  onSettingsChange((changed) => (changed.language === settings.language ? applyAppearance(changed) : location.reload()));
  mountPage(page, { appearance: settings, subscribe: subscribeToChanges });
}
