import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** V9 and V10. In a namespace no element and no digest id comes twice. @throws AppError `mdoc_invalid` @see ISO 18013-5:2021, section 9.1.2.5 */
export function checkDuplicates({ issuerSigned: { items } }: MdocContext): void {
  const namespaces = new Map<string, { readonly elements: Set<string>; readonly digestIds: Set<number> }>();
  for (const { namespace, element, digestId } of items) {
    const seen = namespaces.get(namespace) ?? { elements: new Set(), digestIds: new Set() };
    if (seen.elements.has(element)) throw invalidMdoc('element_twice');
    if (seen.digestIds.has(digestId)) throw invalidMdoc('digest_twice');
    namespaces.set(namespace, { elements: seen.elements.add(element), digestIds: seen.digestIds.add(digestId) });
  }
}
