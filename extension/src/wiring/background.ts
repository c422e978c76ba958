import { browser } from 'wxt/browser';
import { describeSite } from '../core/consent/describe-site.ts';
import { readVouchedHoldings } from '../core/credentials/read-holdings.ts';
import { random } from '../core/credentials/wallet-crypto.ts';
import { ProofOffers } from '../core/proofs/proof-offers.ts';
import { TrustKeeper } from '../core/trust/wallet-trust.ts';
import { Vault } from '../core/vault/vault.ts';
import { passphraseCost } from '../core/vault/wrap-key.ts';
import { createSitesHandlers } from '../features/sites/background.ts';
import { createVaultHandlers } from '../features/vault/background.ts';
import { listen } from '../messaging/listen.ts';
import { type Protocol, protocol } from '../messaging/protocol.ts';
import { createReceiver, type Handlers } from '../messaging/receive.ts';
import { signalChange } from '../platform/change-signal.ts';
import { watchDailyAlarm } from '../platform/daily-alarm.ts';
import { createDexieStore } from '../platform/dexie-store.ts';
import { openUnlockWindow, openWallet } from '../platform/extension-windows.ts';
import { sendHttp } from '../platform/http.ts';
import { watchLockConditions } from '../platform/lock-conditions.ts';
import { offerMemory } from '../platform/prompt-memory.ts';
import { createKeySession } from '../platform/session-key.ts';
import { onSettingsChange, readSettings, writeSettings } from '../platform/settings-store.ts';
import { isPermitted, readTabUrl } from '../platform/site-access.ts';
import { syncSiteScripts } from '../platform/site-scripts.ts';
import { closeStorageToPages } from '../platform/storage-access.ts';
import { watchPanelShortcut } from '../platform/tabs.ts';
import { trustStore } from '../platform/trust-store.ts';
import { hastenUpkeep } from '../platform/upkeep-alarm.ts';
import { attemptLog, vaultMemory } from '../platform/vault-memory.ts';
import { createAttachFeature } from './attach-feature.ts';
import { createFieldIconFeature } from './field-icon-feature.ts';
import { createFillFeature } from './fill-feature.ts';
import { createProofsFeature } from './proofs-feature.ts';
import { createWalletFeatures } from './wallet-features.ts';

/** Starts the worker. Everything that listens is set up in this first turn, or the event that woke it is lost. */
export function startBackground(): void {
  void closeStorageToPages();
  const now = () => new Date();
  const trust = new TrustKeeper(__DARICHEH_TRUST__, { store: trustStore, send: sendHttp, now });
  const session = createKeySession();
  // What was sent just now is forgotten with the key: nothing of a form outlives the open vault.
  const offers = new ProofOffers(offerMemory, () => now().getTime());
  const vault = new Vault({
    store: createDexieStore(),
    session: { ...session, clear: async () => void (await Promise.all([session.clear(), offers.clear()])) },
    attempts: attemptLog,
    memory: vaultMemory,
    passphraseCost,
    now,
    autoLockMs: async () => (await readSettings()).autoLockMinutes * 60_000,
    onChange: signalChange,
  });
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) };
  const isUnlocked = async () => (await vault.readState()).state === 'unlocked';
  const wallet = createWalletFeatures({
    items: vault.items,
    isUnlocked,
    trust,
    now,
    origin: own.origin,
  });
  // To fill is to release: not by a list that is too old.
  const describeAddress = async (url: string | undefined) =>
    describeSite(url, (await trust.readCurrent()).list, (await readSettings()).enabledOrigins);
  const describeTab = async (tabId: number) => describeAddress(await readTabUrl(tabId));
  const self = { kind: 'extension', page: '', search: '', tabId: null } as const;
  const fill = createFillFeature({
    records: wallet.records,
    readHeld: () => readVouchedHoldings(wallet.records, now().getTime()),
    describeSite: describeTab,
    describeOrigin: describeAddress,
    formMaps: wallet.formMaps,
    nowMs: () => now().getTime(),
  });
  const handlers = {
    ...wallet.handlers,
    ...fill,
    ...createAttachFeature({
      records: wallet.records,
      listDocuments: async () => (await wallet.handlers['documents/list']({}, self)).documents,
      describeSite: describeTab,
      nowMs: () => now().getTime(),
    }),
    ...createFieldIconFeature({
      readTrustList: async () => (await trust.readCurrent()).list,
      isUnlocked,
      lookAtForm: async (tabId) => fill['fill/look']({ tabId }, self),
    }),
    ...createProofsFeature({
      ...{ records: wallet.records, offers, isUnlocked },
      trust: () => trust.read(),
      readSignedTrust: () => trust.readSigned(),
      nowMs: () => now().getTime(),
    }),
    ...createVaultHandlers({ vault, rpId: own.origin, openUnlockWindow, onUnlocked: () => hastenUpkeep(random), now }),
    ...createSitesHandlers({
      trust,
      readSettings,
      writeSettings,
      readTabUrl,
      isPermitted,
      syncScripts: syncSiteScripts,
    }),
  } satisfies Handlers<Protocol>;
  listen(browser.runtime.onMessage, createReceiver(protocol, handlers, { own, log: reportUnforeseen }));
  watchLockConditions(
    () => vault.lock(),
    () => vault.readState(),
  );
  watchPanelShortcut();
  watchDailyAlarm('trust-list', () => trust.update());
  onSettingsChange((settings) => void Promise.all([vault.extend(), syncSiteScripts(settings)]));
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await syncSiteScripts(await readSettings());
    if (reason === 'install') await openWallet();
  });
}

/** The one line that a failure of our own leaves: which message, which kind of error, and none of its text. */
function reportUnforeseen(message: string, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the worker's console is where its developer looks
  console.error(`${message} failed: ${error instanceof Error ? error.name : typeof error}`);
}
