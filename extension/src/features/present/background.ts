import { AppError } from '@daricheh/shared/errors';
import { declinePresentation, type PresentationRequest } from '@daricheh/shared/presentation';
import { requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { answerRequest, describeRequest, planAnswer } from '../../core/credentials/present.ts';
import type { PromptEnd, PromptPage } from '../../core/prompts/prompt-book.ts';
import type { OpenPrompt } from '../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';
import { confirmShowing, describeGesture } from './background/confirm-showing.ts';
import { deliverAnswer, postAnswer, recordRelease } from './background/deliver-answer.ts';
import type { PresentPorts } from './background/present-ports.ts';
import { readPrompt } from './background/read-prompt.ts';

/** Showing documents to whoever asks: by a call of the page, or by a link. */
export function createPresentFeature(ports: PresentPorts) {
  const open = rememberRequests(ports);
  return {
    handlers: { ...createAskHandlers(ports), ...createDecisionHandlers(ports, open) } satisfies FeatureHandlers<'present'>,
    describe: async (prompt: OpenPrompt) => {
      const request = await open(prompt);
      return { kind: 'present' as const, request: describeRequest(request, await planAnswer(request, ports)) };
    },
    onEnd: (page: PromptPage, request: PromptRequest, end: PromptEnd) => tellEnd(page, request, end, ports),
  };
}

type OpenRequest = (prompt: OpenPrompt) => Promise<PresentationRequest>;

/** Requests that were read already; a worker that was stopped reads them anew. */
function rememberRequests(ports: PresentPorts): OpenRequest {
  const opened = new Map<string, Promise<PresentationRequest>>();
  return (prompt) => {
    const known = opened.get(prompt.id) ?? readPrompt(prompt, ports);
    opened.set(prompt.id, known);
    known.catch(() => opened.delete(prompt.id));
    return known;
  };
}

type AskHandlers = Pick<FeatureHandlers<'present'>, 'present/ask' | 'present/abort' | 'present/follow'>;

/** What pages say. */
function createAskHandlers({ desk, answersCalls, isUsable }: PresentPorts): AskHandlers {
  return {
    'present/ask': async ({ requestId, requests }, { tabId, frameId, documentId, origin }) => {
      if (!(await answersCalls()) || !(await isUsable(origin))) return 'native';
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
      if (!(await isUsable(origin))) throw new AppError('site_not_allowed');
      await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'present', channel: 'link', href });
      return null;
    },
  };
}

type DecisionHandlers = Pick<FeatureHandlers<'present'>, 'present/prepare' | 'present/approve' | 'present/pass'>;

/** What the citizen says in our window. */
function createDecisionHandlers(ports: PresentPorts, open: OpenRequest): DecisionHandlers {
  const { desk } = ports;
  return {
    'present/prepare': async ({ id }) => {
      const request = await open(await desk.require(id));
      const { passkeys } = await ports.passkeys();
      const ids = passkeys.map((passkey) => passkey.id);
      return ids.length === 0 ? null : requestGesture(describeGesture(id, request), ids);
    },
    'present/approve': ({ id, selected, assertion }) =>
      desk.decide(id, async (prompt) => {
        const request = await open(prompt);
        await confirmShowing(assertion, describeGesture(id, request), await ports.passkeys());
        const { answer, release } = await answerRequest(request, selected, ports);
        // The page may have left or taken its call back while the passkey was asked and the answer was made.
        const deliver = async () => deliverAnswer(await desk.require(id), request, answer, ports);
        const goesOn = await recordRelease(release, ports.records, deliver);
        await desk.end(id, 'granted');
        return { goesOn };
      }),
    'present/pass': async ({ id }) => {
      const { page, request } = await desk.require(id);
      if (request.kind !== 'present' || request.channel !== 'dc_api') throw new AppError('prompt_over');
      await ports.answerPage(page, { id: request.requestId, kind: 'native' });
      await desk.dismiss(id, 'granted');
      return null;
    },
  };
}

/** Tells whoever waits that there is no answer. A refusal and a missing document look the same to them. */
async function tellEnd(page: PromptPage, request: PromptRequest, end: PromptEnd, ports: PresentPorts): Promise<void> {
  if (request.kind !== 'present') return;
  if (request.channel === 'dc_api') return ports.answerPage(page, { id: request.requestId, kind: 'error', name: 'NotAllowedError' });
  if (end !== 'denied') return;
  const read = await readPrompt({ page, request }, ports);
  const declined = declinePresentation(read);
  if (declined?.kind === 'post') await postAnswer(page.tabId, read, declined, ports);
}
