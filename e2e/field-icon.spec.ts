import { findDemoFolder, loadDemo } from '@daricheh/scripts/demo';
import type { Page } from '@playwright/test';
import type { WalletBrowser } from './browser.ts';
import { expect, findBarriers, test } from './fixtures.ts';
import type { Language } from './screens/onboarding.ts';
import { makeWallet, tell } from './screens/wallet-data.ts';

const demo = loadDemo(findDemoFolder());
const { origin } = demo.agencies.municipality;
const stranger = demo.agencies.transport.origin;
const form = `<main><form><p><label>کد ملی <input name="a" style="width:300px;height:38px"></label></p>
  <p><label>نام <input name="b" style="width:300px;height:38px"></label></p></form><div id="rest" style="height:2000px"></div></main>`;

type Opened = { readonly page: Page; readonly home: Page };

/** A page of an agency on which the wallet is on, and nothing else of it is open. */
async function open(wallet: WalletBrowser, options: { readonly language?: Language; readonly body?: string } = {}): Promise<Opened> {
  const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>آزمون</title><body>${options.body ?? form}</body></html>`;
  await wallet.context.route(`${origin}/form`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const language = options.language ?? 'fa';
  const home = await makeWallet(wallet, { facts: { 'national-id': '9990014043', 'given-name': 'سارا' }, origins: [origin], language });
  const page = await wallet.context.newPage();
  await page.goto(`${origin}/form`);
  return { page, home };
}

const icon = (page: Page) => page.locator('daricheh-icon');

/** Goes into a field, and waits until its icon has stood there as long as a click needs. */
async function showIcon(page: Page, name = 'a'): Promise<{ x: number; y: number }> {
  await page.locator(`[name=${name}]`).click();
  await expect(icon(page)).toBeVisible();
  await page.waitForTimeout(500);
  const box = await icon(page).boundingBox();
  if (!box) throw new Error('The icon stands nowhere.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Panels and windows of the wallet that stand open beside pages. */
async function countPanels(wallet: WalletBrowser): Promise<number> {
  const addresses = await (await wallet.findWorker()).evaluate(async () =>
    (await chrome.runtime.getContexts({})).map(({ documentUrl }) => documentUrl ?? ''),
  );
  return addresses.filter((address) => /sidepanel|consent/.test(address)).length;
}

/** What every refused click owes; and then, with the page as it was, the same click opens the panel: it was the page that was refused. */
async function expectRefused(wallet: WalletBrowser, { page, home }: Opened): Promise<void> {
  expect(await countPanels(wallet)).toBe(0);
  expect(await page.locator('input').evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value))).toEqual(['', '']);
  expect(await tell(home, 'history/list', {})).toEqual([]);
  await page.bringToFront();
  await page.locator('#rest').click({ position: { x: 5, y: 300 } });
  const { x, y } = await showIcon(page);
  await page.mouse.click(x, y);
  await expect.poll(() => countPanels(wallet)).toBe(1);
}

/** What a screen reader would call the icon: our own shadow root is closed to the page, and to Playwright. */
async function readIconName(page: Page): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.find(({ role, name }) => role?.value === 'button' && /دریچه|Daricheh/.test(name?.value ?? ''))?.name?.value;
}

test('the icon stands in the field that has the focus, goes with it, and opens the panel; nothing is filled by it', async ({ wallet }) => {
  const { page, home } = await open(wallet);
  await expect(icon(page)).toHaveCount(0);
  await showIcon(page);
  const field = await page.locator('[name=a]').boundingBox();
  const first = await icon(page).boundingBox();
  // Written from right to left, a line ends at its left.
  expect(Math.round((first?.x ?? 0) - (field?.x ?? 0))).toBeLessThan(12);
  await expect.poll(() => readIconName(page)).toBe('دریچه ۲ خانهٔ این فرم را می‌تواند پر کند (Alt+Shift+D)');
  expect(await page.evaluate(() => document.querySelector('daricheh-icon')?.shadowRoot ?? null)).toBeNull();

  await test.step('it follows the page, and makes room for what is typed', async () => {
    await page.evaluate(() => window.scrollBy(0, 5));
    await expect.poll(async () => Math.round((await icon(page).boundingBox())?.y ?? 0)).toBe(Math.round((first?.y ?? 0) - 5));
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.evaluate(() =>
      document.querySelector('main')?.prepend(Object.assign(document.createElement('p'), { style: 'height:70px' })),
    );
    await expect.poll(async () => ((await icon(page).boundingBox())?.y ?? 0) > (first?.y ?? 0)).toBe(true);
    await page.locator('[name=a]').pressSequentially('x'.repeat(60), { delay: 0 });
    await expect(icon(page)).toBeHidden();
    await page.locator('[name=a]').fill('');
    await expect(icon(page)).toBeVisible();
  });
  await test.step('it is gone with the focus, and with the field', async () => {
    await page.locator('[name=b]').focus();
    await expect(icon(page)).toHaveCount(1);
    await page.locator('[name=b]').blur();
    await expect(icon(page)).toHaveCount(0);
    await page.locator('[name=b]').click();
    await expect(icon(page)).toBeVisible();
    await page.locator('[name=b]').evaluate((element) => element.closest('p')?.remove());
    await expect(icon(page)).toBeHidden();
  });
  await test.step('a click opens the panel with the plan, and writes nothing', async () => {
    const { x, y } = await showIcon(page);
    await page.mouse.click(x, y);
    await expect.poll(() => countPanels(wallet)).toBe(1);
    await expect(page.locator('[name=a]')).toHaveValue('');
    expect(await tell(home, 'history/list', {})).toEqual([]);
  });
});

test('the icon is taken away for one site and for all, at once and for good', async ({ wallet }) => {
  const { page } = await open(wallet, { language: 'en' });
  await showIcon(page);
  expect(await readIconName(page)).toContain('Daricheh can fill 2 fields of this form');
  const panel = await wallet.openSidePanel(page);
  const here = panel.getByText('Daricheh’s icon in this site’s fields');
  await here.click();
  await expect(icon(page)).toHaveCount(0);
  expect(await findBarriers(panel)).toEqual([]);
  await wallet.stopWorker();
  await page.reload();
  await page.bringToFront();
  await page.locator('[name=a]').click();
  await page.waitForTimeout(300);
  await expect(icon(page)).toHaveCount(0);
  const settings = await wallet.context.newPage();
  await settings.goto(`${wallet.origin}/wallet.html#/settings`);
  await expect(settings.getByText('Alt+Shift+D')).toBeVisible();
  await settings.getByRole('button', { name: 'Show it again' }).click();
  await page.bringToFront();
  await page.locator('[name=b]').click();
  await expect(icon(page)).toBeVisible();
  await settings.bringToFront();
  // A switch says whether it is on in the colours of the system too, which leave no background of ours.
  await settings.emulateMedia({ forcedColors: 'active' });
  const everywhere = settings.locator('.toggle').filter({ hasText: 'Daricheh’s icon in form fields' });
  const readTrack = () => everywhere.locator('.toggle-track').evaluate((track) => getComputedStyle(track).backgroundColor);
  const whenOn = await readTrack();
  await settings.getByText('Daricheh’s icon in form fields').click();
  await expect(icon(page)).toHaveCount(0);
  await expect.poll(readTrack).not.toBe(whenOn);
});

