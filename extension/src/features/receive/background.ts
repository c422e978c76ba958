import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { confirmGesture, type PasskeyRing, requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { acceptOffer } from '../../core/credentials/receive/accept-offer.ts';
import { type AcceptedOffer, describeRegistrationGesture, parseAcceptedOffer } from '../../core/credentials/receive/accepted-offer.ts';
import { describeOffer } from '../../core/credentials/receive/describe-offer.ts';
import type { ReceivePorts } from '../../core/credentials/receive/open-issuance.ts';
import { receiveOffer } from '../../core/credentials/receive/receive-offer.ts';
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

  /** What follows once documents are kept: their status, and what issuers are to hear. Neither can undo it. */
  async function followUp(): Promise<void> {
    await lookUpNew(ports.records, await ports.checkStatus(), ports.nowMs());
    await tellIssuers(ports);
  }

  const handlers: FeatureHandlers<'receive'> = {
    'receive/follow': async ({ href }, sender) => {
      const { tabId, frameId, documentId, origin } = sender;
      if (!(await ports.isUsable(origin))) throw new AppError('site_not_allowed');
      await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'receive', href, grant: null });
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
    'receive/accept': async ({ id, assertion }) => {
      const { request } = await requireOffer(id);
      const accepted = parseAcceptedOffer(request.grant);
      const gesture = describeRegistrationGesture(accepted);
      const ring = await ports.passkeys();
      const record = assertion && (await ports.records.passkeys.find(assertion.credentialId));
      if (gesture && !(assertion && record)) throw new AppError('gesture_invalid');
      if (gesture && assertion) await confirmGesture(assertion, gesture, ring);
      const evidence = assertion && record ? { registration: record.registration, assertion } : null;
      const count = await receiveOffer(accepted, evidence, ports);
      await desk.end(id, 'granted');
      await followUp();
      return { count };
    },
  };

  async function describe({ request }: OpenPrompt) {
    if (request.kind !== 'receive') throw new AppError('prompt_over');
    return { kind: 'receive' as const, offer: await describeOffer(request.href, ports) };
  }

  return { handlers, describe };
}

function readLeft({ facts }: AppError): number | null {
  return typeof facts['left'] === 'number' ? facts['left'] : null;
}
