import { signatureAlgorithms } from '../cose-sign1.ts';
import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** V1. The issuer's signature is ES256 and asks for nothing that is not understood (`crit`). @throws AppError `mdoc_invalid` @see RFC 9052, section 3.1 */
export function checkAlgorithm({ issuerSigned: { issuerAuth } }: MdocContext): void {
  if (issuerAuth.hasCritical || !signatureAlgorithms.includes(issuerAuth.algorithm)) throw invalidMdoc('algorithm');
}
