import { expect, test } from '../demo-fixtures.ts';
import { openConsent } from '../screens/consent.ts';
import { becomeHolder, countWindows, listHistory } from './citizen-at-sites.ts';
import { addFrame, openBlank } from './frames.ts';

// Frames that ask: which may, and what becomes of a question whose frame moves on.

test('B3: a frame that has moved on is not answered, and nothing is recorded', async ({ wallet, world }) => {
  const citizen = await becomeHolder({ wallet, world });
  const { origin } = world.demo.agencies.tax;
  const site = await wallet.context.newPage();
  await openBlank(site, `${origin}/outer`);
  const frame = await addFrame(site, `${origin}/framed`, '');
  const window = await openConsent(citizen, () => frame.locator('#ask').click());
  await expect(window.button('present')).toBeEnabled();
  const id = new URL(window.page.url()).searchParams.get('prompt');
  // As the window says it, but without a gesture: while the frame is there, that is what is wrong with it.
  const approve = () =>
    window.page.evaluate((message) => chrome.runtime.sendMessage(message), {
      ...{ daricheh: 'present/approve', request: { id, selected: [], assertion: null } },
    });
  expect(await approve()).toMatchObject({ ok: false, error: { code: 'gesture_invalid' } });
  await frame.goto(`${origin}/framed?next`);
  await frame.evaluate(() =>
    globalThis.addEventListener('daricheh:credential-answer', () => document.body.setAttribute('data-end', 'answered')),
  );
  expect(await approve()).toMatchObject({ ok: false, error: { code: 'page_gone' } });
  await expect(window.heading).toHaveText('That page is gone');
  await expect(window.button('present')).toHaveCount(0);
  expect(await frame.locator('body').getAttribute('data-end')).toBeNull();
  expect(await listHistory(citizen)).toEqual([]);
});

test('B5: a frame of another origin asks only where the page has delegated it', async ({ wallet, world }) => {
  const citizen = await becomeHolder({ wallet, world });
  const { tax, transport } = world.demo.agencies;
  const site = await wallet.context.newPage();
  await openBlank(site, `${transport.origin}/outer`);
  const stranger = await addFrame(site, `${tax.origin}/framed`, '');
  await stranger.locator('#ask').click();
  await expect(stranger.locator('body')).toHaveAttribute('data-end', 'NotAllowedError');
  expect(countWindows(citizen)).toBe(0);
  expect(await listHistory(citizen)).toEqual([]);
  const delegate = await addFrame(site, `${tax.origin}/delegated`, 'digital-credentials-get');
  const window = await openConsent(citizen, () => delegate.locator('#ask').click());
  await expect(window.asker).toBeVisible();
});
