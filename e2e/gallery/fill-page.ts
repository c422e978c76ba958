import type { GalleryPage } from '@daricheh/agencies/gallery';
import { expect, type Page } from '@playwright/test';
import { readFields } from './read-fields.ts';

/** A tab for the pages, and the side panel about it. */
export type Desk = { readonly site: Page; readonly panel: Page; readonly origin: string };

/** What stood in the fields when the page was new, and what stands there after filling; of a field that has gone, what stood there last. */
export type Filled = { readonly before: Readonly<Record<string, string>>; readonly after: Readonly<Record<string, string>> };

/** Time that a page's own scripts have to reformat, reject and save what was written. */
const settleMs = 350;

/** Opens a page, fills it by the panel, goes through its steps, and reads every field. */
export async function fillPage({ site, panel, origin }: Desk, path: string, page: GalleryPage): Promise<Filled> {
  await site.goto(`${origin}${path}`, { waitUntil: 'load' });
  let before = await readFields(site);
  let after = before;
  for (const step of [undefined, ...page.steps]) {
    if (step !== undefined) {
      await site.locator(step).click();
      before = { ...(await readFields(site)), ...before };
    }
    for (let count = 0; count < page.fills; count += 1) await fillByPanel(panel);
    await site.waitForTimeout(settleMs);
    after = { ...after, ...(await readFields(site)) };
  }
  return { before, after };
}

/** One click on what the panel offers; none where it offers nothing. */
async function fillByPanel(panel: Page): Promise<void> {
  await panel.reload();
  await expect(panel.locator('.fill, .empty-state').first()).toBeVisible();
  const button = panel.locator('.fill-act button');
  if (!(await button.isVisible()) || !(await button.isEnabled())) return;
  await button.click();
  await expect(panel.locator('.notice-good, .notice-bad').first()).toBeVisible();
}
