import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { maxResponseLength, obtainTimeStamp, timeStampQueryType, timeStampReplyType } from '@daricheh/shared/timestamp';
import type { Deps } from '../deps.ts';
import type { Trust } from '../trust/trust.ts';

/** A citizen waits for it: an authority that takes longer is asked again later, by nobody's leave. */
const timeoutMs = 2000;

export type AskPorts = Pick<Deps, 'now' | 'randomBytes' | 'verifySignature' | 'digest' | 'fetchBytes'> &
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

function ask(url: string, data: Bytes, ports: AskPorts): Promise<Bytes> {
  const carry = async (body: Bytes): Promise<Bytes> => {
    const answer = await ports.fetchBytes(url, {
      ...{ accept: timeStampReplyType, post: { type: timeStampQueryType, body } },
      ...{ maxBytes: maxResponseLength, timeoutMs },
    });
    if (answer.status !== 200) throw new AppError('unavailable', { what: 'status' });
    if (answer.contentType.split(';', 1)[0]?.trim() !== timeStampReplyType) throw new AppError('unavailable', { what: 'content_type' });
    return answer.body;
  };
  return obtainTimeStamp(data, carry, ports);
}
