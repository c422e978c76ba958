import type { Awaitable } from '../credential/awaitable.ts';
import type { Bytes, VerifyP256 } from '../credential/crypto-ports.ts';
import { isSameBytes } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { chainInvalid, checkPurpose, checkValidity, type PathOf, pathRules } from './chain-rules.ts';
import { malformed } from './der-reader.ts';
import {
  type Certificate,
  type CertificateFacts,
  parseCertificate,
  parseWideCertificate,
  type WideCertificate,
} from './parse-certificate.ts';
import { isSignedByWideKey, type VerifySignature } from './wide-signature.ts';
import { decodeX5c } from './x5c.ts';

/** The chain held: `leaf` may be trusted for what its extensions say. The anchor is the last of `path`. */
export type VerifiedChainOf<C extends CertificateFacts> = { readonly leaf: C; readonly path: PathOf<C> };
export type VerifiedChain = VerifiedChainOf<Certificate>;

export type VerifyChainOptions = {
  readonly at: Date;
  /** Object identifier that the leaf's extended key usage must name; when absent, none is asked for. */
  readonly purpose?: string;
};

/** Verifies an `x5c` header value against anchors that it was made with. */
export type VerifyChainOf<C extends CertificateFacts> = (x5c: unknown, options: VerifyChainOptions) => Awaitable<VerifiedChainOf<C>>;
export type VerifyChain = VerifyChainOf<Certificate>;
/** The same for chains of the wider set. */
export type VerifyWideChain = VerifyChainOf<WideCertificate>;

/** How certificates of a kind are read, and whether one issued the other. */
type CertificateKind<C> = {
  readonly parse: (der: Bytes) => C;
  readonly isIssuedBy: (certificate: C, issuer: C) => Awaitable<boolean>;
};

const maxRemembered = 256;

/**
 * A verifier of certificate chains under `anchors`, the only certificates that are trusted by themselves. It remembers
 * the chains whose signatures held (256 of them): those are not computed again, while dates are compared at every call.
 *
 * The verifier throws AppError `certificate_malformed`, `certificate_chain_invalid`, `certificate_usage_invalid`,
 * `certificate_expired`, `certificate_not_yet_valid`, and `issuer_not_trusted` when no anchor issued the chain's end.
 * @see RFC 5280, section 6; OpenID4VC HAIP 1.0, section 6.1.1 (no anchor in x5c, leaf not self-signed)
 */
export function createChainVerifier({
  anchors,
  verifyP256,
}: {
  readonly anchors: readonly Bytes[];
  readonly verifyP256: VerifyP256;
}): VerifyChain {
  return createVerifierOf(anchors, {
    parse: parseCertificate,
    isIssuedBy: ({ tbs, signature }, { publicKey }) => verifyP256({ publicKey, data: tbs, signature }),
  });
}

/**
 * The same for chains of time-stamp authorities, whose keys and signatures may be of the wider set: RSA (PKCS #1 v1.5 and
 * PSS) of 2048 bits or more, P-256 and P-384, with SHA-256, SHA-384 and SHA-512. Nothing else in the house is verified by it.
 */
export function createWideChainVerifier({
  anchors,
  verifySignature,
}: {
  readonly anchors: readonly Bytes[];
  readonly verifySignature: VerifySignature;
}): VerifyWideChain {
  return createVerifierOf(anchors, {
    parse: parseWideCertificate,
    isIssuedBy: ({ tbs: data, algorithm, signature }, { key }) => isSignedByWideKey(key, { data, algorithm, signature }, verifySignature),
  });
}

function createVerifierOf<C extends CertificateFacts>(anchorDers: readonly Bytes[], kind: CertificateKind<C>): VerifyChainOf<C> {
  const anchors = anchorDers.map(kind.parse);
  const remembered = new Map<string, PathOf<C>>();
  return (x5c, options) => {
    const key = nameChain(x5c);
    const path = remembered.get(key);
    if (path !== undefined) return checkUse(path, options);
    return buildPath(decodeX5c(x5c).map(kind.parse), anchors, kind).then((built) => {
      if (remembered.size >= maxRemembered) remembered.delete(remembered.keys().next().value ?? '');
      remembered.set(key, built);
      return checkUse(built, options);
    });
  };
}

/** The chain's own text, for which one DER stands and no other: no hash is computed to look one up. A comma is no digit of base64. */
function nameChain(x5c: unknown): string {
  if (!Array.isArray(x5c)) throw malformed('x5c');
  const entries: readonly unknown[] = x5c;
  const [only] = entries;
  return entries.length === 1 && typeof only === 'string' && !only.includes(',') ? only : JSON.stringify(entries);
}

/** What depends on when and for what the chain is used, and so is looked at each time. */
function checkUse<C extends CertificateFacts>(path: PathOf<C>, { at, purpose }: VerifyChainOptions): VerifiedChainOf<C> {
  checkValidity(path, at);
  if (purpose !== undefined) checkPurpose(path, purpose);
  return { leaf: path[0], path };
}

async function buildPath<C extends CertificateFacts>(
  chain: readonly C[],
  anchors: readonly C[],
  kind: CertificateKind<C>,
): Promise<PathOf<C>> {
  checkLinks(chain, anchors);
  const [leaf, ...others] = chain;
  const last = chain.at(-1);
  if (!leaf || !last) throw chainInvalid('empty');
  for (const anchor of anchors) {
    if (!isSameBytes(anchor.subject, last.issuer)) continue;
    // Two anchors may bear one name while a root is replaced: the signature decides which one it was.
    if (!(await kind.isIssuedBy(last, anchor))) continue;
    const path: PathOf<C> = [leaf, ...others, anchor];
    for (const rule of pathRules) rule(path);
    await checkSignatures(chain, kind);
    return path;
  }
  throw new AppError('issuer_not_trusted');
}

/** Each certificate is issued in the name of the next; none is an anchor or issued by itself. */
function checkLinks(chain: readonly CertificateFacts[], anchors: readonly CertificateFacts[]): void {
  chain.forEach((certificate, index) => {
    const next = chain[index + 1];
    if (anchors.some(({ der }) => isSameBytes(der, certificate.der))) throw chainInvalid('anchor_in_chain');
    if (isSameBytes(certificate.issuer, certificate.subject)) throw chainInvalid('self_issued');
    if (next && !isSameBytes(certificate.issuer, next.subject)) throw chainInvalid('names');
  });
}

async function checkSignatures<C>(chain: readonly C[], { isIssuedBy }: CertificateKind<C>): Promise<void> {
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1];
    if (issuer && !(await isIssuedBy(certificate, issuer))) throw chainInvalid('signature');
  }
}
