import type { WalletBrowser } from '@daricheh/e2e/browser';
import { onboard } from '@daricheh/e2e/onboarding';

type Page = Awaited<ReturnType<WalletBrowser['openWallet']>>;

/** A wallet of the built extension that is open and holds nothing: what it says of a form is then what it takes each field for. */
export type PanelDriver = {
  /** The tab in which pages are opened. */
  readonly tab: Page;
  /** What the wallet says of the page in the tab: for each control that asks for a datum, by its handle, that datum. */
  readData(): Promise<ReadonlyMap<number, string>>;
  /** What the content script reads of the page in the tab. */
  readSnapshot(): Promise<unknown>;
};

type Line = { readonly handle: number; readonly datum?: string; readonly why?: string };
type Answer = {
  readonly ok: boolean;
  readonly value?: {
    readonly kind: string;
    readonly frames?: readonly { readonly plan: { readonly lines: Line[]; readonly skipped: Line[] } }[];
  };
};

/** Makes the wallet and switches it on for `origin`. */
export async function drivePanel(wallet: WalletBrowser, origin: string): Promise<PanelDriver> {
  const { page: home } = await onboard(wallet);
  const send = (daricheh: string, request: unknown): Promise<Answer> =>
    home.evaluate((message) => chrome.runtime.sendMessage(message), { daricheh, request });
  await send('sites/switch', { origin, isEnabled: true });
  const tab = await wallet.context.newPage();
  await tab.goto(`${origin}/`);
  const tabId = await wallet.findTabId(tab);
  return {
    tab,
    readSnapshot: async () => {
      const message = { daricheh: 'fill/snapshot', request: {} };
      // Our script listens to the background alone.
      const worker = await wallet.findWorker();
      const answer: { value?: unknown } = await worker.evaluate(([id, sent]) => chrome.tabs.sendMessage(id, sent), [
        tabId,
        message,
      ] as const);
      return answer.value;
    },
    readData: async () => {
      const { value } = await send('fill/look', { tabId });
      const plans = value?.kind === 'open' ? (value.frames ?? []).map((frame) => frame.plan) : [];
      const lines = plans.flatMap((plan) => [...plan.lines, ...plan.skipped.filter((line) => line.why !== 'other-person')]);
      return new Map(lines.flatMap(({ handle, datum }) => (datum === undefined ? [] : [[handle, datum] as const])));
    },
  };
}
