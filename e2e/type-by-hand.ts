import type { ExpectedField } from '@daricheh/agencies/expected';
import type { Page } from '@playwright/test';

/** Types into a page what would stand in it after filling, as somebody without a wallet does. */
export async function typeByHand(page: Page, fields: readonly ExpectedField[]): Promise<void> {
  for (const { selector, value } of fields.filter((field) => field.value !== '')) {
    const control = page.locator(selector).first();
    if ((await control.getAttribute('type')) === 'radio') await page.locator(`${selector}[value="${value}"]`).check({ force: true });
    else if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
}
