import { type CompactJws, checkJwsHeader } from '../../credential/index.ts';

/** `typ` of a signed request. @see RFC 9101, section 10.8 */
export const requestObjectType = 'oauth-authz-req+jwt';

/**
 * W1: a request object says that it is one, and is signed with ES256 by a key in its own `x5c`.
 * @throws AppError `invalid_request`
 * @see OpenID4VP 1.0, section 5
 */
export function checkRequestType(jws: CompactJws): void {
  checkJwsHeader(jws, { code: 'invalid_request', typ: requestObjectType, keyIn: 'x5c' });
}
