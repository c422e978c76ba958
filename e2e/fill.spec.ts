import { type ExpectedOptions, expectedFields } from '@daricheh/agencies/expected';
import { getLetterPerson, type Person } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { expect, test } from './demo-fixtures.ts';
import { openSidePanel } from './screens/side-panel.ts';
import { listFacts, makeWallet } from './screens/wallet-data.ts';

type AgencyId = keyof typeof expectedFields;

/** What stands in each control that the agency's truth names, on the page that is open. */
async function readControls(page: Page, fields: readonly { readonly control: string }[]): Promise<Record<string, string>> {
  const entries = fields.map(async ({ control }) => {
    const first = page.locator(`[name="${control}"]`).first();
    if ((await first.getAttribute('type')) !== 'radio') return [control, await first.inputValue()] as const;
    const marked = page.locator(`[name="${control}"]:checked`);
    return [control, (await marked.count()) > 0 ? ((await marked.getAttribute('value')) ?? '') : ''] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function listTruth(agency: AgencyId, path: string, person: Person, options: ExpectedOptions = {}) {
  return expectedFields[agency](person, { hasDeclared: true, isSignedIn: false, ...options }).filter((field) => field.page === path);
}

const truthOf = (fields: readonly { control: string; value: string }[]) =>
  Object.fromEntries(fields.map(({ control, value }) => [control, value]));

const forms = [
  { agency: 'municipality', path: '/permit', language: 'fa', person: 'sara-rezaei' },
  { agency: 'municipality', path: '/permit', language: 'fa', person: 'arash-kabiri' },
  { agency: 'municipality', path: '/permit', language: 'fa', person: 'golbakht' },
  { agency: 'transport', path: '/renew', language: 'en', person: 'sara-rezaei' },
  { agency: 'transport', path: '/renew', language: 'en', person: 'momeneh-agahi' },
  { agency: 'tax', path: '/return', language: 'fa', person: 'mahin-daneshvar' },
  { agency: 'tax', path: '/return', language: 'en', person: 'momeneh-agahi' },
] as const;

for (const { agency, path, language, person: id } of forms) {
  test(`${agency} (${language}): every field of ${id} is right, nobody else’s is filled, and all can be taken back`, async ({
    wallet,
    world,
  }) => {
    const person = getLetterPerson(id);
    const { origin } = world.demo.agencies[agency];
    await makeWallet(wallet, { facts: listFacts(person), origins: [origin] });
    const page = await wallet.context.newPage();
    await page.goto(`${origin}${path}${agency === 'tax' ? `?lang=${language}` : ''}`);
    const truth = listTruth(agency, path, person, { language });
    const before = await readControls(page, truth);
    const panel = await openSidePanel(wallet, page, 'fa');
    await panel.fill();
    expect(await readControls(page, truth)).toEqual(truthOf(truth));
    await panel.undo();
    await expect.poll(() => readControls(page, truth)).toEqual(before);
  });
}
