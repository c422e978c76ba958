import type { CheckStatus } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { confirmGesture, type PasskeyRing, requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { describeRegistrationGesture, parseAcceptedOffer } from '../../core/credentials/receive/accepted-offer.ts';
import { acceptOffer, describeOffer } from '../../core/credentials/receive/describe-offer.ts';
import type { ReceivePorts } from '../../core/credentials/receive/open-issuance.ts';
import { receiveOffer } from '../../core/credentials/receive/receive-offer.ts';
import { lookUpNew } from '../../core/credentials/refresh-standing.ts';
import type { OpenPrompt, PromptDesk } from '../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

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

  async function accept(prompt: OpenPrompt, request: Extract<PromptRequest, { kind: 'receive' }>) {
    // Asked for once: after a gesture that was broken off, the same token still serves.
    if (request.grant !== null) return parseAcceptedOffer(request.grant);
    const accepted = await acceptOffer(request.href, ports);
    await desk.update(prompt.id, { ...request, grant: JSON.stringify(accepted) });
    return accepted;
  }

  const handlers: FeatureHandlers<'receive'> = {
    'receive/follow': async ({ href }, sender) => {
      const { tabId, frameId, documentId, origin } = sender;
      if (!(await ports.isUsable(origin))) throw new AppError('site_not_allowed');
      await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'receive', href, grant: null });
      return null;
    },
    'receive/prepare': async ({ id }) => {
      const { prompt, request } = await requireOffer(id);
      const { passkeys } = await ports.passkeys();
      const { registersPasskey } = await describeOffer(request.href, ports);
      if (registersPasskey && passkeys.length === 0) throw new AppError('passkey_missing');
      const gesture = describeRegistrationGesture(await accept(prompt, request));
      return (
        gesture &&
        requestGesture(
          gesture,
          passkeys.map((passkey) => passkey.id),
        )
      );
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
      await lookUpNew(ports.records, await ports.checkStatus(), ports.nowMs());
      return { count };
    },
  };

  async function describe({ request }: OpenPrompt) {
    if (request.kind !== 'receive') throw new AppError('prompt_over');
    return { kind: 'receive' as const, offer: await describeOffer(request.href, ports) };
  }

  return { handlers, describe };
}
