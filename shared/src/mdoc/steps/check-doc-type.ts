import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** V4. The document is of a type that was asked for. @throws AppError `mdoc_invalid` @see OpenID4VP 1.0, appendix B.2.3 (`doctype_value`) */
export function checkDocType({ docType, expected }: MdocContext): void {
  if (!expected.docTypes.includes(docType)) throw invalidMdoc('doc_type');
}
