import { checkJwsAlgorithm } from '../jws.ts';
import type { CredentialContext } from './step.ts';

/** V1. The credential is signed with ES256, never `none`, and needs no extension. @throws AppError `credential_malformed` @see RFC 8725, section 3.1 */
export function checkAlgorithm({ sdJwt }: CredentialContext): void {
  checkJwsAlgorithm(sdJwt.jws.header, 'credential_malformed');
}
