import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { buildUnsignedHeader, encodeStampedSignature, type UnsignedHeader } from '@daricheh/shared/submission';
import { maxResponseLength, type ObtainPorts, obtainTimeStamp, timeStampQueryType, timeStampReplyType } from '@daricheh/shared/timestamp';
import { type HttpAnswer, readBytes } from '../http/http.ts';

/** Sends bytes, by `POST`. Trusted with what `SendHttp` is trusted with. */
export type PostBytes = (request: {
  readonly url: string;
  readonly contentType: string;
  readonly accept: string;
  readonly body: Bytes;
}) => Promise<HttpAnswer>;

export type AskPorts = ObtainPorts & { readonly postBytes: PostBytes };

/**
 * A time stamp over a signature, by the first of the authorities that gives one which holds; null where none can be had now. An authority learns a hash, and
 * nothing of what it is of.
 */
export async function stampSignature(signature: string, authorities: readonly string[], ports: AskPorts): Promise<UnsignedHeader | null> {
  for (const uri of authorities) {
    try {
      return buildUnsignedHeader(await ask(uri, encodeStampedSignature(signature), ports));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return null;
}

function ask(uri: string, data: Bytes, { postBytes, ...ports }: AskPorts): Promise<Bytes> {
  const carry = async (body: Bytes): Promise<Bytes> => {
    const answer = await postBytes({ url: uri, contentType: timeStampQueryType, accept: timeStampReplyType, body });
    if (answer.contentType !== timeStampReplyType) throw new AppError('unavailable', { what: 'content_type' });
    return readBytes(answer, maxResponseLength);
  };
  return obtainTimeStamp(data, carry, ports);
}
