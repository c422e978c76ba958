import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError, isErrorCode } from '@daricheh/shared/errors';
import type { PasskeyEvidence } from '@daricheh/shared/issuance';
import type { PasskeyAssertion } from '@daricheh/shared/submission';
import { confirmGesture, type PasskeyRing, requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { acceptOffer } from '../../core/credentials/receive/accept-offer.ts';
import { type AcceptedOffer, describeRegistrationGesture, parseAcceptedOffer } from '../../core/credentials/receive/accepted-offer.ts';
import { describeOffer } from '../../core/credentials/receive/describe-offer.ts';
import type { ReceivePorts } from '../../core/credentials/receive/open-issuance.ts';
import { receiveOffer } from '../../core/credentials/receive/receive-offer.ts';
import { beginSignIn, endSignIn, isReturn, type SignIn, signIn as signInSchema } from '../../core/credentials/receive/sign-in.ts';
import { tellIssuers } from '../../core/credentials/receive/tell-issuers.ts';
import { lookUpNew } from '../../core/credentials/refresh-standing.ts';
import type { OpenPrompt, PromptDesk } from '../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type ReceiveRequest = Extract<PromptRequest, { kind: 'receive' }>;

type Ports = ReceivePorts & {
  readonly desk: PromptDesk;
  readonly passkeys: () => Promise<PasskeyRing>;
  readonly checkStatus: () => Promise<CheckStatus>;
  /** Whether the wallet works on this origin. Our script may still run where it was switched off, or was put in to fill once. */
  readonly isUsable: (origin: string) => Promise<boolean>;
  /** How issuers know the wallet: the origin of its own pages. */
  readonly clientId: string;
  readonly tabs: {
    /** Opens a page in a new tab, beside the one that asked; gives the tab's id. */
    open(url: string, besideTabId: number): Promise<number>;
    close(tabId: number): Promise<void>;
    /** Brings the question's window to the front. */
    showPrompt(promptId: string): Promise<void>;
  };
};

/** Receiving documents: a link was followed, the citizen accepts, the passkey agrees, and all of it is kept or nothing. */
export function createReceiveFeature(ports: Ports) {
  const { desk } = ports;

  async function requireOffer(id: string) {
    const prompt = await desk.require(id);
    if (prompt.request.kind !== 'receive') throw new AppError('prompt_over');
    return { prompt, request: prompt.request };
  }

  async function accept(prompt: OpenPrompt, request: ReceiveRequest, txCode: string | null): Promise<AcceptedOffer> {
    // Asked for once: after a gesture that was broken off, the same token still serves.
    if (request.grant !== null) return parseAcceptedOffer(request.grant);
    const accepted = await acceptOffer(request.href, txCode ?? undefined, ports);
    await desk.update(prompt.id, { ...request, grant: JSON.stringify(accepted) });
    return accepted;
  }

  /** The passkey's registration and its gesture, where a document is to be bound to it. @throws AppError `gesture_invalid` */
  async function proveGesture(accepted: AcceptedOffer, assertion: PasskeyAssertion | null): Promise<PasskeyEvidence | null> {
    const gesture = describeRegistrationGesture(accepted);
    const record = assertion && (await ports.records.passkeys.find(assertion.credentialId));
    if (gesture && !(assertion && record)) throw new AppError('gesture_invalid');
    if (gesture && assertion) await confirmGesture(assertion, gesture, await ports.passkeys());
    return assertion && record ? { registration: record.registration, assertion } : null;
  }

  /** What follows once documents are kept: their status, and what issuers are to hear. Neither can undo it; what fails now is done by the clock. */
  async function followUp(): Promise<void> {
    try {
      await lookUpNew({ ...ports, checkStatus: await ports.checkStatus() });
      await tellIssuers(ports);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  const handlers: FeatureHandlers<'receive'> = {
    'receive/follow': async ({ href }, sender) => {
      const { tabId, frameId, documentId, origin } = sender;
      if (!(await ports.isUsable(origin))) throw new AppError('site_not_allowed');
      await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'receive', href, grant: null, signIn: null });
      return null;
    },
    'receive/prepare': async ({ id, txCode }) => {
      const { prompt, request } = await requireOffer(id);
      const { passkeys } = await ports.passkeys();
      const { registersPasskey } = await describeOffer(request.href, ports);
      if (registersPasskey && passkeys.length === 0) throw new AppError('passkey_missing');
      try {
        const gesture = describeRegistrationGesture(await accept(prompt, request, txCode));
        const ids = passkeys.map((passkey) => passkey.id);
        return { kind: 'ready', gesture: gesture && requestGesture(gesture, ids) };
      } catch (error) {
        if (error instanceof AppError && error.code === 'tx_code_wrong') return { kind: 'wrong-code', triesLeft: readLeft(error) };
        throw error;
      }
    },
    'receive/sign-in': async ({ id }) => {
      const { prompt, request } = await requireOffer(id);
      const { url, signIn } = await beginSignIn(request.href, ports.clientId, ports);
      if (request.signIn) await ports.tabs.close(request.signIn.tabId);
      const tabId = await ports.tabs.open(url, prompt.page.tabId);
      await desk.update(id, { ...request, signIn: { tabId, pending: JSON.stringify(signIn), failed: null } });
      return null;
    },
    'receive/stage': async ({ id }) => {
      const { request } = await requireOffer(id);
      if (request.grant !== null) return { kind: 'accepted' };
      const failed = request.signIn?.failed;
      if (isErrorCode(failed)) return { kind: 'failed', code: failed };
      return { kind: request.signIn ? 'signing-in' : 'offered' };
    },
    'receive/accept': ({ id, assertion }) =>
      desk.decide(id, async ({ request }) => {
        const accepted = parseAcceptedOffer(request.kind === 'receive' ? request.grant : null);
        const count = await receiveOffer(accepted, await proveGesture(accepted, assertion), ports);
        await desk.end(id, 'granted');
        await followUp();
        return { count };
      }),
  };

  /** A tab has come to an address: when it is the one that a sign-in was to come back to, the sign-in is over. */
  async function tabMoved(tabId: number, address: string): Promise<void> {
    for (const prompt of await desk.listOpen()) {
      const { request } = prompt;
      if (request.kind !== 'receive' || request.signIn?.tabId !== tabId || request.signIn.pending === null) continue;
      const pending = signInSchema.parse(JSON.parse(request.signIn.pending));
      if (isReturn(pending, address)) await finish(prompt.id, request, { tabId, pending, address });
    }
  }

  async function finish(id: string, request: ReceiveRequest, came: { tabId: number; pending: SignIn; address: string }): Promise<void> {
    const { tabId, pending, address } = came;
    // An answer counts once, whatever comes of it.
    await desk.update(id, { ...request, signIn: { tabId, pending: null, failed: null } });
    try {
      const accepted = await endSignIn(pending, address, ports);
      await desk.update(id, { ...request, grant: JSON.stringify(accepted), signIn: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await desk.update(id, { ...request, signIn: { tabId, pending: null, failed: error.code } });
    }
    await ports.tabs.close(tabId);
    await ports.tabs.showPrompt(id);
  }

  async function describe({ request }: OpenPrompt) {
    if (request.kind !== 'receive') throw new AppError('prompt_over');
    return { kind: 'receive' as const, offer: await describeOffer(request.href, ports) };
  }

  return { handlers, describe, tabMoved };
}

function readLeft({ facts }: AppError): number | null {
  return typeof facts['left'] === 'number' ? facts['left'] : null;
}
