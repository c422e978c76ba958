import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import {
  buildTimeStampRequest,
  maxResponseLength,
  nameNonce,
  parseTimeStampResponse,
  timeStampQueryType,
  timeStampReplyType,
  verifyTimeStamp,
} from '@daricheh/shared/timestamp';
import type { Deps } from '../deps.ts';
import type { Trust } from '../trust/trust.ts';

/** A citizen waits for it: an authority that takes longer is asked again later, by nobody's leave. */
const timeoutMs = 2000;
/** How far its clock may be from ours. */
const maxSkewMs = 300_000;
const nonceBytes = 16;

export type AskPorts = Pick<Deps, 'now' | 'randomBytes' | 'sha256' | 'verifySignature' | 'digest' | 'fetchBytes'> &
  Pick<Trust, 'verifyTimeStampChain'>;

/**
 * A time stamp over `data` by the authority at `url`: DER of a token that was verified, is fresh, and whose clock goes with ours.
 * @throws AppError `unavailable` where none can be had now, whatever the authority did
 */
export async function askForTimeStamp(url: string, data: Bytes, ports: AskPorts): Promise<Bytes> {
  try {
    return await ask(url, data, ports);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(
      'unavailable',
      { ...error.facts, what: 'time_stamp', reason: String(error.facts['what'] ?? error.code) },
      { cause: error },
    );
  }
}

async function ask(url: string, data: Bytes, ports: AskPorts): Promise<Bytes> {
  const imprint = await ports.sha256(data);
  const nonce = ports.randomBytes(nonceBytes);
  const answer = await ports.fetchBytes(url, {
    accept: timeStampReplyType,
    post: { type: timeStampQueryType, body: buildTimeStampRequest(imprint, nonce) },
    maxBytes: maxResponseLength,
    timeoutMs,
  });
  if (answer.status !== 200) throw new AppError('unavailable', { what: 'status' });
  if (answer.contentType.split(';', 1)[0]?.trim() !== timeStampReplyType) throw new AppError('unavailable', { what: 'content_type' });
  const token = parseTimeStampResponse(answer.body);
  const { at } = await verifyTimeStamp(token, { imprint, nonce: nameNonce(nonce) }, ports);
  if (Math.abs(at.getTime() - ports.now().getTime()) > maxSkewMs) throw new AppError('time_stamp_invalid', { what: 'skew' });
  return token;
}
