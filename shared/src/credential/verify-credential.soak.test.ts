import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import {
  createTestIssuer,
  createTestKey,
  expectCredential,
  issueTestIdentity,
  sha256,
  testAudience,
  testNonce,
  testTime,
  verifyP256,
} from '../testing/index.ts';
import { createChainVerifier } from '../x509/index.ts';
import { presentCredential, verifyCredential } from './index.ts';

const rounds = 1_000_000;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~= ';

/** Numbers that are the same in every run: xorshift, from a seed. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length);
  const letter = letters.charAt(random(letters.length));
  const kinds = [
    () => text.slice(0, at) + letter + text.slice(at + 1),
    () => text.slice(0, at) + letter + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1 + random(40)),
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(random(text.length)),
  ];
  return (kinds[random(kinds.length)] ?? kinds[0])?.() ?? text;
}

describe('a presentation that was tampered with', () => {
  it(`is never accepted, and never breaks the verifier: ${rounds} mutations`, async () => {
    const issuer = await createTestIssuer();
    const holder = createTestKey();
    const keyBinding = { nonce: testNonce, audience: testAudience, transactionData: [], at: testTime, sign: holder.sign };
    const credential = await issueTestIdentity(issuer, holder);
    const sound = await presentCredential({ credential, paths: [['given_name'], ['address', 'postal_code']], keyBinding }, { sha256 });
    const ports = { verifyChain: createChainVerifier({ anchors: [issuer.root.der], verifyP256 }), verifyP256, sha256 };
    await verifyCredential(sound, expectCredential(issuer), ports);
    const random = createRandom(20_261_123);
    for (let round = 0; round < rounds; round++) {
      const text = mutate(sound, random);
      if (text === sound) continue;
      const outcome = await verifyCredential(text, expectCredential(issuer), ports).catch((error: unknown) => error);
      expect(outcome, `round ${round}`).toBeInstanceOf(AppError);
    }
  });
});
