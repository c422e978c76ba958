import { AppError, type ErrorCode } from '@daricheh/shared/errors';
import { type PresentationAnswer, type PresentationRequest, readPostAnswer } from '@daricheh/shared/presentation';
import type { Release } from '../../../core/consent/release.ts';
import type { OpenPrompt } from '../../../core/prompts/prompt-desk.ts';
import type { WalletRecords } from '../../../core/records/wallet-records.ts';
import type { PresentPorts } from './present-ports.ts';
import { readSettledCall } from './read-prompt.ts';

/** Hands the answer to whoever asked. True when the tab goes on to another page. */
export async function deliverAnswer(
  prompt: OpenPrompt,
  request: PresentationRequest,
  answer: PresentationAnswer,
  ports: PresentPorts,
): Promise<boolean> {
  if (answer.kind === 'post') return postAnswer(prompt.page.tabId, request, answer, ports);
  if (answer.kind !== 'dc_api' || prompt.request.kind !== 'present' || prompt.request.channel !== 'dc_api')
    throw new AppError('prompt_over');
  const { protocol } = readSettledCall(prompt.request);
  await ports.answerPage(prompt.page, { id: prompt.request.requestId, kind: 'response', protocol, data: answer.data });
  return false;
}

/** W17: the result opens in the tab that asked, at the agency's own origin. */
export async function postAnswer(
  tabId: number,
  request: PresentationRequest,
  { uri, form }: Extract<PresentationAnswer, { kind: 'post' }>,
  { send, navigate }: Pick<PresentPorts, 'send' | 'navigate'>,
): Promise<boolean> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const answer = await send({ url: uri, method: 'POST', headers, body: new URLSearchParams(form).toString() });
  if (answer.status !== 200) throw new AppError(answer.status >= 500 ? 'unavailable' : 'agency_refused', { status: answer.status });
  const { redirectUri } = readPostAnswer(new TextDecoder().decode(answer.bytes), request);
  if (redirectUri !== null) await navigate(tabId, redirectUri);
  return redirectUri !== null;
}

/** Failures that come before a byte has left. */
const neverLeft: ReadonlySet<ErrorCode> = new Set(['page_gone', 'prompt_over']);

/** In the ledger before it leaves; taken out again only where it is certain that nobody got it. */
export async function recordRelease<Result>(release: Release, records: WalletRecords, deliver: () => Promise<Result>): Promise<Result> {
  await records.commit([records.releases.put({ ...release, outcome: 'unknown' })]);
  try {
    const result = await deliver();
    await records.commit([records.releases.put(release)]);
    return result;
  } catch (error) {
    if (error instanceof AppError && neverLeft.has(error.code)) await records.commit([records.releases.remove(release.id)]);
    throw error;
  }
}
