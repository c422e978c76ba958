import AxeBuilder from '@axe-core/playwright';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { becomeCitizen, type Citizen, receiveDocuments } from '../citizen.ts';
import { expect, test } from '../demo-fixtures.ts';
import { openConsent } from '../screens/consent.ts';

// What the citizen can choose in the window when a request leaves a choice.

const person = getLetterPerson('sara-rezaei');
const identity = 'urn:daricheh:identity:1';

const words = {
  fa: { optional: /هم نشان داده شود/, show: 'نشان بده', age: /هجده سال/ },
  en: { optional: /^Show .* too/, show: 'Show these', age: /18/ },
} as const;

const part = (id: string, ...paths: readonly string[][]) => ({
  id,
  format: 'dc+sd-jwt',
  meta: { vct_values: [identity] },
  claims: paths.map((path) => ({ path })),
});

const query = {
  credentials: [part('name', ['given_name'], ['family_name']), part('age', ['age_over_18']), part('photo', ['portrait'])],
  credential_sets: [{ options: [['name'], ['age']] }, { options: [['photo']], required: false }],
};

/** Puts a button into a page of the tax administration that asks unsigned, as a page without a server may. */
async function prepareAsk(site: Page, { world }: Citizen): Promise<void> {
  await site.goto(`${world.demo.agencies.tax.origin}/`);
  await site.evaluate((dcql) => {
    const data = { response_type: 'vp_token', response_mode: 'dc_api', nonce: crypto.randomUUID(), dcql_query: dcql };
    const options = { digital: { requests: [{ protocol: 'openid4vp-v1-unsigned', data }] } } as CredentialRequestOptions;
    const tell = (end: unknown) => document.body.setAttribute('data-end', JSON.stringify(end));
    const call = () =>
      navigator.credentials.get(options).then(
        (given) => tell(Reflect.get(given ?? {}, 'data')),
        (error: Error) => tell(error.name),
      );
    const button = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'ask' });
    button.addEventListener('click', () => void call());
    document.body.prepend(button);
  }, query);
}

/** What was disclosed, by the part of the query: claim names with their values. */
async function readShown(site: Page): Promise<Record<string, unknown[][]>> {
  const text = (await site.locator('body').getAttribute('data-end')) ?? '{}';
  const { vp_token: token = {} } = JSON.parse(text) as { vp_token?: Record<string, string[]> };
  const disclose = (presentation: string) =>
    presentation
      .split('~')
      .slice(1, -1)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()).slice(1) as unknown);
  return Object.fromEntries(Object.entries(token).map(([id, presentations]) => [id, presentations.flatMap(disclose)])) as Record<
    string,
    unknown[][]
  >;
}

for (const language of ['fa', 'en'] as const) {
  test(`W10: a way to answer is chosen by keyboard, and nothing else is shown (${language})`, async ({ wallet, world }) => {
    test.setTimeout(150_000);
    const citizen = await becomeCitizen({ wallet, world, person, language });
    await receiveDocuments(citizen);
    const site = await wallet.context.newPage();
    await prepareAsk(site, citizen);
    const { page, ...window } = await openConsent(citizen, () => site.click('#ask'));
    const text = words[language];
    await page.getByRole('radio').first().press('ArrowDown');
    await expect(page.getByRole('radio', { name: text.age })).toBeChecked();
    await expect(page.getByRole('switch', { name: text.optional })).not.toBeChecked();
    // The agency is not registered for the age: it is the citizen's to allow.
    await page.getByRole('switch', { name: text.age }).press('Space');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
    await window.approve('present');
    await window.expectEnd('shown');
    expect(await readShown(site)).toEqual({ age: [['age_over_18', person.claims.age_over_18]] });
  });
}
