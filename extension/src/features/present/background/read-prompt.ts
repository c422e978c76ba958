import { AppError } from '@daricheh/shared/errors';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import * as z from 'zod/mini';
import { readRequest } from '../../../core/credentials/present.ts';
import type { OpenPrompt } from '../../../core/prompts/prompt-desk.ts';
import { supportedProtocols } from '../bridge/bridge-events.ts';
import type { PresentPorts } from './present-ports.ts';

const calls = z.array(z.object({ protocol: z.string(), data: z.unknown() }));

/** The request that a question carries, once it kept every rule. @throws AppError `prompt_over`, and as `readRequest` */
export function readPrompt({ page, request }: Pick<OpenPrompt, 'page' | 'request'>, ports: PresentPorts): Promise<PresentationRequest> {
  if (request.kind !== 'present') throw new AppError('prompt_over');
  if (request.channel === 'link') return readRequest({ kind: 'link', uri: request.href, origin: page.origin }, ports);
  const { protocol, data } = readCall(request.requests);
  return readRequest({ kind: 'dc_api', protocol, data, origin: page.origin }, ports);
}

/** The first call that we can answer. @throws AppError `invalid_request` */
export function readCall(requests: string): { readonly protocol: string; readonly data: unknown } {
  const parsed = calls.safeParse(JSON.parse(requests));
  const call = parsed.success ? parsed.data.find(({ protocol }) => supportedProtocols.includes(protocol)) : undefined;
  if (!call) throw new AppError('invalid_request', { what: 'requests' });
  return call;
}
