import { encodeUtf8 } from '@daricheh/shared/encoding';
import { buildPasskeyChallenge, type PasskeyAssertion } from '@daricheh/shared/submission';
import { createTestPasskey, sha256, testWalletOrigin } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { confirmGesture, type Gesture, requestGesture } from './confirm-gesture.ts';

const gesture: Gesture = { tag: 'daricheh/unlock', context: 'present p1', nonce: 'nonce-of-the-request' };
const passkey = createTestPasskey();
const ring = { passkeys: [passkey.listed], wallet: { origin: testWalletOrigin, rpId: testWalletOrigin } };
const refused = expect.objectContaining({ code: 'gesture_invalid' });

async function agree({ tag, context, nonce }: Gesture): Promise<PasskeyAssertion> {
  return passkey.assert(await buildPasskeyChallenge({ tag, context, nonce: encodeUtf8(nonce) }, sha256));
}

describe('W18: what a passkey agrees to is tagged and built by the wallet', () => {
  it('counts for the very act that was shown', async () => {
    await expect(confirmGesture(await agree(gesture), gesture, ring)).resolves.toBeUndefined();
    expect(requestGesture(gesture, ['a'])).toMatchObject({ tag: 'daricheh/unlock', context: 'present p1', credentialIds: ['a'] });
  });

  it.each<[string, Gesture]>([
    ['another act', { ...gesture, tag: 'daricheh/submit' }],
    ['another question', { ...gesture, context: 'present p2' }],
    ['another request', { ...gesture, nonce: 'nonce-of-another-request' }],
  ])('does not count for %s', async (_what, other) => {
    await expect(confirmGesture(await agree(other), gesture, ring)).rejects.toThrow(refused);
  });

  it('does not count over a challenge that somebody else has made', async () => {
    await expect(confirmGesture(passkey.assert(encodeUtf8(gesture.nonce)), gesture, ring)).rejects.toThrow(refused);
  });
});
