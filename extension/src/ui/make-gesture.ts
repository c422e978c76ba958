import { decodeBase64Url } from '@daricheh/shared/encoding';
import type { PasskeyAssertion, PasskeyTag } from '@daricheh/shared/submission';

type Gesture = { readonly tag: PasskeyTag; readonly context: string; readonly nonce: string; readonly credentialIds: readonly string[] };
type Asserts = {
  assert(options: Omit<Gesture, 'nonce'> & { readonly nonce: Uint8Array<ArrayBuffer> }): Promise<PasskeyAssertion>;
};

/** Asks the passkey for what the background wants agreed to; null where it wants nothing. */
export async function makeGesture(ceremony: Asserts, gesture: Gesture | null): Promise<PasskeyAssertion | null> {
  return gesture && ceremony.assert({ ...gesture, nonce: decodeBase64Url(gesture.nonce) });
}
