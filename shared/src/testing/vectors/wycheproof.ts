import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes, P256PublicJwk } from '../../credential/crypto-ports.ts';
import { encodeBase64Url } from '../../encoding/index.ts';

/** [tcId, comment, …, whether it is valid]; bytes in hex. README.md beside this file says where they come from. */
type File = {
  readonly ecdsa: {
    readonly message: string;
    readonly special: { readonly values: Readonly<Record<string, string>> };
    readonly groups: readonly { readonly key: string; readonly tests: readonly (readonly [number, string, string, boolean])[] }[];
  };
  readonly jws: { readonly key: P256PublicJwk; readonly tests: readonly (readonly [number, string, string, boolean])[] };
  readonly hkdf: readonly (readonly [tcId: number, ikm: string, salt: string, info: string, okm: string])[];
  readonly aesGcm: readonly (readonly [
    tcId: number,
    comment: string,
    key: string,
    iv: string,
    msg: string,
    ct: string,
    tag: string,
    isValid: boolean,
  ])[];
};

/** A signature over `data`, by or not by `publicKey`. */
export type EcdsaVector = {
  readonly name: string;
  readonly publicKey: P256PublicJwk;
  readonly data: Bytes;
  readonly signature: Bytes;
  readonly isValid: boolean;
};

const file = JSON.parse(readFileSync(join(import.meta.dirname, 'wycheproof.json'), 'utf8')) as File;

/** Project Wycheproof: ECDSA over P-256 with SHA-256, signatures as r‖s. */
export const ecdsaVectors: readonly EcdsaVector[] = [
  ...file.ecdsa.groups.flatMap(({ key, tests }) =>
    tests.map(([id, comment, signature, isValid]) => vector(`tcId ${id}, ${comment}`, key, signature, isValid)),
  ),
  ...listSpecialValues(),
];

/** Project Wycheproof: ES256 in compact JWS. */
export const jwsVectors = file.jws;
export const hkdfVectors = file.hkdf;
export const aesGcmVectors = file.aesGcm;

/** The bytes that a hex text stands for. */
export function readHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function listSpecialValues(): EcdsaVector[] {
  const values = Object.entries(file.ecdsa.special.values);
  const key = file.ecdsa.groups[0]?.key ?? '';
  return values.flatMap(([r, first]) => values.map(([s, second]) => vector(`r=${r} and s=${s}`, key, first + second, false)));
}

function vector(name: string, key: string, signature: string, isValid: boolean): EcdsaVector {
  const [x, y] = [key.slice(0, 64), key.slice(64)].map((hex) => encodeBase64Url(readHex(hex)));
  const publicKey = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' } as const;
  return { name, publicKey, data: readHex(file.ecdsa.message), signature: readHex(signature), isValid };
}
