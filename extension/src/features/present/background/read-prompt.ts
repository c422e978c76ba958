import { AppError } from '@daricheh/shared/errors';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import * as z from 'zod/mini';
import { followLink, planAnswer, readRequest } from '../../../core/credentials/present.ts';
import type { OpenPrompt } from '../../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../../core/prompts/prompt-request.ts';
import { supportedProtocols } from '../bridge/bridge-events.ts';
import type { PresentPorts } from './present-ports.ts';

type Asked = Pick<OpenPrompt, 'page' | 'request'>;
type PresentPrompt = Extract<PromptRequest, { kind: 'present' }>;
type Call = { readonly protocol: string; readonly data: unknown };

const maxCalls = 8;
const calls = z.array(z.object({ protocol: z.string(), data: z.unknown() })).check(z.minLength(1), z.maxLength(maxCalls));

/**
 * The question with nothing open in it: which of several requests is answered, and what a link leads to. Settled at the
 * first look and kept, so that what is answered later, perhaps by a worker that was started in between, is what was shown.
 * @throws AppError `prompt_over`, and as `readRequest`
 */
export async function settlePrompt({ page, request }: Asked, ports: PresentPorts): Promise<PresentPrompt> {
  if (request.kind !== 'present') throw new AppError('prompt_over');
  if (request.channel === 'dc_api') return { ...request, entry: request.entry ?? (await chooseCall(request.requests, page.origin, ports)) };
  return { ...request, fetched: request.fetched ?? (await followLink({ kind: 'link', uri: request.href, origin: page.origin }, ports)) };
}

/** The request of a question that was settled, once it kept every rule. @throws AppError `prompt_over`, and as `readRequest` */
export async function readPrompt({ page, request }: Asked, ports: PresentPorts): Promise<PresentationRequest> {
  const { origin } = page;
  if (request.kind !== 'present') throw new AppError('prompt_over');
  if (request.channel === 'dc_api') return readRequest({ kind: 'dc_api', origin, ...readSettledCall(request) }, ports);
  if (request.fetched === null) throw new AppError('prompt_over');
  return readRequest({ kind: 'link', uri: request.href, origin, fetched: request.fetched }, ports);
}

/** As `readPrompt`; B10: and no other question of the same asker was answered with its nonce. @throws AppError as there, and `invalid_request` */
export async function readUnspent(prompt: OpenPrompt, ports: PresentPorts): Promise<PresentationRequest> {
  const request = await readPrompt(prompt, ports);
  await ports.spentNonces.check(prompt.id, request);
  return request;
}

/** The one of several requests that is answered. @throws AppError `prompt_over` before there was a first look */
export function readSettledCall({ requests, entry }: Extract<PresentPrompt, { channel: 'dc_api' }>): Call {
  const call = entry === null ? undefined : readCalls(requests)[entry];
  if (!call) throw new AppError('prompt_over');
  return call;
}

/**
 * Of several requests the first that keeps every rule and that the wallet can answer; else the first that keeps every
 * rule. Where none does, the first one's fault counts.
 */
async function chooseCall(requests: string, origin: string, ports: PresentPorts): Promise<number> {
  const refusals: unknown[] = [];
  let sound: number | undefined;
  for (const [at, call] of readCalls(requests).entries()) {
    try {
      const request = await readRequest({ kind: 'dc_api', origin, ...call }, ports);
      if ((await planAnswer(request, ports)).kind === 'answerable') return at;
      sound ??= at;
    } catch (refusal) {
      if (!(refusal instanceof AppError) || refusal.code === 'vault_locked') throw refusal;
      refusals.push(refusal);
    }
  }
  if (sound === undefined) throw refusals[0];
  return sound;
}

/** The requests of a call whose protocols we know. @throws AppError `invalid_request` */
function readCalls(requests: string): readonly Call[] {
  const parsed = calls.safeParse(JSON.parse(requests));
  const known = parsed.success ? parsed.data.filter(({ protocol }) => supportedProtocols.includes(protocol)) : [];
  if (known.length === 0) throw new AppError('invalid_request', { what: 'requests' });
  return known;
}