test('A1, A4: a page, a part of it, or an icon that is faded, filtered or bent: its click opens nothing', async ({ wallet }) => {
  const opened = await open(wallet);
  const { page } = opened;
  const spot = await showIcon(page);
  const tricks = [
    ...['html', 'body', 'main'].flatMap((on) => ['.01', '.6'].map((opacity) => [on, 'opacity', opacity] as const)),
    ['main', 'filter', 'url(#bend)'],
    ['body', 'filter', 'blur(9px)'],
    ['main', 'filter', 'opacity(.05)'],
    ['form', 'transform', 'scale(.3)'],
    ['form', 'transform', 'rotate(180deg)'],
    ['main', 'mix-blend-mode', 'difference'],
    ['form', 'clip-path', 'inset(49%)'],
    ['daricheh-icon', 'opacity', '.02'],
    ['daricheh-icon', 'filter', 'opacity(0)'],
    ['daricheh-icon', 'transform', 'scale(12, .9)'],
    ['daricheh-icon', 'clip-path', 'inset(0 0 80% 0)'],
  ] as const;
  for (const [on, property, value] of tricks) {
    await test.step(`${on}: ${property} ${value}`, async () => {
      await page.evaluate(
        ([selector, name, text]) => {
          const element = document.querySelector<HTMLElement>(selector);
          element?.style.setProperty(name, text, 'important');
        },
        [on, property, value] as const,
      );
      await page.mouse.click(spot.x, spot.y);
      await page.waitForTimeout(150);
      await page.evaluate(([selector, name]) => document.querySelector<HTMLElement>(selector)?.style.removeProperty(name), [
        on,
        property,
      ] as const);
      if ((await icon(page).count()) === 0 || !(await icon(page).isVisible())) await showIcon(page);
    });
  }
  await expectRefused(wallet, opened);
});

