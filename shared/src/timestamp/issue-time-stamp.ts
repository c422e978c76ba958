import type { Bytes, Sha256, SignP256 } from '../credential/crypto-ports.ts';
import { derTags } from '../x509/der-reader.ts';
import { parseCertificate } from '../x509/parse-certificate.ts';
import { fromHex, writeSignedData } from './cms-writer.ts';
import { writeDer, writeGeneralizedTime, writeInteger, writeOid, writeUnsigned } from './der-writer.ts';
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
  const certificates = wantsCertificates ? authority.chain : [];
  const signer = { certificate: leafDer, sign: authority.sign };
  return writeSignedData({ content: { type: oids.tstInfo, bytes: content, isDetached: false }, signer, certificates }, sha256);
}
