import { embedCbor } from '../../cbor/index.ts';
import { isSameBytes } from '../../encoding/index.ts';
import { invalidMdoc } from '../mdoc-error.ts';
import type { MdocContext } from './step.ts';

/** V11. Every element that came is one whose digest the issuer signed, under its namespace and its id. @throws AppError `mdoc_invalid` @see ISO 18013-5:2021, sections 9.1.2.5 and 9.3.1 */
export async function checkDigests({ issuerSigned: { items, securityObject }, ports }: MdocContext): Promise<void> {
  for (const { namespace, digestId, content } of items) {
    const signed = securityObject.valueDigests.get(namespace)?.get(digestId);
    if (!signed) throw invalidMdoc('digest_missing');
    if (!isSameBytes(await ports.sha256(embedCbor(content)), signed)) throw invalidMdoc('digest');
  }
}
