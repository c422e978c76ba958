import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';

/** Bytes in base64url. */
const bytes = (shortest: number, longest: number) =>
  z.string().check(
    z.refine((text) => {
      try {
        const { length } = decodeBase64Url(text);
        return length >= shortest && length <= longest;
      } catch {
        // Not canonical base64url: the answer is no.
        return false;
      }
    }),
  );

/** What every way in has: its own salt, and the vault's key sealed under what it opens to. */
const wrapped = {
  id: z.string(),
  createdAtMs: z.number(),
  salt: bytes(16, 64),
  iv: bytes(12, 12),
  /** The vault's key, AES-256-GCM. */
  key: bytes(48, 48),
};

/** What Argon2id may cost. Bounded, so that a header that someone changed cannot make the wallet work for hours, or hardly at all. */
const argon2id = z.strictObject({
  /** Memory in KiB. */
  m: z.number().check(z.int(), z.gte(16_384), z.lte(262_144)),
  t: z.number().check(z.int(), z.gte(1), z.lte(10)),
  p: z.literal(1),
});
export type Argon2idCost = z.infer<typeof argon2id>;

/** The key under one passkey's PRF. @see WebAuthn Level 3, section 10.1.4 */
export const passkeyWrapping = z.strictObject({ kind: z.literal('passkey'), ...wrapped, credentialId: z.string() });
/** The key under the recovery code. */
export const recoveryWrapping = z.strictObject({ kind: z.literal('recovery'), ...wrapped });
/** The key under a passphrase, stretched at the cost that stands with it. */
export const passphraseWrapping = z.strictObject({ kind: z.literal('passphrase'), ...wrapped, argon2id });

/** The vault's key, wrapped for one way in. */
export const wrapping = z.discriminatedUnion('kind', [passkeyWrapping, recoveryWrapping, passphraseWrapping]);
export type Wrapping = z.infer<typeof wrapping>;
export type WrappingKind = Wrapping['kind'];

/**
 * Header of the vault, version 1: its identity and the ways in. Nothing of it is secret. `rpId` is the relying party of
 * its passkeys: under another one they give other bytes and open nothing, so it never changes.
 */
export const vaultHeader = z.strictObject({
  version: z.literal(1),
  vaultId: z.string(),
  rpId: z.string(),
  createdAtMs: z.number(),
  wrappings: z.array(wrapping).check(z.minLength(1), z.maxLength(20)),
});
export type VaultHeader = z.infer<typeof vaultHeader>;

/** The header that `stored` holds. @throws AppError `vault_damaged` when it is none, or of a version that is not known here. */
export function parseVaultHeader(stored: unknown): VaultHeader {
  const parsed = vaultHeader.safeParse(stored);
  if (!parsed.success) throw new AppError('vault_damaged');
  return parsed.data;
}
