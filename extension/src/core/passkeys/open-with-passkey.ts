import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { PasskeyCeremony } from './passkey-ceremony.ts';

/** What wraps a vault's key for a passkey; `prf` in base64url, for a message to the background. */
export type PasskeyOpener = { readonly kind: 'passkey'; readonly credentialId: string; readonly salt: string; readonly prf: string };

/**
 * What a passkey just made gives for a fresh salt, by a gesture of its own: creation gives none that can be relied on.
 * Undefined where it turns out to have no PRF after all.
 * @throws AppError `passkey_cancelled`, `passkey_failed`
 */
export async function openWithPasskey(ceremony: PasskeyCeremony, credentialId: string): Promise<PasskeyOpener | undefined> {
  const salt = encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  try {
    const { prf } = await ceremony.unlock({ vaultId: 'new', passkeys: [{ credentialId, salt }] });
    return { kind: 'passkey', credentialId, salt, prf: encodeBase64Url(prf) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'passkey_without_prf') return undefined;
    throw error;
  }
}
