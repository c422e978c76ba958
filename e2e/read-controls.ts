import type { ExpectedField } from '@daricheh/agencies/expected';
import type { Page } from '@playwright/test';

/** What stands in each control of a page, by name. Radio buttons and boxes: the value of the one that is set. */
export async function readControls(page: Page, fields: readonly ExpectedField[]): Promise<Readonly<Record<string, string>>> {
  const names = fields.map(({ control }) => control);
  const entries = await page.evaluate((wanted) => {
    const read = (name: string) => {
      const controls = [...document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)];
      const isChoice = controls.some(({ type }) => type === 'radio' || type === 'checkbox');
      return (isChoice ? controls.find(({ checked }) => checked) : controls[0])?.value ?? '';
    };
    return wanted.map((name) => [name, read(name)] as const);
  }, names);
  return Object.fromEntries(entries);
}
