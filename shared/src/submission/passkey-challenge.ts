import type { Bytes, Sha256 } from '../credential/index.ts';
import { encodeUtf8, joinBytes } from '../encoding/index.ts';

/** What a passkey of the wallet may be asked to agree to. */
export type PasskeyTag = 'daricheh/register' | 'daricheh/unlock' | 'daricheh/submit';

export type PasskeyChallengeParts = {
  readonly tag: PasskeyTag;
  /** What it is about: `onboarding`, an issuer's identifier, the Merkle root of a batch (base64url). Holds no NUL. */
  readonly context: string;
  readonly nonce: Bytes;
};

/**
 * The challenge that the wallet's passkey signs: SHA-256(tag ‖ 0x00 ‖ context ‖ 0x00 ‖ nonce). Whatever a stranger sends
 * as nonce, the tag is ours, so that an assertion made for one act never serves another.
 */
export async function buildPasskeyChallenge({ tag, context, nonce }: PasskeyChallengeParts, sha256: Sha256): Promise<Bytes> {
  return sha256(joinBytes(encodeUtf8(`${tag}\0${context}\0`), nonce));
}
