import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** V4. The issuer signed that very type. @throws AppError `mdoc_invalid` @see ISO 18013-5:2021, section 9.3.1 */
export function checkSignedDocType({ docType, issuerSigned }: MdocContext): void {
  if (issuerSigned.securityObject.docType !== docType) throw invalidMdoc('signed_doc_type');
}
