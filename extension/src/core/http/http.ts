import type { Bytes } from '@daricheh/shared/credential';
import { type Json, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError, fromWire } from '@daricheh/shared/errors';
import type { HttpAnswer } from '@daricheh/shared/issuance';

export type { HttpAnswer, HttpRequest, SendHttp } from '@daricheh/shared/issuance';

/** Most that a request object, an offer or metadata may weigh. */
export const maxDocumentBytes = 65_536;

/** Done, made, or taken in and waiting for more. */
const taken: ReadonlySet<number> = new Set([200, 201, 202]);

/**
 * The bytes of an answer of status 200, 201 or 202.
 * @throws AppError with the code that the agency named in its problem document; `unavailable` for an error of its server, `agency_refused` for any other
 * @see RFC 9457
 */
export function readBytes(answer: HttpAnswer, limit = maxDocumentBytes): Bytes {
  if (!taken.has(answer.status)) throw readProblem(answer);
  if (answer.bytes.length > limit) throw new AppError('body_too_large', { limit });
  return answer.bytes;
}

/** The JSON document of such an answer. @throws AppError as `readBytes`, and `malformed_request` when it is not strict JSON */
export function readJson(answer: HttpAnswer, limit = maxDocumentBytes): Json {
  return parseStrictJson(readBytes(answer, limit));
}

/** What an agency said in refusing. Facts and text of the agency's are left behind: only the code is believed, and only a known one. */
export function readProblem(answer: HttpAnswer): AppError {
  const code = answer.contentType === 'application/problem+json' ? readCode(answer) : undefined;
  if (code) return new AppError(code, { status: answer.status });
  return new AppError(answer.status >= 500 ? 'unavailable' : 'agency_refused', { status: answer.status });
}

function readCode(answer: HttpAnswer): AppError['code'] | undefined {
  try {
    const document = parseStrictJson(answer.bytes);
    const isMembers = typeof document === 'object' && document !== null && 'code' in document;
    const { code } = fromWire({ code: isMembers ? document.code : undefined, facts: {} });
    return code === 'internal_error' ? undefined : code;
  } catch {
    // Not JSON after all: the status alone says what happened.
    return undefined;
  }
}
