import type { Bytes } from '../credential/index.ts';
import { decodeUtf8 } from '../encoding/index.ts';
import { DerReader, derTags } from '../x509/der-reader.ts';
import { decodeOid } from '../x509/der-values.ts';

const commonName = '2.5.4.3';
/** UTF8String and PrintableString: what names are written in today. @see RFC 5280, section 4.1.2.4 */
const textTags = [0x0c, 0x13];

/** The last common name in a distinguished name (DER), for people to read; empty where it has none that can be read. */
export function readCommonName(name: Bytes): string {
  let found = '';
  const parts = new DerReader(name).enter(derTags.sequence);
  while (!parts.isAtEnd) {
    const attribute = parts.enter(derTags.set).enter(derTags.sequence);
    const isCommonName = decodeOid(attribute.read(derTags.objectIdentifier)) === commonName;
    const tag = textTags.find((each) => attribute.nextTag === each);
    if (isCommonName && tag !== undefined) found = decodeUtf8(attribute.read(tag));
  }
  return found;
}
