import { encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import type { CertificatePath } from '../x509/index.ts';
import { type Awaitable, after } from './awaitable.ts';
import type { Sha256 } from './crypto-ports.ts';

/** A type of document: SD-JWT VC by its `vct`, mdoc by its doctype. */
export type DocumentType = { readonly vct: string } | { readonly doctype: string };

/** A type that an issuer may issue, as the trust list writes it. Several entries of one type are alternatives: so a key is replaced by another. */
export type RegisteredDocument = DocumentType & {
  /** When documents of this entry begin and cease to be believed, by the time of verification (RFC 3339). */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** SHA-256 over DER, base64url: one certificate of the chain, leaf, authority or anchor, has one of these. Absent: any chain that leads to an anchor. */
  readonly certificateHashes?: readonly string[] | undefined;
};

/** An issuer and what it may issue, as the trust list writes it. */
export type RegisteredIssuer = { readonly issuer: string; readonly documents: readonly RegisteredDocument[] };

/** A document in hand, whose chain holds: who issued it, of what type, and at what time it is looked at. */
export type IssuedDocument = {
  readonly issuer: string;
  readonly type: DocumentType;
  readonly path: CertificatePath;
  readonly at: Date;
};

/** The entries under which `issuer` may issue documents of `type` at that time; empty when it may not. */
export function findRegisteredDocuments(
  issuers: readonly RegisteredIssuer[],
  { issuer, type, at }: Omit<IssuedDocument, 'path'>,
): readonly RegisteredDocument[] {
  const listed = issuers.filter((each) => each.issuer === issuer).flatMap(({ documents }) => documents);
  return listed.filter((entry) => isSameType(entry, type) && isWithin(entry, at));
}

/**
 * Returns when the trust list names the issuer for that type, at that time, with a certificate of that chain.
 * @throws AppError `issuer_not_trusted`; `what` says whether the list (`trust_list`) or the certificate (`certificate`) is at fault
 */
export function checkIssuerRegistered(issuers: readonly RegisteredIssuer[], document: IssuedDocument, sha256: Sha256): Awaitable<void> {
  const entries = findRegisteredDocuments(issuers, document);
  if (entries.length === 0) throw new AppError('issuer_not_trusted', { what: 'trust_list' });
  const isFree = entries.some(({ certificateHashes }) => certificateHashes === undefined);
  if (isFree) return;
  return after(hashPath(document.path, sha256), (hashes) => {
    const isNamed = entries.some(({ certificateHashes = [] }) => certificateHashes.some((hash) => hashes.includes(hash)));
    if (!isNamed) throw new AppError('issuer_not_trusted', { what: 'certificate' });
  });
}

/** Hashes of the paths that were looked at; a chain verifier hands out the same path for the same chain. */
const hashedPaths = new WeakMap<CertificatePath, Awaitable<readonly string[]>>();

function hashPath(path: CertificatePath, sha256: Sha256): Awaitable<readonly string[]> {
  const known = hashedPaths.get(path);
  if (known !== undefined) return known;
  const digests = path.map(({ der }) => after(sha256(der), encodeBase64Url));
  const hashes = digests.every((digest) => typeof digest === 'string') ? digests : Promise.all(digests);
  hashedPaths.set(path, hashes);
  return hashes;
}

/** True when both name the same document type, in the same format. */
export function isSameType(a: DocumentType, b: DocumentType): boolean {
  return 'vct' in a ? 'vct' in b && a.vct === b.vct : 'doctype' in b && a.doctype === b.doctype;
}

function isWithin({ from, until }: Pick<RegisteredDocument, 'from' | 'until'>, at: Date): boolean {
  return (from === undefined || Date.parse(from) <= at.getTime()) && (until === undefined || at.getTime() < Date.parse(until));
}
