import type { Bytes } from '../credential/crypto-ports.ts';
import { isSameBytes } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type Digest, encodeX5c, type PathOf, type VerifySignature, type VerifyWideChain, type WideCertificate } from '../x509/index.ts';
import { parseWideCertificate } from '../x509/parse-certificate.ts';
import { isSignedByWideKey } from '../x509/wide-signature.ts';
import { oids } from './oids.ts';
import { findUnbound } from './signed-attributes.ts';
import { parseSignedData, tokenForm } from './signed-data.ts';
import { isMeant, parseSigningCertificate } from './signing-certificate.ts';
import { parseTstInfo, type TstInfo } from './tst-info.ts';

export type TimeStampPorts = {
  /** Made with the anchors of time-stamp authorities, and no others. */
  readonly verifyTimeStampChain: VerifyWideChain;
  readonly verifySignature: VerifySignature;
  readonly digest: Digest;
};

export type TimeStampExpectations = {
  /** SHA-256 of what the token is to be about. */
  readonly imprint: Bytes;
  /** The nonce of the request that it answers, hexadecimal in lower case; absent where there was none, or it is no longer known. */
  readonly nonce?: string;
  /** When it is looked at: its authority must be believed then too, its chain valid. Absent: as of the time that it names. */
  readonly judgedAt?: Date;
};

/** A time stamp that holds. `path` is whose clock it was: the authority's certificate first, the anchor last. */
export type VerifiedTimeStamp = Pick<TstInfo, 'at' | 'accuracyMs' | 'policy' | 'serialNumber'> & { readonly path: PathOf<WideCertificate> };

/** What a token may measure: it carries a chain of certificates, and nothing large. */
export const maxTokenLength = 16_384;

/**
 * The time stamp in `token` (DER of a TimeStampToken), once everything in it holds: it is about the expected imprint, and
 * signed by a certificate for time stamps alone, which leads to an anchor and was valid at the time that it names. Every byte
 * counts: what is not signed, and not needed for the chain, is refused.
 *
 * Authorities sign as they do: RSA (PKCS #1 v1.5 and PSS) from 2048 bits on, P-256 and P-384, with SHA-256, SHA-384 and
 * SHA-512. The imprint is by SHA-256, and nothing in token or chain by SHA-1.
 *
 * Not checked: whether the authority's certificate has been revoked since, and how near the time is to any other.
 * @throws AppError `time_stamp_invalid`; its facts say `what`
 * @see RFC 3161, sections 2.2 to 2.4; RFC 5652, section 5.6; RFC 5816
 */
export async function verifyTimeStamp(token: Bytes, expected: TimeStampExpectations, ports: TimeStampPorts): Promise<VerifiedTimeStamp> {
  try {
    return await verify(token, expected, ports);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'time_stamp_invalid') throw error;
    // What was refused below, under the one code of time stamps.
    throw new AppError('time_stamp_invalid', { ...error.facts, reason: error.code }, { cause: error });
  }
}

async function verify(token: Bytes, expected: TimeStampExpectations, ports: TimeStampPorts): Promise<VerifiedTimeStamp> {
  if (token.length > maxTokenLength) throw invalid('size');
  const { data, info, certificates, signerId } = readToken(token);
  if (!isSameBytes(info.imprint, expected.imprint)) throw invalid('imprint');
  if (expected.nonce !== undefined && expected.nonce !== info.nonce) throw invalid('nonce');
  const leaf = certificates.find(
    ({ issuer, serialNumber }) => serialNumber === data.signer.serialNumber && isSameBytes(issuer, data.signer.issuer),
  );
  if (leaf === undefined || !(await isMeant(signerId, leaf, ports.digest))) throw invalid('signing_certificate');
  if (info.authorityName !== null && !isSameBytes(info.authorityName, leaf.subject)) throw invalid('authority_name');
  const unbound = await findUnbound(data.signer, { contentType: oids.tstInfo, content: data.content }, ports.digest);
  if (unbound !== null) throw invalid(unbound);
  const path = await verifyAuthority(leaf, certificates, [info.at, expected.judgedAt ?? info.at], ports.verifyTimeStampChain);
  const { signedBytes, algorithm, signature } = data.signer;
  if (!(await isSignedByWideKey(leaf.key, { data: signedBytes, algorithm, signature }, ports.verifySignature))) throw invalid('signature');
  const { at, accuracyMs, policy, serialNumber } = info;
  return { at, accuracyMs, policy, serialNumber, path };
}

function readToken(token: Bytes) {
  const data = parseSignedData(token, tokenForm);
  const signingCertificate = data.signer.attributes.get(oids.signingCertificateV2);
  if (signingCertificate === undefined) throw invalid('signing_certificate');
  const signerId = parseSigningCertificate(signingCertificate);
  return { data, info: parseTstInfo(data.content), certificates: data.certificates.map(parseWideCertificate), signerId };
}

/**
 * Every certificate that came along belongs to the path: an anchor may be among them, a stranger may not. The signer's says,
 * and marks as critical, that its key makes time stamps and does nothing else.
 * @see RFC 3161, section 2.3
 */
async function verifyAuthority(
  leaf: WideCertificate,
  certificates: readonly WideCertificate[],
  [at, judgedAt]: readonly [at: Date, judgedAt: Date],
  verifyChain: VerifyWideChain,
): Promise<PathOf<WideCertificate>> {
  const chain = orderChain(leaf, certificates);
  const { extendedKeyUsage, isExtendedKeyUsageCritical } = leaf.extensions;
  if (extendedKeyUsage?.length !== 1 || isExtendedKeyUsageCritical !== true) throw invalid('purpose');
  const x5c = encodeX5c(chain.map(({ der }) => der));
  const { path } = await verifyChain(x5c, { at, purpose: oids.timeStamping });
  await verifyChain(x5c, { at: judgedAt, purpose: oids.timeStamping });
  if (certificates.some(({ der }) => !path.some((each) => isSameBytes(each.der, der)))) throw invalid('certificates');
  return path;
}

/** From the leaf upward, each issued in the name of the next; whoever issued itself is an anchor or nobody. */
function orderChain(leaf: WideCertificate, certificates: readonly WideCertificate[]): WideCertificate[] {
  const chain = [leaf];
  const others = certificates.filter(({ der, issuer, subject }) => !isSameBytes(der, leaf.der) && !isSameBytes(issuer, subject));
  for (const _each of others) {
    const next = others.find(({ subject }) => isSameBytes(subject, chain.at(-1)?.issuer ?? subject));
    if (next === undefined || chain.includes(next)) break;
    chain.push(next);
  }
  return chain;
}

function invalid(what: string): AppError {
  return new AppError('time_stamp_invalid', { what });
}
