import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import {
  buildPasskeyChallenge,
  type ListedPasskey,
  type PasskeyAssertion,
  type PasskeyTag,
  verifyPasskeyAssertion,
} from '@daricheh/shared/submission';
import type { GestureRequest } from '../consent/prompt-view.ts';
import { sha256, verifyP256, verifyRs256 } from './wallet-crypto.ts';

/** What one gesture agrees to. `nonce` is taken as its UTF-8 bytes. */
export type Gesture = { readonly tag: PasskeyTag; readonly context: string; readonly nonce: string };

/** The citizen's passkeys, and the wallet as their relying party knows it. */
export type PasskeyRing = {
  readonly passkeys: readonly ListedPasskey[];
  /** Origin of the wallet's own pages, and the RP id of its passkeys. */
  readonly wallet: { readonly origin: string; readonly rpId: string };
};

/** W18: what the window asks for. The tag is our own, and the ceremony builds the challenge from it: none ever comes from outside. */
export function requestGesture({ tag, context, nonce }: Gesture, credentialIds: readonly string[]): GestureRequest {
  return { tag, context, nonce: encodeBase64Url(encodeUtf8(nonce)), credentialIds };
}

/**
 * That the citizen agreed to exactly this: by one of the wallet's passkeys, present and verified.
 * @throws AppError `gesture_invalid`
 */
export async function confirmGesture(assertion: PasskeyAssertion, { tag, context, nonce }: Gesture, ring: PasskeyRing): Promise<void> {
  const expected = {
    challenge: await buildPasskeyChallenge({ tag, context, nonce: encodeUtf8(nonce) }, sha256),
    passkeys: ring.passkeys,
    wallets: [ring.wallet],
  };
  await verifyPasskeyAssertion(assertion, expected, { sha256, verifyP256, verifyRs256 });
}
