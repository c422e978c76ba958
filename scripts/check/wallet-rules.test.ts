import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../places.ts';

// The wallet's rules of presentation: W1 … W18. Each is named where it is kept, and by the tests that keep it and break it.

const grounds = ['shared/src/presentation', 'shared/src/mdoc', 'shared/src/submission', 'extension/src/core', 'extension/src/features'];
const read = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
const all = grounds.flatMap((ground) => globSync(`${ground}/**/*.ts`, { cwd: root }));
const sources = all.filter((file) => !file.endsWith('.test.ts')).map((file) => readFileSync(join(root, file), 'utf8'));
const tests = all.filter((file) => file.endsWith('.test.ts')).map((file) => readFileSync(join(root, file), 'utf8'));
const browserTests = read('e2e/**/*.spec.ts');

/** Titles, and rows of tables of tests: quoted text that is more than an id. */
const titles = [...tests, ...browserTests].flatMap((text) => [...text.matchAll(/['`]([^'`\n]{4,})['`]/g)].map(([, title = '']) => title));
const names = (id: string) => new RegExp(`\\b${id}\\b`);

describe.each(Array.from({ length: 18 }, (_, at) => `W${at + 1}`))('rule %s', (id) => {
  it('is named where it is kept', () => {
    expect(sources.some((text) => names(id).test(text))).toBe(true);
  });

  it('is named by a test', () => {
    expect(titles.some((title) => names(id).test(title))).toBe(true);
  });
});

describe('tests by the names of the conformance suite', () => {
  it.each([
    'invalid-client-id-prefix',
    'invalid-request-object-signature',
    'mismatched-client-id',
    'missing-nonce',
    'redirect-uri-with-direct-post',
    'required-non-matching-credential',
    'response-uri-not-client-id',
    'unknown-transaction-data-type',
    'wrong-expected-origins',
    'multisigned-one-invalid',
    'ignores-unusable-encryption-key',
    'fewer-claims',
    'no-claims-in-dcql',
    'optional-credential-set',
  ])('%s', (name) => {
    expect(titles.some((title) => title.includes(name))).toBe(true);
  });
});
