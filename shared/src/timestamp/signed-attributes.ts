import type { Bytes } from '../credential/crypto-ports.ts';
import { isSameBytes } from '../encoding/index.ts';
import { DerReader, derTags } from '../x509/der-reader.ts';
import { decodeOid } from '../x509/der-values.ts';
import type { Digest } from '../x509/index.ts';
import { oids } from './oids.ts';
import type { Signer } from './signed-data.ts';

/** What the attributes are to bind the signature to. */
export type BoundContent = { readonly contentType: string; readonly content: Bytes };

/** Which of the attributes that bind the signature to that content does not; null where all do. @throws AppError `certificate_malformed` @see RFC 5652, sections 11.1 and 11.2 */
export async function findUnbound(
  { attributes, hash }: Signer,
  { contentType: wanted, content }: BoundContent,
  digest: Digest,
): Promise<'attributes' | 'content_type' | 'message_digest' | null> {
  const [contentType, messageDigest] = [attributes.get(oids.contentType), attributes.get(oids.messageDigest)];
  if (contentType === undefined || messageDigest === undefined) return 'attributes';
  if (decodeOid(readOnlyValue(contentType, derTags.objectIdentifier)) !== wanted) return 'content_type';
  return isSameBytes(readOnlyValue(messageDigest, derTags.octetString), await digest(hash, content)) ? null : 'message_digest';
}

/** The one value of an attribute. @throws AppError `certificate_malformed` */
function readOnlyValue(values: Bytes, tag: number): Bytes {
  return enterOnlyValue(values, (set) => set.read(tag));
}

/** The same with its tag and length. @throws AppError `certificate_malformed` */
export function readWholeValue(values: Bytes, tag: number): Bytes {
  return enterOnlyValue(values, (set) => set.readWhole(tag));
}

function enterOnlyValue(values: Bytes, read: (set: DerReader) => Bytes): Bytes {
  const set = new DerReader(values);
  const value = read(set);
  set.finish();
  return value;
}
