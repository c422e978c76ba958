import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** V6. Digests are SHA-256. @throws AppError `mdoc_invalid` @see ISO 18013-5:2021, section 9.1.2.5 */
export function checkDigestAlgorithm({ issuerSigned }: MdocContext): void {
  if (issuerSigned.securityObject.digestAlgorithm !== 'SHA-256') throw invalidMdoc('digest_algorithm');
}
