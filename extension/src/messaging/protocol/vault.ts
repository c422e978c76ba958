import * as z from 'zod/mini';
import { type MessageEntry, returns } from '../message-entry.ts';
import { base64Url, itemId, nothing } from './shapes.ts';

const secretText = z.string().check(z.minLength(1), z.maxLength(1024));
const passkeyOpener = z.strictObject({ kind: z.literal('passkey'), credentialId: base64Url, salt: base64Url, prf: base64Url });
const passphraseOpener = z.strictObject({ kind: z.literal('passphrase'), passphrase: secretText });

/** A passkey just made, as `PasskeyCeremony.create` gives it. */
const newPasskey = z.strictObject({
  rpId: z.string(),
  attachment: z.nullable(z.enum(['platform', 'cross-platform'])),
  registration: z.strictObject({
    credentialId: base64Url,
    attestationObject: z.string().check(z.maxLength(65_536)),
    clientDataJSON: z.string().check(z.maxLength(8192)),
    transports: z.array(z.string()),
    nonce: base64Url,
  }),
});

/** What is sent about the vault: its lock and its ways in. */
export const vaultMessages = {
  'vault/status': { from: 'extension', request: nothing, response: returns<VaultStatus>() },
  /** What a passkey ceremony needs to know. Not secret. */
  'vault/passkeys': { from: 'extension', request: nothing, response: returns<VaultPasskeys>() },
  'vault/create': {
    from: 'extension',
    request: z.strictObject({
      opener: z.discriminatedUnion('kind', [passkeyOpener, passphraseOpener]),
      recoveryCode: secretText,
      passkey: z.nullable(newPasskey),
    }),
    response: returns<null>(),
  },
  'vault/unlock': {
    from: 'extension',
    request: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('passkey'), credentialId: base64Url, prf: base64Url }),
      z.strictObject({ kind: z.literal('recovery'), code: secretText }),
      passphraseOpener,
    ]),
    response: returns<UnlockAnswer>(),
  },
  /** Opens the small window in which the citizen unlocks: a popup closes when the browser asks for a passkey. */
  'vault/open-unlock-window': { from: 'extension', request: nothing, response: returns<null>() },
  'vault/lock': { from: 'extension', request: nothing, response: returns<null>() },
  /** The citizen is at a page of ours: the vault stays open for its whole time from now. */
  'vault/stay-open': { from: 'extension', request: nothing, response: returns<null>() },
  'vault/list-ways-in': { from: 'extension', request: nothing, response: returns<WaysInView>() },
  /** `opener` is null for a passkey that cannot open a vault: it only signs. */
  'vault/add-passkey': {
    from: 'extension',
    request: z.strictObject({ opener: z.nullable(passkeyOpener), passkey: newPasskey }),
    response: returns<null>(),
  },
  'vault/set-recovery-code': { from: 'extension', request: z.strictObject({ code: secretText }), response: returns<null>() },
  'vault/set-passphrase': { from: 'extension', request: z.strictObject({ passphrase: secretText }), response: returns<null>() },
  'vault/remove-way-in': { from: 'extension', request: itemId, response: returns<null>() },
} as const satisfies Record<string, MessageEntry>;

/** `ways`: how it can be opened. `expiresAtMs`: when it locks by itself, unless used. `lost`: there was one, and its storage is gone. */
export type VaultStatus =
  | { readonly state: 'none' | 'lost' | 'damaged' }
  | { readonly state: 'locked'; readonly ways: readonly WayInKind[] }
  | { readonly state: 'unlocked'; readonly expiresAtMs: number };

export type WayInKind = 'passkey' | 'recovery' | 'passphrase';

/** A way in, and passkeys that only sign (`opens` false). `attachment`: this device, or another one. */
export type WayInView = {
  readonly id: string;
  readonly kind: WayInKind;
  readonly opens: boolean;
  readonly attachment: 'platform' | 'cross-platform' | null;
  readonly createdAtMs: number;
};

/** `hasDamage`: what was kept of a passkey can no longer be read. It may still open the vault, but no issuer can register it. */
export type WaysInView = { readonly ways: readonly WayInView[]; readonly hasDamage: boolean };

/** `passkeys`: those that open the vault, each with the salt for its PRF. */
export type VaultPasskeys = {
  readonly vaultId: string;
  readonly passkeys: readonly { readonly credentialId: string; readonly salt: string }[];
};

export type UnlockAnswer =
  | { readonly kind: 'unlocked' }
  | {
      readonly kind: 'refused';
      readonly code: 'unlock_failed' | 'recovery_code_malformed' | 'recovery_code_mistyped';
      readonly waitMs: number;
    }
  | { readonly kind: 'wait'; readonly waitMs: number };
