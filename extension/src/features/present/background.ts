import { AppError } from '@daricheh/shared/errors';
import { declinePresentation, type PresentationAnswer, type PresentationRequest, readPostAnswer } from '@daricheh/shared/presentation';
import * as z from 'zod/mini';
import type { Release } from '../../core/consent/release.ts';
import { confirmGesture, type Gesture, type PasskeyRing, requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { answerRequest, describeRequest, type PresentPorts, planAnswer, readRequest } from '../../core/credentials/present.ts';
import type { SendHttp } from '../../core/http/http.ts';
import type { PromptEnd, PromptPage } from '../../core/prompts/prompt-book.ts';
import type { OpenPrompt, PromptDesk } from '../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import type { WalletRecords } from '../../core/records/wallet-records.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';
import { type AnswerDetail, supportedProtocols } from './bridge/bridge-events.ts';

type Ports = PresentPorts & {
  readonly records: WalletRecords;
  readonly desk: PromptDesk;
  readonly passkeys: () => Promise<PasskeyRing>;
  readonly send: SendHttp;
  /** Whether the wallet works on this origin. Our script may still run where it was switched off, or was put in to fill once. */
  readonly isUsable: (origin: string) => Promise<boolean>;
  /** Whether pages may ask through `navigator.credentials`, by the citizen's settings. */
  readonly answersCalls: () => Promise<boolean>;
  /** Hands an answer to the document that asked. Throws AppError `page_gone` when it is no longer there. */
  readonly answerPage: (page: PromptPage, answer: AnswerDetail) => Promise<void>;
  readonly navigate: (tabId: number, url: string) => Promise<void>;
};

const calls = z.array(z.object({ protocol: z.string(), data: z.unknown() }));

/** Showing documents to whoever asks: by a call of the page, or by a link. */
export function createPresentFeature(ports: Ports) {
  const { desk } = ports;
  /** Requests that were read already; a worker that was stopped reads them anew. */
  const opened = new Map<string, Promise<PresentationRequest>>();

  function open(prompt: OpenPrompt): Promise<PresentationRequest> {
    const known = opened.get(prompt.id) ?? readPrompt(prompt, ports);
    opened.set(prompt.id, known);
    known.catch(() => opened.delete(prompt.id));
    return known;
  }

  async function requireRequest(id: string) {
    const prompt = await desk.require(id);
    return { prompt, request: await open(prompt) };
  }

  async function deliver(prompt: OpenPrompt, request: PresentationRequest, answer: PresentationAnswer): Promise<boolean> {
    if (answer.kind === 'post') return goOn(prompt.page.tabId, request, answer);
    if (answer.kind !== 'dc_api' || prompt.request.kind !== 'present' || prompt.request.channel !== 'dc_api')
      throw new AppError('prompt_over');
    const { protocol } = readCall(prompt.request.requests);
    await ports.answerPage(prompt.page, { id: prompt.request.requestId, kind: 'response', protocol, data: answer.data });
    return false;
  }

  /** W17: the result opens in the tab that asked, at the agency's own origin. */
  async function goOn(
    tabId: number,
    request: PresentationRequest,
    { uri, form }: Extract<PresentationAnswer, { kind: 'post' }>,
  ): Promise<boolean> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const answer = await ports.send({ url: uri, method: 'POST', headers, body: new URLSearchParams(form).toString() });
    if (answer.status !== 200) throw new AppError(answer.status >= 500 ? 'unavailable' : 'agency_refused', { status: answer.status });
    const { redirectUri } = readPostAnswer(new TextDecoder().decode(answer.bytes), request);
    if (redirectUri !== null) await ports.navigate(tabId, redirectUri);
    return redirectUri !== null;
  }

  const handlers: FeatureHandlers<'present'> = {
    'present/ask': async ({ requestId, requests }, { tabId, frameId, documentId, origin }) => {
      if (!(await ports.answersCalls()) || !(await ports.isUsable(origin))) return 'native';
      try {
        await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'present', channel: 'dc_api', requestId, requests });
        return 'waiting';
      } catch (error) {
        if (error instanceof AppError) return 'refused';
        throw error;
      }
    },
    'present/abort': async ({ requestId }, sender) => {
      await desk.withdraw(sender, requestId);
      return null;
    },
    'present/follow': async ({ href }, { tabId, frameId, documentId, origin }) => {
      if (!(await ports.isUsable(origin))) throw new AppError('site_not_allowed');
      await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'present', channel: 'link', href });
      return null;
    },
    'present/prepare': async ({ id }) => {
      const { request } = await requireRequest(id);
      const { passkeys } = await ports.passkeys();
      const ids = passkeys.map((passkey) => passkey.id);
      return ids.length === 0 ? null : requestGesture(describeGesture(id, request), ids);
    },
    'present/approve': async ({ id, selected, assertion }) => {
      const { prompt, request } = await requireRequest(id);
      await confirm(assertion, describeGesture(id, request), await ports.passkeys());
      const { answer, release } = await answerRequest(request, selected, ports);
      const goesOn = await recordRelease(release, ports.records, () => deliver(prompt, request, answer));
      await desk.end(id, 'granted');
      return { goesOn };
    },
    'present/pass': async ({ id }) => {
      const { page, request } = await desk.require(id);
      if (request.kind !== 'present' || request.channel !== 'dc_api') throw new AppError('prompt_over');
      await ports.answerPage(page, { id: request.requestId, kind: 'native' });
      await desk.dismiss(id, 'granted');
      return null;
    },
  };

  async function describe(prompt: OpenPrompt) {
    const request = await open(prompt);
    return { kind: 'present' as const, request: describeRequest(request, await planAnswer(request, ports)) };
  }

  /** Tells whoever waits that there is no answer. A refusal and a missing document look the same to them. */
  async function onEnd(page: PromptPage, request: PromptRequest, end: PromptEnd): Promise<void> {
    if (request.kind !== 'present') return;
    if (request.channel === 'dc_api') return ports.answerPage(page, { id: request.requestId, kind: 'error', name: 'NotAllowedError' });
    if (end !== 'denied') return;
    const read = await readPrompt({ page, request }, ports);
    const declined = declinePresentation(read);
    if (declined?.kind === 'post') await goOn(page.tabId, read, declined);
  }

  return { handlers, describe, onEnd };
}

