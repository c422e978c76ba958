import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** V9 and V10. In a namespace no element and no digest id comes twice. @throws AppError `mdoc_invalid` @see ISO 18013-5:2021, section 9.1.2.5 */
export function checkDuplicates({ issuerSigned: { items } }: MdocContext): void {
  const names = new Set(items.map(({ namespace, element }) => JSON.stringify([namespace, element])));
  const ids = new Set(items.map(({ namespace, digestId }) => JSON.stringify([namespace, digestId])));
  if (names.size !== items.length) throw invalidMdoc('element_twice');
  if (ids.size !== items.length) throw invalidMdoc('digest_twice');
}
