import type { Bytes, Sha256, SignP256 } from '../credential/crypto-ports.ts';
import { derTags } from '../x509/der-reader.ts';
import { ecdsaWithSha256, parseCertificate } from '../x509/parse-certificate.ts';
import { writeAlgorithm, writeDer, writeGeneralizedTime, writeInteger, writeOid, writeSet, writeUnsigned } from './der-writer.ts';
import { oids } from './oids.ts';
import { type TimeStampRequest, writeImprint } from './time-stamp-request.ts';

/** Whose clock it is. */
export type TimeStampAuthority = {
  /** DER of the certificate for time stamps and those above it, the anchor left out. */
  readonly chain: readonly [leaf: Bytes, ...authorities: Bytes[]];
  readonly sign: SignP256;
  /** Object identifier of the rules that it follows. */
  readonly policy: string;
  /** How far its clock may be off, in whole seconds. */
  readonly accuracySeconds: number;
};

/** What each token has of its own. */
export type TimeStampMoment = {
  readonly at: Date;
  /** At most 20 bytes, never twice the same. */
  readonly serialNumber: Bytes;
};

/** DER of the token that says that the imprint existed at that moment. @see RFC 3161, section 2.4.2; RFC 5816 */
export async function issueTimeStamp(
  { imprint, nonce, wantsCertificates }: Pick<TimeStampRequest, 'imprint' | 'nonce' | 'wantsCertificates'>,
  { at, serialNumber }: TimeStampMoment,
  authority: TimeStampAuthority,
  { sha256 }: { sha256: Sha256 },
): Promise<Bytes> {
  const [leafDer] = authority.chain;
  const leaf = parseCertificate(leafDer);
  const content = writeDer(
    derTags.sequence,
    writeInteger(1),
    writeOid(authority.policy),
    writeImprint(imprint),
    writeUnsigned(serialNumber),
    writeGeneralizedTime(at),
    writeDer(derTags.sequence, writeInteger(authority.accuracySeconds)),
    ...(nonce === null ? [] : [writeUnsigned(fromHex(nonce))]),
    writeDer(derTags.context0, writeDer(derTags.context4, leaf.subject)),
  );
  const attributes = await listAttributes(content, leafDer, sha256);
  const signature = await authority.sign(writeSet(derTags.set, attributes));
  const signer = writeDer(
    derTags.sequence,
    writeInteger(1),
    writeDer(derTags.sequence, leaf.issuer, writeUnsigned(fromHex(leaf.serialNumber))),
    writeAlgorithm(oids.sha256),
    writeSet(derTags.context0, attributes),
    writeAlgorithm(ecdsaWithSha256),
    writeDer(derTags.octetString, writeEcdsaSignature(signature)),
  );
  const signedData = writeDer(
    derTags.sequence,
    writeInteger(3),
    writeDer(derTags.set, writeAlgorithm(oids.sha256)),
    writeDer(derTags.sequence, writeOid(oids.tstInfo), writeDer(derTags.context0, writeDer(derTags.octetString, content))),
    ...(wantsCertificates ? [writeSet(derTags.context0, authority.chain)] : []),
    writeDer(derTags.set, signer),
  );
  return writeDer(derTags.sequence, writeOid(oids.signedData), writeDer(derTags.context0, signedData));
}

/** What the signature covers: what it is, its hash, and by which certificate. @see RFC 5652, section 11; RFC 5035, section 3 */
async function listAttributes(content: Bytes, leaf: Bytes, sha256: Sha256): Promise<Bytes[]> {
  const id = writeDer(derTags.sequence, writeDer(derTags.octetString, await sha256(leaf)));
  return [
    writeAttribute(oids.contentType, writeOid(oids.tstInfo)),
    writeAttribute(oids.messageDigest, writeDer(derTags.octetString, await sha256(content))),
    writeAttribute(oids.signingCertificateV2, writeDer(derTags.sequence, writeDer(derTags.sequence, id))),
  ];
}

function writeAttribute(oid: string, value: Bytes): Bytes {
  return writeDer(derTags.sequence, writeOid(oid), writeDer(derTags.set, value));
}

/** @see RFC 3279, section 2.2.3 */
function writeEcdsaSignature(signature: Bytes): Bytes {
  return writeDer(derTags.sequence, writeUnsigned(signature.subarray(0, 32)), writeUnsigned(signature.subarray(32)));
}

function fromHex(digits: string): Bytes {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
