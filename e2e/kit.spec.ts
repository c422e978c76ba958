import { expectedFields } from '@daricheh/agencies/expected';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import type { RunningWorld } from './demo.ts';
import { expect, test } from './demo-fixtures.ts';
import { openTax } from './screens/tax.ts';
import { typeByHand } from './type-by-hand.ts';

const person = getLetterPerson('mahin-daneshvar');
const kitFiles = '**/daricheh/kit-*.js';

/** What stands at a path of the site, as a page of it reads it. */
async function readText(page: Page, path: string): Promise<string> {
  return page.evaluate(async (address) => (await fetch(address)).text(), path);
}

/** Types what can be typed into the page, and posts it without a wallet. */
async function sendPlainly(page: Page, world: RunningWorld): Promise<void> {
  const html = await page.content();
  const fields = expectedFields.tax(person, { isSignedIn: false }).filter(({ selector }) => html.includes(selector.slice(1, -1)));
  await typeByHand(page, fields);
  await page.locator('[name=total_income]').fill('۱۲۰۰۰۰۰۰۰');
  await page.locator('[name=deductions]').fill('۰');
  await openTax(page, world, 'fa').plainButton.click();
  await expect(page.locator('[data-case-number]')).not.toBeEmpty();
}

test('one changed byte of the script: the browser refuses it, and the form still posts', async ({ wallet, world }) => {
  const page = await wallet.context.newPage();
  const refusals: string[] = [];
  page.on('console', (message) => void refusals.push(message.text()));
  await openTax(page, world, 'fa').openHome();
  const body = `${await readText(page, '/daricheh/kit.js')} `;
  await page.route(kitFiles, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await openTax(page, world, 'fa').openReturn();
  await expect.poll(() => refusals.join('\n')).toContain('integrity');
  expect(await page.locator('.daricheh-status').count()).toBe(0);
  await sendPlainly(page, world);
});

test('the script leaves the page’s own world as it was, under a policy without anything inline', async ({ wallet, world }) => {
  const page = await wallet.context.newPage();
  await page.addInitScript(() => {
    const seen = new Map<string, unknown>();
    const read = () => {
      const found = new Map<string, unknown>();
      for (const name of Object.getOwnPropertyNames(window)) {
        found.set(name, undefined);
        const prototype: unknown = name === 'event' ? undefined : Object.getOwnPropertyDescriptor(window, name)?.value?.prototype;
        if (typeof prototype !== 'object' || prototype === null) continue;
        for (const [member, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
          found.set(`${name}.${member}`, value ?? get ?? set);
        }
      }
      return found;
    };
    for (const [name, value] of read()) seen.set(name, value);
    const broken: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective));
    document.addEventListener('daricheh-test', () => {
      const now = read();
      const changed = [...new Set([...now.keys(), ...seen.keys()])].filter(
        (name) => now.get(name) !== seen.get(name) || now.has(name) !== seen.has(name),
      );
      document.documentElement.dataset['test'] = JSON.stringify({ changed, broken, count: now.size });
    });
  });
  const tax = openTax(page, world, 'fa');
  await tax.openReturn();
  await expect(tax.statusLine).toBeAttached();
  await page.evaluate(() => document.dispatchEvent(new Event('daricheh-test')));
  const { changed, broken, count } = JSON.parse((await page.locator('html').getAttribute('data-test')) ?? '');
  expect({ changed, broken }).toEqual({ changed: [], broken: [] });
  expect(count).toBeGreaterThan(5000);
});

test('what does not fit between form and definition is told to the developer, once, and the form still posts', async ({
  wallet,
  world,
}) => {
  const page = await wallet.context.newPage();
  const told: string[] = [];
  page.on('console', (message) => void (message.type() === 'warning' && told.push(message.text())));
  await openTax(page, world, 'fa').openHome();
  const body = (await readText(page, '/return?lang=fa'))
    .replace('name="email"', 'name="mail"')
    .replace('name="occupation"', 'name="job" data-daricheh-field="occupation"');
  await page.route('**/return?lang=fa', (route) => route.fulfill({ contentType: 'text/html', body }));
  await openTax(page, world, 'fa').openReturn();
  await expect.poll(() => told.filter((words) => words.startsWith('Daricheh:'))).toHaveLength(1);
  const [words] = told.filter((each) => each.startsWith('Daricheh:'));
  expect(words).toContain('Field "email" has no control.');
  expect(words).toContain('Control "mail" answers no field');
  expect(words).not.toContain('occupation');
  await sendPlainly(page, world);
});
