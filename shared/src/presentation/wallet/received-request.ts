import type { CompactJws, JsonObject } from '../../credential/index.ts';
import { AppError } from '../../errors/index.ts';
import type { RequestSource } from './presentation-request.ts';

/** One signature over a request object, with the client id that goes with it. */
export type RequestSignature = { readonly jws: CompactJws; readonly clientId: unknown };

/** A request as it arrived, decoded and not yet believed. */
export type ReceivedRequest = {
  readonly channel: RequestSource['kind'];
  readonly origin: string;
  /** Parameters beside the request object; none of them counts but the client id, which must agree. */
  readonly outerClientId: string | undefined;
  /** Empty for an unsigned request. */
  readonly signatures: readonly RequestSignature[];
  /** The parameters of the request object, or of the unsigned request. */
  readonly parameters: JsonObject;
  /** The nonce that the wallet sent when it fetched the request; null when it sent none. */
  readonly walletNonce: string | null;
  readonly requestObject: string | null;
};

/** The error of a request that breaks `rule` in `parameter`. */
export function breaksRule(rule: string, parameter: string): AppError {
  return new AppError('invalid_request', { rule, parameter });
}

/** The parameter as text; undefined when it is absent. @throws AppError `invalid_request` when it is anything else */
export function readText(parameters: JsonObject, name: string, rule: string): string | undefined {
  const value = parameters[name];
  if (value !== undefined && typeof value !== 'string') throw breaksRule(rule, name);
  return value;
}
