import type { CheckStatus } from '@daricheh/shared/credential';
import { createStatusChecker, inflateZlib } from '@daricheh/shared/credential';
import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { findAgencyByOrigin } from '@daricheh/shared/trust';
import { browser } from 'wxt/browser';
import { AmendingBook, nameAmendmentDraft } from '../core/cases/amending-book.ts';
import { dropDraft } from '../core/cases/keep-drafts.ts';
import { isSiteUsable } from '../core/consent/describe-site.ts';
import type { PasskeyRing } from '../core/credentials/confirm-gesture.ts';
import { keepUp } from '../core/credentials/keep-up.ts';
import { readPasskeyKey } from '../core/credentials/passkey-key.ts';
import { renewDocument } from '../core/credentials/receive/renew-document.ts';
import { SpentNonces } from '../core/credentials/spent-nonces.ts';
import { random, sha256, verifyP256 } from '../core/credentials/wallet-crypto.ts';
import { FormMapKeeper } from '../core/form-maps/form-map-keeper.ts';
import { readBytes } from '../core/http/http.ts';
import type { PromptPage } from '../core/prompts/prompt-book.ts';
import { PromptDesk } from '../core/prompts/prompt-desk.ts';
import type { WalletLink } from '../core/prompts/wallet-link.ts';
import type { WalletItems } from '../core/records/wallet-items.ts';
import { createRecords, type WalletRecords } from '../core/records/wallet-records.ts';
import type { TrustKeeper, WalletTrust } from '../core/trust/wallet-trust.ts';
import { createBatchHandlers } from '../features/batch/background.ts';
import { createCaseHandlers } from '../features/cases/background.ts';
import { type CatchPorts, catchNavigation } from '../features/consent/background/catch-navigation.ts';
import { createConsentHandlers } from '../features/consent/background.ts';
import { createDocumentHandlers } from '../features/documents/background.ts';
import { createDraftHandlers } from '../features/drafts/background.ts';
import { createFactHandlers } from '../features/facts/background.ts';
import { createFamilyHandlers } from '../features/family/background.ts';
import { createHistoryHandlers } from '../features/history/background.ts';
import { createPresentFeature } from '../features/present/background.ts';
import { createReceiveFeature } from '../features/receive/background.ts';
import { createServiceHandlers } from '../features/services/background.ts';
import { createSignFeature } from '../features/sign/background.ts';
import type { FeatureHandlers } from '../messaging/receive.ts';
import { sendToContent, sendToPage } from '../messaging/send.ts';
import { closeWindow, openBatchWindow, openSmallWindow, openWallet, showPromptWindow } from '../platform/extension-windows.ts';
import { fetchText, sendHttp } from '../platform/http.ts';
import { isDocumentShown, readTabFrames, watchLinkNavigations } from '../platform/link-navigations.ts';
import { amendingMemory, batchMemory, nonceMemory, promptMemory } from '../platform/prompt-memory.ts';
import { readSettings } from '../platform/settings-store.ts';
import { readTabUrl } from '../platform/site-access.ts';
import { closeTab, openBeside, openTab, watchAddresses } from '../platform/tabs.ts';
import { watchUpkeep } from '../platform/upkeep-alarm.ts';

type Context = {
  readonly items: WalletItems;
  readonly isUnlocked: () => Promise<boolean>;
  readonly trust: Pick<TrustKeeper, 'read' | 'readCurrent' | 'readSigned'>;
  readonly now: () => Date;
  /** Origin of our own pages. */
  readonly origin: string;
};

