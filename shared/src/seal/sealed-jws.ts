import {
  type Bytes,
  checkJwsHeader,
  isJwsSignedBy,
  type JsonObject,
  parseCompactJws,
  type Sha256,
  type SignP256,
  signCompactJws,
  type VerifyP256,
} from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { AppError, type ErrorCode } from '../errors/index.ts';
import type { VerifyChain } from '../x509/index.ts';

/** By what an agency seals: its certificate chain, leaf first and without the anchor, and the key of the leaf. */
export type Seal = { readonly x5c: readonly string[]; readonly sign: SignP256 };

/** What may have sealed a document. */
export type SealExpectations = {
  /** Stands as URI in the certificate. */
  readonly origin: string;
  /** SHA-256 of the certificates registered for the agency, base64url; null where the chain alone decides. */
  readonly certificateHashes: readonly string[] | null;
  /** When the seal was set: the certificate must have been valid then. */
  readonly at: Date;
};

export type SealPorts = { readonly verifyChain: VerifyChain; readonly verifyP256: VerifyP256; readonly sha256: Sha256 };

/** The compact JWS over `payload` under the agency's seal. */
export function sealJws(typ: string, payload: Bytes | JsonObject, { x5c, sign }: Seal): Promise<string> {
  return signCompactJws({ header: { typ, x5c }, payload }, sign);
}

/**
 * The payload's bytes, once the seal on them holds: ES256 by the leaf of a chain that leads to an anchor, whose
 * certificate names the origin and is one of those registered.
 * @throws AppError with `code`, whatever did not hold; its facts say `what`
 */
export async function openSealedJws(
  text: string,
  expected: SealExpectations & { readonly typ: string; readonly code: ErrorCode },
  ports: SealPorts,
): Promise<Bytes> {
  const { typ, code } = expected;
  const jws = parseCompactJws(text, { code });
  checkJwsHeader(jws, { code, typ, keyIn: 'x5c' });
  const leaf = await findLeaf(jws.header['x5c'], expected, ports);
  if (!leaf.extensions.subjectAltName?.uris.includes(expected.origin)) throw new AppError(code, { what: 'origin' });
  const hash = encodeBase64Url(await ports.sha256(leaf.der));
  if (expected.certificateHashes !== null && !expected.certificateHashes.includes(hash)) throw new AppError(code, { what: 'certificate' });
  if (!(await isJwsSignedBy(jws, leaf.publicKey, ports.verifyP256))) throw new AppError(code, { what: 'signature' });
  return jws.payload;
}

async function findLeaf(x5c: unknown, { at, code }: { readonly at: Date; readonly code: ErrorCode }, { verifyChain }: SealPorts) {
  try {
    return (await verifyChain(x5c, { at })).leaf;
  } catch (cause) {
    if (cause instanceof AppError) throw new AppError(code, { what: cause.code }, { cause });
    throw cause;
  }
}
