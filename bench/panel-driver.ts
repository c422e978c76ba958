import type { Server } from 'node:http';
import { launchWallet, type WalletBrowser } from '@daricheh/e2e/browser';
import { onboard } from '@daricheh/e2e/onboarding';
import { buildExtension } from '@daricheh/scripts/build';
import { findDemoFolder, loadDemo, makeDemo } from '@daricheh/scripts/demo';

type Page = Awaited<ReturnType<WalletBrowser['openWallet']>>;

/** A wallet of the built extension that is open and holds nothing: what it says of a form is then what it takes each field for. */
export type PanelDriver = {
  /** The tab in which pages are opened. */
  readonly tab: Page;
  /** What the wallet says of the page in the tab: for each control that asks for a datum, by its handle, that datum. */
  readData(): Promise<ReadonlyMap<number, string>>;
  /** What the content script reads of the page in the tab. */
  readSnapshot(): Promise<unknown>;
  /** What the content script answers to a message of the background's. */
  askContent(daricheh: string, request: unknown): Promise<unknown>;
};

type Line = { readonly handle: number; readonly datum?: string; readonly why?: string };
type Answer = {
  readonly ok: boolean;
  readonly value?: {
    readonly kind: string;
    readonly frames?: readonly { readonly plan: { readonly lines: Line[]; readonly skipped: Line[] } }[];
  };
};

/** A browser with the built extension, in the folder `extension`, and pages at `origin`, for which the wallet is switched on. */
export type PanelBench = {
  readonly wallet: WalletBrowser;
  readonly panel: PanelDriver;
  readonly origin: string;
  /** Another, for which it is switched off. */
  readonly otherOrigin: string;
  readonly extension: string;
};

/**
 * Runs `act` in real Chromium with the built extension, or with the folder that `addTo` makes of it, beside the pages that `serve` puts on the port of the demo's
 * sites; then ends both.
 */
export async function withPanel<Result>(
  serve: (port: number) => Promise<Server>,
  act: (bench: PanelBench) => Promise<Result>,
  { addTo = (folder) => folder }: { readonly addTo?: (folder: string) => string } = {},
): Promise<Result> {
  await makeDemo();
  const demo = loadDemo(findDemoFolder());
  const { folder: extension } = await buildExtension(demo.folder);
  const server = await serve(demo.ports.sites);
  const wallet = await launchWallet({ extension: addTo(extension) });
  try {
    const { origin } = demo.agencies.municipality;
    const otherOrigin = demo.agencies.tax.origin;
    return await act({ wallet, panel: await drivePanel(wallet, origin), origin, otherOrigin, extension });
  } finally {
    await wallet.close();
    server.close();
  }
}

/** Makes the wallet and switches it on for `origin`. */
async function drivePanel(wallet: WalletBrowser, origin: string): Promise<PanelDriver> {
  const { page: home } = await onboard(wallet);
  const send = (daricheh: string, request: unknown): Promise<Answer> =>
    home.evaluate((message) => chrome.runtime.sendMessage(message), { daricheh, request });
  await send('sites/switch', { origin, isEnabled: true });
  const tab = await wallet.context.newPage();
  await tab.goto(`${origin}/`);
  const tabId = await wallet.findTabId(tab);
  const askContent = async (daricheh: string, request: unknown) => {
    // Our script listens to the background alone.
    const worker = await wallet.findWorker();
    const told = [tabId, { daricheh, request }] as const;
    const answer: { value?: unknown } | undefined = await worker.evaluate(([id, message]) => chrome.tabs.sendMessage(id, message), told);
    return answer?.value;
  };
  const look = () => send('fill/look', { tabId });
  return {
    tab,
    askContent,
    readSnapshot: async () => {
      const read = await askContent('fill/snapshot', {});
      if (read !== undefined) return read;
      // The script that reads forms is in no page before the wallet itself asks for it.
      await look();
      return askContent('fill/snapshot', {});
    },
    readData: async () => {
      const { value } = await look();
      const plans = value?.kind === 'open' ? (value.frames ?? []).map((frame) => frame.plan) : [];
      const lines = plans.flatMap((plan) => [...plan.lines, ...plan.skipped.filter((line) => line.why !== 'other-person')]);
      return new Map(lines.flatMap(({ handle, datum }) => (datum === undefined ? [] : [[handle, datum] as const])));
    },
  };
}
