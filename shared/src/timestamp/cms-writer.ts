import type { Bytes, Sha256, SignP256 } from '../credential/crypto-ports.ts';
import { derTags } from '../x509/der-reader.ts';
import { ecdsaWithSha256, parseCertificate } from '../x509/parse-certificate.ts';
import { writeAlgorithm, writeDer, writeInteger, writeOid, writeSet, writeUnsigned } from './der-writer.ts';
import { oids } from './oids.ts';

/** What is to be signed: its type, its bytes, and whether they travel inside. */
export type CmsContent = { readonly type: string; readonly bytes: Bytes; readonly isDetached: boolean };

/** By whom: DER of the certificate and the key that belongs to it. */
export type CmsSigner = { readonly certificate: Bytes; readonly sign: SignP256 };

export type CmsParts = {
  readonly content: CmsContent;
  readonly signer: CmsSigner;
  /** DER of those that travel along. */
  readonly certificates: readonly Bytes[];
  /** DER of the attributes that no signature covers, once the signature (DER of an Ecdsa-Sig-Value) is known. */
  readonly describeUnsigned?: (signature: Bytes) => Promise<readonly Bytes[]>;
};

/**
 * DER of a ContentInfo with signed data by one signer, with ECDSA on P-256 and SHA-256. Signed are what the content is, its
 * hash, and by which certificate.
 * @see RFC 5652, sections 5 and 11; RFC 5035, section 3
 */
export async function writeSignedData({ content, signer, certificates, describeUnsigned }: CmsParts, sha256: Sha256): Promise<Bytes> {
  const { issuer, serialNumber } = parseCertificate(signer.certificate);
  const attributes = await listSignedAttributes(content, signer.certificate, sha256);
  const signature = writeEcdsaSignature(await signer.sign(writeSet(derTags.set, attributes)));
  const unsigned = (await describeUnsigned?.(signature)) ?? [];
  const signerInfo = writeDer(
    derTags.sequence,
    writeInteger(1),
    writeDer(derTags.sequence, issuer, writeUnsigned(fromHex(serialNumber))),
    writeAlgorithm(oids.sha256),
    writeSet(derTags.context0, attributes),
    writeAlgorithm(ecdsaWithSha256),
    writeDer(derTags.octetString, signature),
    ...(unsigned.length === 0 ? [] : [writeSet(derTags.context1, unsigned)]),
  );
  const signedData = writeDer(
    derTags.sequence,
    // Version 1 is that of plain data, 3 of any other content. See RFC 5652, section 5.1.
    writeInteger(content.type === oids.data ? 1 : 3),
    writeDer(derTags.set, writeAlgorithm(oids.sha256)),
    writeContent(content),
    ...(certificates.length === 0 ? [] : [writeSet(derTags.context0, certificates)]),
    writeDer(derTags.set, signerInfo),
  );
  return writeDer(derTags.sequence, writeOid(oids.signedData), writeDer(derTags.context0, signedData));
}

/** One attribute with one value. @see RFC 5652, section 5.3 */
export function writeAttribute(oid: string, value: Bytes): Bytes {
  return writeDer(derTags.sequence, writeOid(oid), writeDer(derTags.set, value));
}

/** Bytes of a number in hexadecimal, two digits each. */
export function fromHex(digits: string): Bytes {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function writeContent({ type, bytes, isDetached }: CmsContent): Bytes {
  const inside = isDetached ? [] : [writeDer(derTags.context0, writeDer(derTags.octetString, bytes))];
  return writeDer(derTags.sequence, writeOid(type), ...inside);
}

async function listSignedAttributes({ type, bytes }: CmsContent, certificate: Bytes, sha256: Sha256): Promise<Bytes[]> {
  const id = writeDer(derTags.sequence, writeDer(derTags.octetString, await sha256(certificate)));
  return [
    writeAttribute(oids.contentType, writeOid(type)),
    writeAttribute(oids.messageDigest, writeDer(derTags.octetString, await sha256(bytes))),
    writeAttribute(oids.signingCertificateV2, writeDer(derTags.sequence, writeDer(derTags.sequence, id))),
  ];
}

/** @see RFC 3279, section 2.2.3 */
function writeEcdsaSignature(signature: Bytes): Bytes {
  return writeDer(derTags.sequence, writeUnsigned(signature.subarray(0, 32)), writeUnsigned(signature.subarray(32)));
}
