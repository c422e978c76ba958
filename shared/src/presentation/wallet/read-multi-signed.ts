import * as z from 'zod/mini';
import { parseCompactJws, parseJwsPayload } from '../../credential/index.ts';
import type { Json } from '../../encoding/index.ts';
import { limits } from '../limits.ts';
import { breaksRule, type ReceivedRequest } from './received-request.ts';

const code = 'invalid_request';
const maxSignatures = 8;

const multiSigned = z.looseObject({
  payload: z.string(),
  signatures: z
    .array(z.looseObject({ protected: z.string(), signature: z.string(), header: z.optional(z.never()) }))
    .check(z.minLength(1), z.maxLength(maxSignatures)),
});

/**
 * A request in JWS JSON serialisation. The client id stands in each protected header, and nowhere else.
 * @throws AppError `invalid_request`
 * @see OpenID4VP 1.0, appendix A.3.2.2
 */
export function readMultiSigned(request: Json | undefined): Pick<ReceivedRequest, 'signatures' | 'parameters'> {
  const parsed = multiSigned.safeParse(request);
  if (!parsed.success) throw breaksRule('W16', 'request');
  const { payload, signatures } = parsed.data;
  const read = signatures.map(({ protected: header, signature }) =>
    parseCompactJws(`${header}.${payload}.${signature}`, { code, maxLength: limits.requestBytes }),
  );
  const [first] = read;
  const parameters = first ? parseJwsPayload(first, code) : {};
  if (parameters['client_id'] !== undefined) throw breaksRule('W16', 'client_id');
  return { parameters, signatures: read.map((jws) => ({ jws, clientId: jws.header['client_id'] })) };
}
