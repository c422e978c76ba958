import { AppError } from '@daricheh/shared/errors';
import { declinePresentation } from '@daricheh/shared/presentation';
import { requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { answerRequest, describeRequest, planAnswer } from '../../core/credentials/present.ts';
import type { PromptEnd, PromptPage } from '../../core/prompts/prompt-book.ts';
import type { OpenPrompt } from '../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';
import { ArrivingCalls } from './background/arriving-calls.ts';
import { confirmShowing, describeGesture } from './background/confirm-showing.ts';
import { deliverAnswer, postAnswer, recordRelease } from './background/deliver-answer.ts';
import type { PresentPorts } from './background/present-ports.ts';
import { readPrompt, readUnspent, settlePrompt } from './background/read-prompt.ts';

/** Showing documents to whoever asks: by a call of the page, or by a link. */
export function createPresentFeature(ports: PresentPorts) {
  const { desk } = ports;

  async function describe(prompt: OpenPrompt) {
    const settled = await settlePrompt(prompt, ports);
    await desk.update(prompt.id, settled);
    const request = await readUnspent({ ...prompt, request: settled }, ports);
    return { kind: 'present' as const, request: describeRequest(request, await planAnswer(request, ports)) };
  }

  return {
    handlers: { ...createAskHandlers(ports), ...createDecisionHandlers(ports) } satisfies FeatureHandlers<'present'>,
    describe,
    onEnd: (page: PromptPage, request: PromptRequest, end: PromptEnd) => tellEnd(page, request, end, ports),
  };
}

type AskHandlers = Pick<FeatureHandlers<'present'>, 'present/ask' | 'present/abort' | 'present/follow'>;

/** What pages say. */
function createAskHandlers({ desk, answersCalls, isUsable }: PresentPorts): AskHandlers {
  const arriving = new ArrivingCalls();
  return {
    'present/ask': ({ requestId, requests }, sender) =>
      arriving.follow(sender, requestId, async (isTakenBack) => {
        const { tabId, frameId, documentId, origin } = sender;
        if (!(await answersCalls()) || !(await isUsable(origin))) return 'native';
        if (isTakenBack()) return 'refused';
        try {
          await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'present', channel: 'dc_api', requestId, requests, entry: null });
          return 'waiting';
        } catch (error) {
          if (error instanceof AppError) return 'refused';
          throw error;
        }
      }),
    'present/abort': async ({ requestId }, sender) => {
      await arriving.takeBack(sender, requestId);
      await desk.withdraw(sender, requestId);
      return null;
    },
    'present/follow': async ({ href }, { tabId, frameId, documentId, origin }) => {
      if (!(await isUsable(origin))) throw new AppError('site_not_allowed');
      await desk.ask({ tabId, frameId, documentId, origin }, { kind: 'present', channel: 'link', href, fetched: null });
      return null;
    },
  };
}

type DecisionHandlers = Pick<FeatureHandlers<'present'>, 'present/prepare' | 'present/approve' | 'present/pass'>;

/** What the citizen says in our window. */
function createDecisionHandlers(ports: PresentPorts): DecisionHandlers {
  const { desk } = ports;
  return {
    'present/prepare': async ({ id }) => {
      const request = await readUnspent(await desk.require(id), ports);
      const { passkeys } = await ports.passkeys();
      const ids = passkeys.map((passkey) => passkey.id);
      return ids.length === 0 ? null : requestGesture(describeGesture(id, request), ids);
    },
    'present/approve': ({ id, selected, assertion }) =>
      desk.decide(id, async (prompt) => {
        const request = await readUnspent(prompt, ports);
        await confirmShowing(assertion, describeGesture(id, request), await ports.passkeys());
        await ports.spentNonces.spend(id, request);
        const { answer, release } = await answerRequest(request, selected, ports);
        // The page may have left or taken its call back while the passkey was asked and the answer was made.
        const deliver = async () => deliverAnswer(await desk.require(id), request, answer, ports);
        const goesOn = await recordRelease(release, ports.records, deliver);
        await desk.end(id, 'granted');
        return { goesOn };
      }),
    'present/pass': async ({ id }) => {
      await desk.decide(id, async ({ page, request }) => {
        if (request.kind !== 'present' || request.channel !== 'dc_api') throw new AppError('prompt_over');
        await ports.answerPage(page, { id: request.requestId, kind: 'native' });
      });
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
  const read = await readPrompt({ page, request: await settlePrompt({ page, request }, ports) }, ports);
  const declined = declinePresentation(read);
  if (declined?.kind === 'post') await postAnswer(page.tabId, read, declined, ports);
}
