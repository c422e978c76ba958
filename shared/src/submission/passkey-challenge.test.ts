import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from '../testing/index.ts';
import { buildPasskeyChallenge } from './passkey-challenge.ts';

it('the challenge is the hash of tag, context and nonce, parted by zeros', async () => {
  const challenge = await buildPasskeyChallenge({ tag: 'daricheh/submit', context: 'root', nonce: new Uint8Array([1, 2]) }, sha256);
  const whole = Buffer.concat([Buffer.from('daricheh/submit\0root\0'), Buffer.of(1, 2)]);
  expect(Buffer.from(challenge).toString('hex')).toBe(createHash('sha256').update(whole).digest('hex'));
});
