import { type Bytes, isJsonObject, type JsonObject } from '../credential/index.ts';
import { type Json, parseStrictJson } from '../encoding/index.ts';
import { AppError, isErrorCode } from '../errors/index.ts';

export type HttpRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long the answer may take; absent: as long as whoever sends finds usual. */
  readonly timeoutMs?: number;
};

/** `contentType`: the media type alone, lower case, without parameters. `dpopNonce`: the header `DPoP-Nonce`, where there is one. */
export type HttpAnswer = {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Bytes;
  readonly dpopNonce?: string | undefined;
};

/**
 * Sends one request and reads the whole answer, whatever its status. Trusted to send nothing that says who the citizen
 * is, to follow no redirect, and to give up after a few seconds.
 */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>;

/** Most that a document of an issuer may weigh; a full batch of credentials with a portrait fits. */
const maxAnswerBytes = 1_048_576;

/**
 * The JSON document of an answer of status 200, or of the one that is `expected`. @throws AppError with the code that the issuer named, where we know it;
 * `unavailable` for an error of its server; `agency_refused` for any other; `malformed_request` when it is not strict JSON
 */
export function readAnswer(answer: HttpAnswer, expected = 200): Json {
  if (answer.status !== expected) throw readRefusal(answer);
  if (answer.contentType !== 'application/json') throw new AppError('agency_refused', { what: 'content_type' });
  if (answer.bytes.length > maxAnswerBytes) throw new AppError('body_too_large', { limit: maxAnswerBytes });
  return parseStrictJson(answer.bytes);
}

/**
 * Why an issuer refused. Its words and facts are left behind: only the code is believed, and only a known one, and of a
 * wrong second code how many tries are `left`.
 * @see RFC 6749, section 5.2
 */
export function readRefusal({ status, bytes }: HttpAnswer): AppError {
  const code = readErrorCode(bytes);
  if (code === 'tx_code_wrong') return new AppError(code, { status, ...readTriesLeft(bytes) });
  if (isErrorCode(code) && code !== 'internal_error') return new AppError(code, { status });
  return new AppError(status >= 500 ? 'unavailable' : 'agency_refused', { status });
}

/** The error that a refusal names; undefined where it names none. */
export function readErrorCode(bytes: Bytes): unknown {
  const document = readMembers(bytes);
  // An issuer of our own make says its own code beside the standard's, which is coarser.
  return document['code'] ?? document['error'];
}

function readTriesLeft(bytes: Bytes): { readonly left?: number } {
  const { facts } = readMembers(bytes);
  const left = isJsonObject(facts) ? facts['left'] : undefined;
  return typeof left === 'number' && Number.isInteger(left) && left >= 0 && left < 100 ? { left } : {};
}

function readMembers(bytes: Bytes): JsonObject {
  try {
    const document = parseStrictJson(bytes);
    return isJsonObject(document) ? document : {};
  } catch {
    // Not JSON: the status alone says what happened.
    return {};
  }
}
