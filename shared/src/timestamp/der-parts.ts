import type { Bytes } from '../credential/crypto-ports.ts';
import { readHashAlgorithm } from '../x509/algorithm-identifier.ts';
import { type DerReader, derTags, malformed } from '../x509/der-reader.ts';
import { decodeBoolean, decodeOid } from '../x509/der-values.ts';

/** Passes over an AlgorithmIdentifier that is SHA-256's. @throws AppError `certificate_malformed` */
function readSha256(reader: DerReader): void {
  if (readHashAlgorithm(reader) !== 'SHA-256') throw malformed('hash_algorithm');
}

/** A messageImprint by SHA-256: its 32 bytes. @throws AppError `certificate_malformed` @see RFC 3161, section 2.4.1 */
export function readImprint(reader: DerReader): Bytes {
  const imprint = reader.enter(derTags.sequence);
  readSha256(imprint);
  const hash = imprint.read(derTags.octetString);
  imprint.finish();
  if (hash.length !== 32) throw malformed('imprint');
  return hash;
}

/** Which extensions a list holds, one after the other. @throws AppError `certificate_malformed` @see RFC 5280, section 4.2 */
export function readExtensionIds(list: DerReader): { readonly id: string; readonly isCritical: boolean }[] {
  const found: { id: string; isCritical: boolean }[] = [];
  while (!list.isAtEnd) {
    const extension = list.enter(derTags.sequence);
    const id = decodeOid(extension.read(derTags.objectIdentifier));
    const critical = extension.readOptional(derTags.boolean);
    extension.read(derTags.octetString);
    extension.finish();
    found.push({ id, isCritical: critical !== undefined && decodeBoolean(critical) });
  }
  return found;
}
