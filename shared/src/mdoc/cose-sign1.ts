import { type Cbor, writeCbor } from '../cbor/index.ts';
import type { Awaitable } from '../credential/awaitable.ts';
import type { Bytes, P256PublicJwk, SignP256, VerifyP256 } from '../credential/index.ts';
import { readDocument, takeArray, takeBytes, takeMap } from './cbor-parts.ts';
import { invalidMdoc } from './mdoc-error.ts';

/** A COSE_Sign1, decoded and not yet believed. */
export type CoseSign1 = {
  /** The protected header as it was signed. */
  readonly protectedBytes: Bytes;
  readonly algorithm: Cbor | undefined;
  readonly hasCritical: boolean;
  /** DER, leaf first; empty where the header names none. */
  readonly x5chain: readonly Bytes[];
  /** Null where it travels apart. */
  readonly payload: Bytes | null;
  /** 64 bytes, r‖s, where the algorithm is ours. */
  readonly signature: Bytes;
};

const labels = { algorithm: 1, critical: 2, x5chain: 33 } as const;

/** ES256 as COSE numbers it, and ESP256, which says the same of a key on P-256. @see RFC 9053, section 2.1; RFC 9864, section 2.1 */
export const signatureAlgorithms: readonly unknown[] = [-7, -9];

const protectedEs256 = writeCbor(new Map([[labels.algorithm, -7]]));

/** The parts of a COSE_Sign1 without its tag. @throws AppError `mdoc_invalid` @see RFC 9052, section 4.2; RFC 9360, section 2 */
export function parseCoseSign1(value: Cbor | undefined, what: string): CoseSign1 {
  const parts = takeArray(value, what);
  if (parts.length !== 4) throw invalidMdoc(what);
  const [protectedPart, unprotected, payload, signature] = parts;
  const protectedBytes = takeBytes(protectedPart, what);
  const header = takeMap(readDocument(protectedBytes, what), what);
  return {
    protectedBytes,
    algorithm: header.get(labels.algorithm),
    hasCritical: header.has(labels.critical),
    x5chain: readChain(takeMap(unprotected, what).get(labels.x5chain), what),
    payload: payload === null ? null : takeBytes(payload, what),
    signature: takeBytes(signature, what),
  };
}

function readChain(value: Cbor | undefined, what: string): readonly Bytes[] {
  if (value === undefined) return [];
  if (value instanceof Uint8Array) return [value];
  return takeArray(value, what).map((certificate) => takeBytes(certificate, what));
}

/** True when `key` signed `payload` under this header. @see RFC 9052, section 4.4 */
export function isCoseSignedBy(
  { protectedBytes, signature }: CoseSign1,
  payload: Bytes,
  publicKey: P256PublicJwk,
  verifyP256: VerifyP256,
): Awaitable<boolean> {
  if (signature.length !== 64) return false;
  return verifyP256({ publicKey, data: toBeSigned(protectedBytes, payload), signature });
}

/** A COSE_Sign1 with ES256. A `detached` payload is signed and left out. */
export async function signCoseSign1(
  content: { readonly payload: Bytes; readonly isDetached: boolean; readonly x5chain?: readonly Bytes[] },
  sign: SignP256,
): Promise<Cbor> {
  const { payload, isDetached, x5chain = [] } = content;
  const [leaf] = x5chain;
  const chain = leaf && x5chain.length === 1 ? leaf : x5chain;
  const unprotected = new Map<number, Cbor>(leaf ? [[labels.x5chain, chain]] : []);
  return [protectedEs256, unprotected, isDetached ? null : payload, await sign(toBeSigned(protectedEs256, payload))];
}

/** The Sig_structure; nothing is authenticated beside it. */
function toBeSigned(protectedBytes: Bytes, payload: Bytes): Bytes {
  return writeCbor(['Signature1', protectedBytes, noBytes, payload]);
}

const noBytes: Bytes = new Uint8Array();
