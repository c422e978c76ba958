import { findDemoFolder, loadDemo } from '@daricheh/scripts/demo';
import { expect, test } from './fixtures.ts';
import { formLayouts } from './form-layouts.ts';
import { makeWallet, tell } from './screens/wallet-data.ts';

type Line = { readonly handle: number; readonly datum?: string; readonly why?: string };
type Looked = { readonly frames: readonly { readonly plan: { readonly lines: Line[]; readonly skipped: Line[] } }[] };

const others = new Set(['other-person', 'login', 'card', 'captcha']);

/** Every layout is read by the real content script; a wallet that holds nothing then names each datum as one that it lacks. */
test('forms are understood however they are laid out', async ({ wallet }) => {
  const { origin } = loadDemo(findDemoFolder()).agencies.municipality;
  const home = await makeWallet(wallet, { facts: {}, origins: [origin] });
  for (const [place, { lang, body }] of formLayouts.entries()) {
    const page = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>-</title><body>${body.includes('<form') ? body : `<form>${body}</form>`}</body></html>`;
    await wallet.context.route(`${origin}/layout/${place}`, (route) => route.fulfill({ contentType: 'text/html', body: page }));
  }
  const page = await wallet.context.newPage();
  await page.goto(`${origin}/layout/0`);
  const tabId = await wallet.findTabId(page);
  for (const [place, { name }] of formLayouts.entries()) {
    await page.goto(`${origin}/layout/${place}`);
    const { frames } = (await tell(home, 'fill/look', { tabId })) as Looked;
    const lines = frames.flatMap(({ plan }) => [...plan.lines, ...plan.skipped]);
    const asked = await page.locator('[data-asks]').evaluateAll((controls) => controls.map((control) => control.getAttribute('data-asks')));
    const answers = asked.map((truth, handle) => {
      const line = lines.find((each) => each.handle === handle);
      // A radio button is told with the first of its group.
      if (!line) return truth;
      if (line.why !== undefined && others.has(line.why)) return 'other';
      return line.datum ?? '-';
    });
    expect.soft(answers, name).toEqual(asked);
  }
});