/** In the ledger before it leaves; taken out again only where it is certain that nobody got it. */
async function recordRelease<Result>(release: Release, records: WalletRecords, deliver: () => Promise<Result>): Promise<Result> {
  await records.commit([records.releases.put({ ...release, outcome: 'unknown' })]);
  try {
    const result = await deliver();
    await records.commit([records.releases.put(release)]);
    return result;
  } catch (error) {
    if (error instanceof AppError && error.code === 'page_gone') await records.commit([records.releases.remove(release.id)]);
    throw error;
  }
}

function readPrompt({ page, request }: Pick<OpenPrompt, 'page' | 'request'>, ports: Ports): Promise<PresentationRequest> {
  if (request.kind !== 'present') throw new AppError('prompt_over');
  if (request.channel === 'link') return readRequest({ kind: 'link', uri: request.href, origin: page.origin }, ports);
  const { protocol, data } = readCall(request.requests);
  return readRequest({ kind: 'dc_api', protocol, data, origin: page.origin }, ports);
}

/** The first call that we can answer. @throws AppError `invalid_request` */
function readCall(requests: string): { readonly protocol: string; readonly data: unknown } {
  const parsed = calls.safeParse(JSON.parse(requests));
  const call = parsed.success ? parsed.data.find(({ protocol }) => supportedProtocols.includes(protocol)) : undefined;
  if (!call) throw new AppError('invalid_request', { what: 'requests' });
  return call;
}

function describeGesture(promptId: string, request: PresentationRequest): Gesture {
  return { tag: 'daricheh/unlock', context: `present ${promptId}`, nonce: request.nonce };
}

/** A vault without passkeys was opened by its passphrase: then the click in our own window is the gesture. */
async function confirm(assertion: Parameters<typeof confirmGesture>[0] | null, gesture: Gesture, ring: PasskeyRing): Promise<void> {
  if (ring.passkeys.length === 0) return;
  if (!assertion) throw new AppError('gesture_invalid');
  await confirmGesture(assertion, gesture, ring);
}
