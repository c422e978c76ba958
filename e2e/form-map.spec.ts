import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedLevyFields } from '@daricheh/agencies/expected';
import { getLetterPerson } from '@daricheh/agencies/people';
import { formMapMediaType, formMapPath, type MappedField, publishFormMap } from '@daricheh/shared/form-map';
import { decodePemCertificates, encodeX5c } from '@daricheh/shared/x509';
import type { RunningWorld } from './demo.ts';
import { expect, test } from './demo-fixtures.ts';
import { createSigner } from './forged-requests.ts';
import { facts, openOwnPage } from './own-page.ts';
import { openSidePanel, type SidePanelScreen } from './screens/side-panel.ts';
import { listFacts, makeWallet, tell } from './screens/wallet-data.ts';

// What an agency says of its own forms, beside its pages and under its seal.

const words = {
  fa: {
    why: 'چرا «شرح»؟',
    byAgency: 'چون خود نهاد چنین گفته است.',
    empty: 'نهاد خواسته است خالی بماند.',
    partner: 'دربارهٔ همسر است، نه شما. نهاد خود چنین گفته است.',
  },
  en: {
    why: 'Why “شرح”?',
    byAgency: 'because the agency itself says so.',
    empty: 'The agency wants it left empty.',
    partner: 'not you. The agency itself says so.',
  },
} as const;

for (const language of ['fa', 'en'] as const) {
  test(`the agency’s own word goes before every guess, and the panel says whose word it is (${language})`, async ({
    wallet,
    world,
    traffic,
  }, info) => {
    const person = getLetterPerson('sara-rezaei');
    const truth = expectedLevyFields(person);
    const { origin } = world.demo.agencies.municipality;
    await makeWallet(wallet, { facts: listFacts(person), origins: [origin], language });
    const page = await wallet.context.newPage();
    await page.goto(`${origin}/levy`);
    const panel = await openSidePanel(wallet, page, language);
    const text = words[language];
    await panel.page.getByRole('button', { name: text.why }).click();
    await expect(panel.lines.getByText(text.byAgency)).toBeVisible();
    const skipped = (await panel.listSkipped()).join('\n');
    expect(skipped).toContain(text.empty);
    expect(skipped).toContain(text.partner);
    await panel.page.screenshot({ path: info.outputPath('panel.png'), fullPage: true });
    await panel.fill();
    const stands = truth.map(async ({ control }) => [control, await page.locator(`[name="${control}"]`).inputValue()] as const);
    expect(await Promise.all(stands)).toEqual(truth.map(({ control, value }) => [control, value]));
    const asked = traffic.listTo('municipality.localhost').filter(({ url }) => url.pathname === formMapPath);
    expect(asked.map(({ url, answer }) => [url.search, answer.status])).toEqual([['', 200]]);
    for (const name of ['cookie', 'referer', 'if-none-match']) expect(Object.keys(asked[0]?.headers ?? {})).not.toContain(name);
  });
}

/** A map that says of each of these controls that it asks for a national id, under the seal of an agency of the demo. */
function signMap({ demo }: RunningWorld, by: 'municipality' | 'transport', site: string, controls: readonly string[]): Promise<string> {
  const read = (name: string) => readFileSync(join(demo.folder, by, name), 'utf8');
  const seal = { x5c: encodeX5c(decodePemCertificates(read('seal.cert.pem'))), sign: createSigner(createPrivateKey(read('seal.key.pem'))) };
  const fields = controls.map((control): MappedField => ({ control, datum: 'national-id' }));
  const forms = [{ paths: ['/form'], marks: ['coded'], fields }];
  return publishFormMap({ version: 1, forms }, { origin: site, now: new Date() }, seal);
}

const form = `<form><p>بند ۴ <input name="coded"></p>
  <p style="opacity: 0">بند ۵ <input name="unseen"></p><input type="hidden" name="carried">
  <p><label>گذرواژه <input name="secret" type="password"></label></p>
  <p><label>شمارهٔ کارت <input name="card" autocomplete="cc-number"></label></p>
  <p><label>این را خالی بگذارید <input name="trap"></label></p>
  <p><label>کد ملی پدر <input name="father"></label></p></form>`;
const controls = ['coded', 'unseen', 'carried', 'secret', 'card', 'trap', 'father'];

test('B21, B22: another agency’s seal counts for nothing, and the right one for no field that stays as it is', async ({
  wallet,
  world,
  traffic,
}) => {
  const [origin, foreign] = [world.demo.agencies.municipality.origin, world.demo.agencies.transport.origin];
  const maps = new Map([
    [origin + formMapPath, await signMap(world, 'municipality', origin, controls)],
    [foreign + formMapPath, await signMap(world, 'municipality', foreign, controls)],
  ]);
  traffic.standIn(({ href }) => {
    const map = maps.get(href);
    return map === undefined ? undefined : (answer) => answer.writeHead(200, { 'content-type': formMapMediaType }).end(map);
  });
  const opened = await openOwnPage(wallet, form, { at: origin, frames: { [`${foreign}/form`]: form } });
  const read = () =>
    opened.page
      .locator('input')
      .evaluateAll((inputs: HTMLInputElement[]) => inputs.filter(({ value }) => value !== '').map(({ name }) => name));
  await test.step('B22: only the field that anybody sees is filled', async () => {
    await opened.panel.fill();
    expect(await read()).toEqual(['coded']);
    await expect(opened.page.locator('[name="coded"]')).toHaveValue(facts['national-id']);
  });
  await test.step('B21: at the other agency nothing is', async () => {
    await tell(opened.home, 'sites/switch', { origin: foreign, isEnabled: true });
    await opened.page.goto(`${foreign}/form`);
    const panel: SidePanelScreen = await openSidePanel(wallet, opened.page, 'fa');
    await expect(panel.page.getByText(/^پر نمی‌شود/)).toBeVisible();
    await expect(panel.lines).toHaveCount(0);
  });
});
