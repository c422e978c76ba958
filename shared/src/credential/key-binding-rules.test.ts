import { describe, expect, it } from 'vitest';
import type { Json } from '../encoding/index.ts';
import {
  type CredentialChanges,
  createCredentialChecks,
  createTestKey,
  encodeDisclosure,
  expectCredential,
  type Forgery,
  forgeCredential,
  sha256,
  testTime,
} from '../testing/index.ts';
import { digestText, verifyCredential } from './index.ts';

const { issuer, holder, verify, refuse } = await createCredentialChecks();
const stranger = createTestKey();
const seconds = testTime.getTime() / 1000;
const name = (claim: string, value: Json = 'x', salt = claim): Json => [salt, claim, value];

async function expectRefusal(rule: string, code: string, forgery: Forgery, changes?: CredentialChanges): Promise<void> {
  expect(await refuse(forgery, changes)).toBe(`${rule} ${code}`);
}

describe('V14 and V15 whether key binding is asked for (row C4)', () => {
  it('refuses a presentation without one', () => expectRefusal('V15', 'kb_invalid', { binding: null }));

  it('refuses one that the credential is not made for', () => expectRefusal('V15', 'kb_invalid', { payload: { cnf: undefined } }));

  it('does not ask for one that the query does not ask for, nor looks at it', async () => {
    const { steps } = await verify({ binding: { payload: { nonce: 'other' } } }, { keyBinding: null });
    expect(steps.at(-1)).toBe('dates');
    await expect(verify({ binding: null }, { keyBinding: null })).resolves.toBeDefined();
  });

  it('refuses cnf with a private part', () =>
    expectRefusal('V15', 'kb_invalid', { payload: { cnf: { jwk: { ...holder.publicKey, d: 'AA' } } } }));
});

describe('V16 to V18 the key binding itself (row C3)', () => {
  it('refuses a signature by another key', () => expectRefusal('V16', 'kb_invalid', { binding: { key: stranger } }));

  it.each(['none', 'HS256'])('refuses alg %s', (alg) => expectRefusal('V16', 'kb_invalid', { binding: { header: { alg } } }));

  it.each(['JWT', undefined])('refuses typ %s', (typ) => expectRefusal('V17', 'kb_invalid', { binding: { header: { typ } } }));

  it('refuses a header that brings a key', () =>
    expectRefusal('V17', 'kb_invalid', { binding: { header: { jwk: { ...holder.publicKey } } } }));

  it.each([-300, 60])('holds when it was made %i s from now', async (offset) => {
    await expect(verify({ binding: { payload: { iat: seconds + offset } } })).resolves.toBeDefined();
  });

  it.each([-31_536_000, -301, 61, 31_536_000])('refuses one made %i s from now', (offset) =>
    expectRefusal('V18', 'kb_invalid', { binding: { payload: { iat: seconds + offset } } }),
  );

  it.each<[string, Record<string, Json | undefined>]>([
    ['no iat', { iat: undefined }],
    ['iat as text', { iat: String(seconds) }],
    ['exp past', { exp: seconds - 1 }],
  ])('refuses %s', (_what, payload) => expectRefusal('V18', 'kb_invalid', { binding: { payload } }));
});

describe('V19 to V21 what the key binding answers to (row C3)', () => {
  it.each(['other', undefined, 5])('refuses nonce %s', (nonce) =>
    expectRefusal('V19', 'nonce_invalid', { binding: { payload: { nonce } } }),
  );

  it.each<[Json | undefined]>([['x509_hash:other'], [undefined], [['x509_hash:abc']], ['abc']])('refuses aud %j', (aud) =>
    expectRefusal('V20', 'kb_invalid', { binding: { payload: { aud } } }),
  );

  it.each(['AAAA', undefined])('refuses sd_hash %s', (hash) =>
    expectRefusal('V21', 'kb_invalid', { binding: { payload: { sd_hash: hash } } }),
  );

  it('refuses a disclosure left out or added after the key binding was made', async () => {
    const text = await forgeCredential(issuer, holder, { disclosures: [name('a'), name('b')] });
    const [jwt, a, , binding] = text.split('~');
    const without = [jwt, a, binding].join('~');
    await expect(verifyCredential(without, expectCredential(issuer), issuer.ports)).rejects.toThrow(
      expect.objectContaining({ code: 'kb_invalid', facts: { what: 'sd_hash', rule: 'V21', step: 'sd_hash' } }),
    );
  });
});

describe('V22 transaction data', () => {
  const encoded = encodeDisclosure({ type: 'daricheh.submission.v1' });
  const entry = { encoded, hashAlgorithms: ['sha-256'] };
  const answer = async (texts: string[], more: Record<string, Json> = { transaction_data_hashes_alg: 'sha-256' }) => ({
    binding: { payload: { transaction_data_hashes: await Promise.all(texts.map((text) => digestText(text, sha256))), ...more } },
  });
  const mismatch = 'transaction_data_mismatch';

  it('holds for exactly what was asked', async () => {
    await expect(verify(await answer([encoded]), { keyBinding: { transactionData: [entry] } })).resolves.toBeDefined();
  });

  it('holds without a named algorithm where the request names none', async () => {
    await expect(verify(await answer([encoded], {}), { keyBinding: { transactionData: [{ encoded }] } })).resolves.toBeDefined();
  });

  it.each<[string, string[], (typeof entry)[]]>([
    ['nothing', [], [entry]],
    ['something else', ['other'], [entry]],
    ['one too many', [encoded, encoded], [entry]],
    ['what was not asked', [encoded], []],
    ['one thing twice in place of two', [encoded, encoded], [entry, { ...entry, encoded: 'other' }]],
  ])('refuses %s', async (_what, texts, transactionData) => {
    await expectRefusal('V22', mismatch, await answer(texts), { keyBinding: { transactionData } });
  });

  it('refuses an algorithm left out where the request names some, or another one', async () => {
    await expectRefusal('V22', mismatch, await answer([encoded], {}), { keyBinding: { transactionData: [entry] } });
    const sha512 = await answer([encoded], { transaction_data_hashes_alg: 'sha-512' });
    await expectRefusal('V22', mismatch, sha512, { keyBinding: { transactionData: [{ encoded }] } });
    const other = { encoded, hashAlgorithms: ['sha-512'] };
    await expectRefusal('V22', mismatch, await answer([encoded]), { keyBinding: { transactionData: [other] } });
  });

  it('refuses hashes that are no array, or a hash in an array of its own', async () => {
    const hash = await digestText(encoded, sha256);
    for (const hashes of [hash, [[hash]]]) {
      const binding = { payload: { transaction_data_hashes: hashes, transaction_data_hashes_alg: 'sha-256' } };
      await expectRefusal('V22', mismatch, { binding }, { keyBinding: { transactionData: [entry] } });
    }
  });
});
