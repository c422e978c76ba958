import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchWallet } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { onboard, words } from './screens/onboarding.ts';

const blank = { contentType: 'text/html', body: '<!doctype html><title>Site</title><main></main>' };

test('A5: no page of ours opens in a frame of a site', async ({ wallet }) => {
  await wallet.context.route('https://site.test/**', (route) => route.fulfill(blank));
  const site = await wallet.context.newPage();
  await site.goto('https://site.test/');
  for (const page of ['consent.html', 'wallet.html', 'popup.html', 'sidepanel.html']) {
    await site.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, `${wallet.origin}/${page}`);
  }
  await expect.poll(() => site.frames().length).toBe(5);
  await expect.poll(() => site.frames().filter((frame) => frame.url().startsWith(wallet.origin)).length).toBe(0);
});

test('B19: a site that is not switched on finds no trace of the wallet', async ({ wallet }) => {
  await onboard(wallet);
  await wallet.context.route('https://site.test/**', (route) => route.fulfill(blank));
  const site = await wallet.context.newPage();
  await site.goto('https://site.test/');
  const traces = await site.evaluate(async (origin) => {
    const probes = ['manifest.json', 'wallet.html', 'icon/16.png', 'page-content.js', 'page-forms.js'];
    const answers = await Promise.all(
      probes.map((path) =>
        fetch(`${origin}/${path}`).then(
          () => path,
          () => undefined,
        ),
      ),
    );
    return {
      answers: answers.filter(Boolean),
      nodes: document.documentElement.outerHTML,
      isNative: `${navigator.credentials.get}`.includes('[native code]'),
      globals: Object.keys(globalThis).filter((name) => /daricheh|wxt/i.test(name)),
    };
  }, wallet.origin);
  expect(traces).toMatchObject({ answers: [], isNative: true, globals: [] });
  expect(traces.nodes).not.toContain('daricheh');
});

test('our script in a page reads and writes none of the storage', async ({ wallet }) => {
  await onboard(wallet);
  await wallet.context.route('http://site.localhost/**', (route) => route.fulfill(blank));
  const site = await wallet.context.newPage();
  await site.goto('http://site.localhost/');
  const reached = await (await wallet.findWorker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: 'http://site.localhost/*' });
    const [injection] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: async () => {
        const tries = [chrome.storage.local, chrome.storage.session].flatMap((area) => [
          () => area.get(null),
          () => area.set({ settings: {} }),
        ]);
        const outcomes = await Promise.allSettled(tries.map(async (attempt) => attempt()));
        return outcomes.map(({ status }) => status);
      },
    });
    return injection?.result;
  });
  expect(reached).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
});

test('A25: no other extension and no page can send a message', async ({ wallet }) => {
  const manifest = await (await wallet.findWorker()).evaluate(() => chrome.runtime.getManifest());
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.web_accessible_resources).toBeUndefined();
  // The last one a release asks for with its first site; the build for the demo has its sites from the start.
  expect([...(manifest.permissions ?? [])].sort()).toEqual(
    ['activeTab', 'alarms', 'idle', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage', 'webNavigation'].sort(),
  );
  expect(manifest.host_permissions).toEqual(['*://*.localhost/*']);
});

test('A24: locked, the disk holds neither the key nor the recovery code', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'daricheh-disk-'));
  const wallet = await launchWallet({ profile });
  const { page, recoveryCode } = await onboard(wallet);
  const worker = await wallet.findWorker();
  const key = await worker.evaluate(async () => {
    const { 'vault-key': open } = await chrome.storage.session.get('vault-key');
    return (open as { key: string }).key;
  });
  await page.getByRole('button', { name: words.fa.toWallet }).click();
  await page.getByRole('button', { name: 'قفل کن' }).click();
  await expect(page.getByRole('heading', { name: 'دریچه قفل است' })).toBeVisible();
  await wallet.close();
  const canaries = [recoveryCode, recoveryCode.replaceAll('-', ''), key].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
  ]);
  const found = listFiles(profile).filter((file) => {
    const bytes = readFileSync(file);
    return [...canaries, Buffer.from(key, 'base64url')].some((canary) => bytes.includes(canary));
  });
  rmSync(profile, { recursive: true, force: true });
  expect(found).toEqual([]);
});

test('A23: closing the browser locks, and the vault is there when it is opened again', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'daricheh-restart-'));
  const first = await launchWallet({ profile });
  const { recoveryCode } = await onboard(first);
  await first.close();
  const second = await launchWallet({ profile });
  const page = await second.openWallet();
  await page.getByRole('button', { name: 'راه دیگری دارم' }).click();
  await page.getByLabel('کد بازیابی').fill(recoveryCode);
  await page.getByRole('button', { name: 'باز کن', exact: true }).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await second.close();
  rmSync(profile, { recursive: true, force: true });
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('the wallet opens by itself once it is installed', async ({ wallet }) => {
  await expect.poll(() => wallet.context.pages().some((page) => page.url().startsWith(`${wallet.origin}/wallet.html`))).toBe(true);
});
