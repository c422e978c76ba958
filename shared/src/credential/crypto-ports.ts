import { AppError } from '../errors/index.ts';
import type { Awaitable } from './awaitable.ts';

/** Bytes as WebCrypto takes them: never backed by shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A public key on P-256 (RFC 7518, section 6.2.1) and nothing beside it. Coordinates: 32 bytes each, base64url. */
export type P256PublicJwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

/**
 * True when `signature` (64 bytes, r‖s) is an ECDSA signature with SHA-256 over `data` by `publicKey`. Trusted to
 * answer false, and not to throw, for a point that is not on the curve or a signature of another length.
 */
export type VerifyP256 = (args: { publicKey: P256PublicJwk; data: Bytes; signature: Bytes }) => Awaitable<boolean>;

/** The ECDSA signature (P-256, SHA-256; 64 bytes, r‖s) over `data` by the one key that the port holds. */
export type SignP256 = (data: Bytes) => Awaitable<Bytes>;

/** The 32 bytes of SHA-256 over `data`. */
export type Sha256 = (data: Bytes) => Awaitable<Bytes>;

/** `length` bytes from a cryptographic generator. */
export type RandomBytes = (length: number) => Bytes;

/**
 * The public key that `value` states. Members that describe use (`kid`, `alg`, `use`) are left out of the answer; a
 * private part is refused. Not checked: that the point lies on the curve, which `VerifyP256` does.
 * @throws AppError `key_invalid`
 * @see RFC 7517, section 4; RFC 7518, section 6.2
 */
export function parseP256PublicJwk(value: unknown): P256PublicJwk {
  if (typeof value !== 'object' || value === null) throw new AppError('key_invalid');
  const { kty, crv, x, y, d } = value as { readonly [name: string]: unknown };
  if (kty !== 'EC' || crv !== 'P-256' || d !== undefined) throw new AppError('key_invalid');
  if (!isCoordinate(x) || !isCoordinate(y)) throw new AppError('key_invalid');
  return { kty, crv, x, y };
}

/** True when both state the same point. */
export function isSameP256Key(a: P256PublicJwk, b: P256PublicJwk): boolean {
  return a.x === b.x && a.y === b.y;
}

/** 32 bytes in canonical base64url: of the last digit's six bits two are unused, and zero. */
const coordinate = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

function isCoordinate(text: unknown): text is string {
  return typeof text === 'string' && coordinate.test(text);
}
