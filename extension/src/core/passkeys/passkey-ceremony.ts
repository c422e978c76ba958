import type { Bytes } from '@daricheh/shared/credential';
import type { PasskeyAssertion, PasskeyTag } from '@daricheh/shared/submission';
import type { PasskeyRegistration } from './passkey-record.ts';

/** A passkey just made. `prf`: it can open a vault, as far as it says. */
export type CreatedPasskey = {
  readonly rpId: string;
  readonly registration: PasskeyRegistration;
  readonly attachment: 'platform' | 'cross-platform' | null;
  readonly prf: boolean;
};

/** A passkey that opens a vault, and the salt (base64url) for its PRF. */
export type PasskeyWay = { readonly credentialId: string; readonly salt: string };

/**
 * What a page may ask of the citizen's authenticator. Each asks for user verification and shows the browser's own window.
 * Every challenge is built here from a tag of ours; nobody hands one in.
 * Throws AppError: `passkey_cancelled`, `passkey_unsupported`, `passkey_exists`, `passkey_without_prf`, `passkey_failed`.
 */
export type PasskeyCeremony = {
  /** Whether this browser has passkeys at all. */
  isAvailable(): boolean;
  /** Makes a passkey. `exclude`: credential ids of those that an authenticator must not make a second one beside. */
  create(options: { readonly exclude: readonly string[] }): Promise<CreatedPasskey>;
  /** What one of `passkeys` gives for its salt: 32 bytes that open the vault. They go to the background and nowhere else. */
  unlock(options: { readonly vaultId: string; readonly passkeys: readonly PasskeyWay[] }): Promise<{ credentialId: string; prf: Bytes }>;
  /** A gesture over a tagged challenge, without the PRF. */
  assert(options: {
    readonly tag: PasskeyTag;
    readonly context: string;
    readonly nonce: Bytes;
    readonly credentialIds: readonly string[];
  }): Promise<PasskeyAssertion>;
};
