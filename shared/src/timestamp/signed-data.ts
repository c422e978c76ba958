import type { Bytes } from '../credential/crypto-ports.ts';
import { isSameBytes } from '../encoding/index.ts';
import { type HashName, readHashAlgorithm, readWideAlgorithm, type WideAlgorithm } from '../x509/algorithm-identifier.ts';
import { DerReader, derTags, malformed } from '../x509/der-reader.ts';
import { decodeHexInteger, decodeOid, decodeSmallInteger } from '../x509/der-values.ts';
import { compareBytes } from './der-writer.ts';
import { oids } from './oids.ts';

/** Which signed data it must be. @see RFC 5652, section 5.1 */
export type SignedDataForm = {
  readonly version: number;
  /** Object identifier of what is signed. */
  readonly contentType: string;
  /** What is signed stays outside. */
  readonly isDetached: boolean;
  /** Which attributes may stand beside the signature, which does not cover them. */
  readonly unsigned: readonly string[];
};

/** That of a time-stamp token: around a TSTInfo, with nothing beside it. @see RFC 3161, section 2.4.2 */
export const tokenForm: SignedDataForm = { version: 3, contentType: oids.tstInfo, isDetached: false, unsigned: [] };

/** CMS signed data as it was read: nothing in it is believed yet. @see RFC 5652, section 5 */
export type SignedData = {
  /** DER of what is signed; empty where it stays outside. */
  readonly content: Bytes;
  /** DER of each certificate that came along, in no particular order. */
  readonly certificates: readonly Bytes[];
  readonly signer: Signer;
};

export type Signer = {
  /** DER of the name of who issued the signer's certificate, and that certificate's number in hexadecimal. */
  readonly issuer: Bytes;
  readonly serialNumber: string;
  /** The one value of each signed attribute, by its object identifier. */
  readonly attributes: ReadonlyMap<string, Bytes>;
  /** What the signature is over: the attributes as a SET OF. @see RFC 5652, section 5.4 */
  readonly signedBytes: Bytes;
  /** What the signed attributes hash the content with; the signature is by the same. */
  readonly hash: HashName;
  readonly algorithm: WideAlgorithm;
  /** In DER on a curve. */
  readonly signature: Bytes;
  /** The one value of each attribute that no signature covers. */
  readonly unsigned: ReadonlyMap<string, Bytes>;
};

const maxCertificates = 5;
const maxAttributes = 16;

/**
 * The signed data of that form that `der` holds, by one signer, with an algorithm of the wider set. What no signature covers is
 * refused: revocation lists, and unsigned attributes but those of the form.
 * @throws AppError `certificate_malformed`
 */
export function parseSignedData(der: Bytes, form: SignedDataForm): SignedData {
  const outer = new DerReader(der);
  const info = outer.enter(derTags.sequence);
  outer.finish();
  if (decodeOid(info.read(derTags.objectIdentifier)) !== oids.signedData) throw malformed('content_type');
  const wrapper = info.enter(derTags.context0);
  info.finish();
  const data = wrapper.enter(derTags.sequence);
  wrapper.finish();
  if (decodeSmallInteger(data.read(derTags.integer)) !== form.version) throw malformed('cms_version');
  const algorithms = data.enter(derTags.set);
  const hash = readHashAlgorithm(algorithms);
  algorithms.finish();
  const content = readContent(data.enter(derTags.sequence), form);
  const certificates = data.nextTag === derTags.context0 ? readCertificates(data.enter(derTags.context0)) : [];
  const signers = data.enter(derTags.set);
  data.finish();
  const signer = readSigner(signers.enter(derTags.sequence), form);
  signers.finish();
  if (signer.hash !== hash) throw malformed('hash_algorithm');
  return { content, certificates, signer };
}

function readContent(encapsulated: DerReader, { contentType, isDetached }: SignedDataForm): Bytes {
  if (decodeOid(encapsulated.read(derTags.objectIdentifier)) !== contentType) throw malformed('content_type');
  if (isDetached) {
    encapsulated.finish();
    return new Uint8Array();
  }
  const wrapper = encapsulated.enter(derTags.context0);
  encapsulated.finish();
  const content = wrapper.read(derTags.octetString);
  wrapper.finish();
  return content;
}

function readCertificates(set: DerReader): Bytes[] {
  const certificates: Bytes[] = [];
  while (!set.isAtEnd) certificates.push(set.readWhole(derTags.sequence));
  // Authorities write them in any order; a verifier takes them by name, and takes each once.
  if (certificates.length > maxCertificates || certificates.some(isRepeated)) throw malformed('certificates');
  return certificates;
}

function isRepeated(der: Bytes, index: number, all: readonly Bytes[]): boolean {
  return all.findIndex((other) => isSameBytes(other, der)) !== index;
}

function readSigner(info: DerReader, form: SignedDataForm): Signer {
  if (decodeSmallInteger(info.read(derTags.integer)) !== 1) throw malformed('signer_version');
  const id = info.enter(derTags.sequence);
  const issuer = id.readWhole(derTags.sequence);
  const serialNumber = decodeHexInteger(id.read(derTags.integer));
  id.finish();
  const hash = readHashAlgorithm(info);
  const attributeBytes = info.readWhole(derTags.context0);
  const algorithm = readWideAlgorithm(info, hash);
  const signature = info.read(derTags.octetString);
  const unsigned = readUnsigned(info, form);
  info.finish();
  // Signed as the SET OF that they are, under its own tag.
  const signedBytes = Uint8Array.from(attributeBytes);
  signedBytes[0] = derTags.set;
  const attributes = readAttributes(new DerReader(signedBytes).enter(derTags.set));
  return { issuer, serialNumber, attributes, signedBytes, hash, algorithm, signature, unsigned };
}

function readUnsigned(info: DerReader, { unsigned }: SignedDataForm): ReadonlyMap<string, Bytes> {
  if (unsigned.length === 0 || info.nextTag !== derTags.context1) return new Map();
  const attributes = readAttributes(info.enter(derTags.context1));
  // A set of none is left out.
  if (attributes.size === 0 || [...attributes.keys()].some((id) => !unsigned.includes(id))) throw malformed('unsigned_attributes');
  return attributes;
}

function readAttributes(set: DerReader): Map<string, Bytes> {
  const attributes = new Map<string, Bytes>();
  const whole: Bytes[] = [];
  while (!set.isAtEnd) {
    const element = set.readWhole(derTags.sequence);
    whole.push(element);
    const attribute = new DerReader(element).enter(derTags.sequence);
    const id = decodeOid(attribute.read(derTags.objectIdentifier));
    const values = attribute.read(derTags.set);
    attribute.finish();
    if (attributes.has(id) || attributes.size >= maxAttributes) throw malformed('attributes');
    attributes.set(id, values);
  }
  checkOrder(whole);
  return attributes;
}

/** A SET OF in another order has the same meaning and other bytes, which a second reader would sort before it verifies. */
function checkOrder(elements: readonly Bytes[]): void {
  const isAscending = elements.every((element, index) => index === 0 || compareBytes(elements[index - 1] ?? element, element) < 0);
  if (!isAscending) throw malformed('set_order');
}
