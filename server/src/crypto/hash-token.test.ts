import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashStatusToken, hashToken } from './hash-token.ts';

const define = (text: string): string => createHash('sha256').update(text).digest('base64url');

it('a token is named by SHA-256 over its text', () => {
  expect(hashToken('a.token')).toBe(define('a.token'));
});

it('a status token is named by its own text, however often it comes and whatever came before it', () => {
  // Alike but for their last character, and more of them than are kept.
  const tokens = Array.from({ length: 40 }, (_none, at) => `${'x'.repeat(2000)}${String.fromCharCode(97 + at)}`);
  for (const token of [...tokens, ...tokens, ...tokens.toReversed()]) expect(hashStatusToken(token)).toBe(define(token));
});
