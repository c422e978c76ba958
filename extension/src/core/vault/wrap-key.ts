import type { Bytes } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { Argon2idCost, VaultHeader, Wrapping, WrappingKind } from './vault-header.ts';

/** What opens a way in. `prf`: what the passkey's PRF extension gave for the wrapping's salt. */
export type Opener =
  | { readonly kind: 'passkey'; readonly credentialId: string; readonly salt: string; readonly prf: Bytes }
  /** `code`: its characters, as `parseRecoveryCode` gives them. */
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** The vault that a way in belongs to: bound into each, so that none can be carried to another. */
type Home = Pick<VaultHeader, 'vaultId' | 'rpId'>;

/** RFC 9106, section 4, second choice, with one lane: about 0.8 s on a slow laptop. */
export const passphraseCost: Argon2idCost = { m: 65_536, t: 3, p: 1 };

/** The vault's key sealed for one way in. `cost`: what guessing a passphrase shall cost. */
export async function wrapKey(key: Bytes, opener: Opener, home: Home, options: { nowMs: number; cost: Argon2idCost }): Promise<Wrapping> {
  const { nowMs, cost } = options;
  const id = crypto.randomUUID();
  const salt = opener.kind === 'passkey' ? opener.salt : encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapper = await deriveWrapper(opener, { salt, cost }, home);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bind(opener.kind, id, home) }, wrapper, key);
  const common = { id, createdAtMs: nowMs, salt, iv: encodeBase64Url(iv), key: encodeBase64Url(new Uint8Array(sealed)) };
  if (opener.kind === 'passkey') return { kind: 'passkey', ...common, credentialId: opener.credentialId };
  if (opener.kind === 'passphrase') return { kind: 'passphrase', ...common, argon2id: cost };
  return { kind: 'recovery', ...common };
}

/** The vault's key. @throws AppError `unlock_failed` when `opener` is not what this way in was made with. */
export async function unwrapKey(wrapping: Wrapping, opener: Opener, home: Home): Promise<Bytes> {
  const cost = wrapping.kind === 'passphrase' ? wrapping.argon2id : passphraseCost;
  const wrapper = await deriveWrapper(opener, { salt: wrapping.salt, cost }, home);
  const additionalData = bind(wrapping.kind, wrapping.id, home);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: decodeBase64Url(wrapping.iv), additionalData },
      wrapper,
      decodeBase64Url(wrapping.key),
    );
    return new Uint8Array(opened);
  } catch (cause) {
    throw new AppError('unlock_failed', {}, { cause });
  }
}

/** HKDF-SHA-256 (RFC 5869) from what the citizen brought to the AES key of one way in. */
async function deriveWrapper(opener: Opener, from: { salt: string; cost: Argon2idCost }, home: Home): Promise<CryptoKey> {
  const salt = decodeBase64Url(from.salt);
  const secret = await crypto.subtle.importKey('raw', await readSecret(opener, salt, from.cost), 'HKDF', false, ['deriveKey']);
  const info = encodeUtf8(`daricheh/vault/v1/${opener.kind}/${home.vaultId}`);
  const algorithm = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, secret, algorithm, false, ['encrypt', 'decrypt']);
}

async function readSecret(opener: Opener, salt: Bytes, cost: Argon2idCost): Promise<Bytes> {
  if (opener.kind === 'passkey') return opener.prf;
  if (opener.kind === 'recovery') return encodeUtf8(opener.code);
  return new Uint8Array(await argon2idAsync(encodeUtf8(opener.passphrase.normalize('NFKC')), salt, { ...cost, dkLen: 32 }));
}

function bind(kind: WrappingKind, id: string, home: Home): Bytes {
  return encodeUtf8(JSON.stringify(['daricheh/wrapping/v1', kind, id, home.vaultId, home.rpId]));
}
