import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '@daricheh/scripts/browser';
import { buildExtension } from '@daricheh/scripts/build';
import { findDemoFolder } from '@daricheh/scripts/demo';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';

export type LaunchOptions = {
  /** Folder of the browser's profile; a new one that goes with the browser when left out. */
  readonly profile?: string;
  /** The built extension; that of the demo when left out. */
  readonly extension?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** A proxy that everything goes through, loopback names too. */
  readonly proxy?: string;
};

/** A browser with the wallet installed. */
export type WalletBrowser = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** `chrome-extension://<id>`: origin of the wallet's pages and relying party of its passkeys. */
  readonly origin: string;
  /** The wallet in a tab, at one of its sections: first in the tab that it opened when it was installed. */
  openWallet(section?: string): Promise<Page>;
  /** The popup, as a tab, about the tab in which `about` stands. */
  openPopup(about?: Page): Promise<Page>;
  /** The side panel, as a tab, about the tab in which `about` stands. */
  openSidePanel(about?: Page): Promise<Page>;
  /** The next window of ours, once it has loaded; call it before what opens it, and await after. */
  waitForConsentWindow(): Promise<Page>;
  /** The background worker; it is started again where it was stopped. */
  findWorker(): Promise<Worker>;
  /** Kills the worker, as the browser does when it is idle. The next message starts it again. */
  stopWorker(): Promise<void>;
  findTabId(page: Page): Promise<number>;
  close(): Promise<void>;
};

const switches = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches Chromium with the built extension. @throws Error where no browser was found */
export async function launchWallet(options: LaunchOptions = {}): Promise<WalletBrowser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name it in DARICHEH_CHROMIUM.');
  const extension = options.extension ?? (await buildExtension(findDemoFolder())).folder;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'daricheh-'));
  const isNew = !existsSync(join(profile, 'Default'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: null,
    colorScheme: options.colorScheme ?? 'light',
    ...(options.proxy ? { proxy: { server: options.proxy } } : {}),
    args: [...switches, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  const findWorker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL((await findWorker()).url()).host;
  const origin = `chrome-extension://${extensionId}`;
  const openPage = async (path: string, page?: Page) => {
    const shown = page ?? (await context.newPage());
    await shown.goto(`${origin}/${path}`);
    return shown;
  };
  let installTab = isNew ? await findInstallTab(context, origin) : undefined;
  const openWallet = async (section?: string) => {
    const page = installTab;
    installTab = undefined;
    await page?.bringToFront();
    return openPage(section ? `wallet.html#/${section}` : 'wallet.html', page);
  };
  const findTabId = async (page: Page) => readTabId(await findWorker(), page.url());
  const about = async (page: Page | undefined) => (page ? `?tab=${await findTabId(page)}` : '');
  return {
    context,
    extensionId,
    origin,
    openWallet,
    openPopup: async (page) => openPage(`popup.html${await about(page)}`),
    openSidePanel: async (page) => openPage(`sidepanel.html${await about(page)}`),
    waitForConsentWindow: async () => {
      const page = await context.waitForEvent('page', { predicate: (opened) => isConsent(opened) });
      await page.waitForLoadState();
      return page;
    },
    findWorker,
    stopWorker: () => stopWorker(context, origin),
    findTabId,
    close: async () => {
      await context.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Launches Chromium as anybody has it, without the wallet. @throws Error where no browser was found */
export async function launchPlainBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name it in DARICHEH_CHROMIUM.');
  return chromium.launch({ executablePath, headless: false, args: switches });
}

/**
 * The tab in which a newly installed wallet introduces itself. It must have come before a test goes on: it takes the
 * focus, and a page without it gets no passkey.
 */
async function findInstallTab(context: BrowserContext, origin: string): Promise<Page> {
  const isWallet = (page: Page) => page.url().startsWith(`${origin}/wallet.html`);
  const open = context.pages().find(isWallet);
  const page = open ?? (await context.waitForEvent('page', { predicate: (opened) => opened.waitForURL(/./).then(() => isWallet(opened)) }));
  await page.waitForLoadState();
  return page;
}

/** A window of ours is at `about:blank` for a moment before it has its address. A tab that closes before it has one is none. */
async function isConsent(page: Page): Promise<boolean> {
  await page
    .waitForURL((url) => url.protocol !== 'about:', { timeout: 10_000 })
    .catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
  return page.url().includes('/consent.html');
}

/** Tabs of one address are told apart by nothing else here: tests open each address once. */
async function readTabId(worker: Worker, url: string): Promise<number> {
  const id = await worker.evaluate(async (address) => {
    const tabs = await chrome.tabs.query({});
    return tabs.find((tab) => tab.url === address)?.id;
  }, url);
  if (id === undefined) throw new Error(`No tab shows ${url}.`);
  return id;
}

async function stopWorker(context: BrowserContext, origin: string): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser has gone.');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find((target) => target.type === 'service_worker' && target.url.startsWith(origin));
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await session.detach();
}