/** Introduces to each other what the citizen does with documents, forms and cases, and hands them the browser. */
export function createWalletFeatures({ items, isUnlocked, trust: keeper, now, origin }: Context) {
  const records = createRecords(items);
  const nowMs = () => now().getTime();
  const newId = () => crypto.randomUUID();
  const passkeys = () => readRing(records, origin);
  const trust = () => keeper.read();
  // What leaves the wallet, and what comes into it, does so by a list that is not too old; what it holds is shown by any.
  const common = { records, trust: () => keeper.readCurrent(), send: sendHttp, nowMs, random, passkeys };
  const checkStatus = createLazyStatusChecker(trust, now);
  const formMaps = new FormMapKeeper({
    trust: common.trust,
    store: {
      list: async () => (await records.formMaps.list()).items,
      put: (stored) => records.commit([records.formMaps.put(stored)]),
    },
    fetchText,
    isEnabled: async (site) => (await readSettings()).enabledOrigins.includes(site),
    nowMs,
    newId: () => crypto.randomUUID(),
  });
  const desk: PromptDesk = new PromptDesk({
    memory: promptMemory,
    openWindow: (id) => openSmallWindow(`consent.html?prompt=${id}`),
    closeWindow,
    nowMs,
    isThere,
    onEnd: async (page, request, end) => {
      await present.onEnd(page, request, end);
      await sign.onEnd(page, request);
    },
  });
  const amendings = new AmendingBook({ memory: amendingMemory, nowMs });
  const locale = async () => (await readSettings()).language;
  const isUsable = async (site: string) => isSiteUsable(site, (await trust()).list, (await readSettings()).enabledOrigins);
  const dropOwnDraft = (site: string, form: string) => dropDraft({ records }, site, form);
  const receive = createReceiveFeature({
    ...{ ...common, desk, checkStatus, isUsable, clientId: origin },
    tabs: { open: openBeside, close: closeTab, showPrompt: showPromptWindow },
  });
  const present = createPresentFeature({
    ...common,
    desk,
    spentNonces: new SpentNonces({ memory: nonceMemory, sha256 }),
    refill: (id) => renewDocument(id, common),
    fetchText,
    isUsable,
    answersCalls: async () => (await readSettings()).answersDigitalCredentials,
    answerPage: async (page, answer) => void (await sendToContent(page, 'present/answer', answer)),
    navigate,
  });
  const sign = createSignFeature({
    ...common,
    desk,
    crypto: { sha256, verifyP256 },
    isUsable,
    isRegistered: async (site) => findAgencyByOrigin((await trust()).list, site) !== undefined,
    isThere,
    locale,
    amendings,
    findFormMap: (site) => formMaps.find(site),
    readControls: (page, formUri, sought) => sendToContent(page, 'sign/read', { formUri, ...sought }),
    readWaiting: (page, formUri) => sendToContent(page, 'sign/waiting', { formUri }),
    listFiles: (page, formUri, controls) => sendToContent(page, 'sign/files', { formUri, controls }),
    readPiece: (page, formUri, piece) => sendToContent(page, 'sign/piece', { formUri, ...piece }),
    tellPage: async (page, formUri, event, detail) => void (await sendToContent(page, 'sign/tell', { formUri, event, detail })),
    beginIn: (tabId) => sendToPage(tabId, 'sign/begin', {}),
    dropDraft: dropOwnDraft,
    findIn: (tabId) => sendToPage(tabId, 'sign/find', {}).catch(answerNo),
    ...{ navigate, openWallet },
    readAddress: readTabUrl,
  });
  watchPages(desk);
  watchAddresses((tabId, url) => void receive.tabMoved(tabId, url));
  watchUpkeep(() => keepUp({ ...common, checkStatus }));
  watchLinks({ receive: receive.handlers['receive/follow'], present: present.handlers['present/follow'] });
  return {
    records,
    formMaps,
    desk,
    handlers: {
      ...createConsentHandlers({
        desk,
        trust,
        isUnlocked,
        describe: { receive: receive.describe, present: present.describe, sign: sign.describe },
      }),
      ...receive.handlers,
      ...present.handlers,
      ...sign.handlers,
      ...createBatchHandlers({
        ...common,
        crypto: { sha256, verifyP256 },
        memory: batchMemory,
        dropDraft: dropOwnDraft,
        openWindow: () => openBatchWindow(),
      }),
      ...createDocumentHandlers({ ...common, trust, checkStatus }),
      ...createFactHandlers({ records, nowMs }),
      ...createFamilyHandlers({ records, nowMs, newId }),
      ...createCaseHandlers({
        ...common,
        ...{ trust, crypto: { sha256, verifyP256 }, readSignedTrust: () => keeper.readSigned() },
        ...{ locale, amendings, newId, openReview: openBatchWindow, openTab },
      }),
      ...createDraftHandlers({
        ...{ records, nowMs, newId, isUsable, trustList: async () => (await trust()).list },
        nameDraft: async (page, form) => {
          const amended = await amendings.find(page, form);
          return amended ? nameAmendmentDraft(form, amended.caseId) : form;
        },
      }),
      ...createServiceHandlers({ records, trust, send: sendHttp, nowMs, isUsable }),
      ...createHistoryHandlers({ records }),
    },
  };
}

/** A link that nobody clicked is followed like one that a page's script tells us of: for a page that the browser names. */
function watchLinks(follow: Readonly<Record<WalletLink['kind'], FeatureHandlers<'present'>['present/follow']>>): void {
  const ports: CatchPorts = {
    readTab: readTabFrames,
    closeTab,
    follow: async (page, { kind, href }) => follow[kind]({ href }, { kind: 'content', ...page }),
  };
  watchLinkNavigations((navigation) => void catchNavigation(navigation, ports));
}

/** Questions whose page has left are over; one whose window is closed was answered with no. */
function watchPages(desk: PromptDesk): void {
  browser.windows.onRemoved.addListener((windowId) => void desk.windowClosed(windowId));
  browser.tabs.onRemoved.addListener((tabId) => void desk.pagesChanged(tabId, () => false));
  browser.tabs.onUpdated.addListener(async (tabId, change) => {
    if (change.status === undefined && change.url === undefined) return;
    const pages = await desk.listPages(tabId);
    const gone = await Promise.all(pages.map(async (page) => ((await isThere(page)) ? [] : [page.documentId])));
    await desk.pagesChanged(tabId, ({ documentId }) => !gone.flat().includes(documentId));
  });
}

async function isThere(page: PromptPage): Promise<boolean> {
  try {
    await sendToContent(page, 'page/ping', {});
    return true;
  } catch (error) {
    if (error instanceof AppError) return isDocumentShown(page.tabId, page.documentId);
    throw error;
  }
}

async function readRing(records: WalletRecords, origin: string): Promise<PasskeyRing> {
  const { items } = await records.passkeys.list();
  return { passkeys: items.map(readPasskeyKey), wallet: { origin, rpId: items[0]?.rpId ?? origin } };
}

/** Status lists are kept between look-ups for as long as the worker lives. */
function createLazyStatusChecker(trust: () => Promise<WalletTrust>, now: () => Date): () => Promise<CheckStatus> {
  let checker: CheckStatus | undefined;
  const fetchStatusList = async (url: string) => {
    const answer = await sendHttp({ url, method: 'GET', headers: { accept: 'application/statuslist+jwt' } });
    if (answer.contentType !== 'application/statuslist+jwt') throw new AppError('status_list_unreachable');
    return decodeUtf8(readBytes(answer, 1_048_576));
  };
  return async () => {
    checker ??= createStatusChecker({
      verifyChain: async (x5c, options) => (await trust()).verifyChain(x5c, options),
      verifyP256,
      inflate: inflateZlib,
      fetchStatusList,
      now,
    });
    return checker;
  };
}

async function navigate(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url, active: true });
}

/** No script of ours in that page: then there is no form in it either. */
function answerNo(error: unknown): boolean {
  if (error instanceof AppError) return false;
  throw error;
}