test('A2: what lies over the icon in the top layer and lets clicks through: the click opens nothing', async ({ wallet }) => {
  const opened = await open(wallet);
  const { page } = opened;
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.id = 'cover';
    cover.popover = 'manual';
    cover.textContent = 'Claim your prize';
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff;margin:0;border:0';
    document.body.append(cover);
  });
  const show = () => page.evaluate(() => document.querySelector<HTMLElement>('#cover')?.showPopover());
  const hide = () => page.evaluate(() => document.querySelector<HTMLElement>('#cover')?.hidePopover());
  const { x, y } = await showIcon(page);
  for (const waitMs of [0, 300]) {
    await show();
    await page.waitForTimeout(waitMs);
    await page.mouse.click(x, y);
    await page.waitForTimeout(400);
    await hide();
    await page.waitForTimeout(400);
  }
  await test.step('put there by the press itself', async () => {
    await page.evaluate(() =>
      addEventListener('pointerdown', () => document.querySelector<HTMLElement>('#cover')?.showPopover(), { capture: true, once: true }),
    );
    await page.mouse.click(x, y);
    await page.waitForTimeout(400);
    await hide();
  });
  await test.step('an icon under a finger that has only just come', async () => {
    await page.locator('[name=a]').blur();
    await page.mouse.move(x, y);
    await page.evaluate(() => document.querySelector<HTMLElement>('[name=a]')?.focus());
    await expect(icon(page)).toBeVisible();
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(400);
  });
  await expectRefused(wallet, opened);
});

test('A3: an icon that moves under the hand, a script’s click, an agency in another site’s frame: nothing opens', async ({ wallet }) => {
  const opened = await open(wallet);
  const { page } = opened;
  const { x, y } = await showIcon(page);
  await test.step('moved between press and click, and back', async () => {
    await page.mouse.move(x, y);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('daricheh-icon');
      const left = host?.style.left ?? '';
      host?.style.setProperty('left', '400px', 'important');
      addEventListener('pointerdown', () => host?.style.setProperty('left', left, 'important'), { capture: true, once: true });
    });
    await page.mouse.down();
    await page.evaluate(() => document.querySelector<HTMLElement>('daricheh-icon')?.style.setProperty('top', '300px', 'important'));
    await page.mouse.up();
    await page.waitForTimeout(300);
    await page.locator('[name=b]').click();
  });
  await test.step('moved to where the hand is', async () => {
    await showIcon(page);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('daricheh-icon');
      host?.style.setProperty('left', '500px', 'important');
      host?.style.setProperty('top', '300px', 'important');
    });
    await page.mouse.click(510, 310);
    await page.waitForTimeout(300);
    await page.locator('[name=b]').click();
  });
  await test.step('clicked by a script', async () => {
    await showIcon(page);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('daricheh-icon');
      host?.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        host?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 10, clientY: 10 }));
      host?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    });
    await page.waitForTimeout(300);
  });
  await test.step('in a page of another site there is no icon at all', async () => {
    const outer = `<!doctype html><title>outer</title><iframe src="${origin}/form" style="width:600px;height:300px"></iframe>`;
    await wallet.context.route(`${stranger}/outer`, (route) => route.fulfill({ contentType: 'text/html', body: outer }));
    const framing = await wallet.context.newPage();
    await framing.goto(`${stranger}/outer`);
    const inner = framing.frameLocator('iframe');
    await inner.locator('[name=a]').click();
    await framing.waitForTimeout(400);
    await expect(inner.locator('daricheh-icon')).toHaveCount(0);
    await framing.close();
  });
  await expectRefused(wallet, opened);
});
