import { describe, expect, it } from 'vitest';
import {
  createTestIssuer,
  createTestKey,
  expectCredential,
  randomBytes,
  sha256,
  testAudience,
  testNonce,
  testTime,
  testVct,
} from '../testing/index.ts';
import { type ClaimPath, issueCredential, openCredential, parseSdJwt, presentCredential, verifyCredential } from './index.ts';

const issuer = await createTestIssuer();
const holder = createTestKey();
const { sign } = issuer.seal.key;
const seconds = testTime.getTime() / 1000;
const address = { street_address: 'خیابان انقلاب، پلاک ۱۲/۱', locality: 'تهران', postal_code: '1234567890' };
const open = {
  iss: issuer.origin,
  vct: testVct,
  iat: seconds,
  exp: seconds + 3600,
  cnf: { jwk: { ...holder.publicKey } },
  fictitious: true,
};
const disclosable = { given_name: 'زهرا', age_over_18: true, birthdate: '1996-02-29', address, nationalities: ['IR', 'FR'] };
const content = { x5c: issuer.x5c, open, disclosable, decoys: 2 };
const credential = await issueCredential(content, { sign, sha256, randomBytes });

async function show(paths: readonly ClaimPath[]) {
  const keyBinding = { nonce: testNonce, audience: testAudience, transactionData: [], at: testTime, sign: holder.sign };
  const text = await presentCredential({ credential, paths, keyBinding }, { sha256 });
  const { claims } = await verifyCredential(text, expectCredential(issuer), issuer.ports);
  const { iss, vct, iat, exp, cnf, fictitious, ...rest } = claims;
  return rest;
}

describe('an issued credential', () => {
  it('opens to all that was put in', async () => {
    expect(await openCredential(credential, sha256)).toEqual({
      claims: { ...open, ...disclosable },
      holderKey: holder.publicKey,
      status: null,
      authorityKeyIds: [],
    });
  });

  it('has digests in an order that says nothing, decoys among them', () => {
    const digests = parseSdJwt(credential).payload['_sd'];
    expect(digests).toHaveLength(4 + 2);
    expect(digests).toEqual([...(digests as string[])].sort());
  });

  it('is not made where a claim would be open and disclosable, or where too many can be disclosed', async () => {
    const ports = { sign, sha256, randomBytes };
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`claim_${index}`, index]));
    const refused = expect.objectContaining({ code: 'credential_malformed' });
    await expect(issueCredential({ ...content, open: { given_name: 'x' } }, ports)).rejects.toThrow(refused);
    await expect(issueCredential({ ...content, disclosable: many }, ports)).rejects.toThrow(refused);
  });
});

describe('a presentation', () => {
  it('shows a claim and nothing else', async () => {
    expect(await show([['age_over_18']])).toEqual({ age_over_18: true, address: {} });
  });

  it('shows one member of an object', async () => {
    expect(await show([['address', 'postal_code']])).toEqual({ address: { postal_code: '1234567890' } });
  });

  it('shows an object whole when it is asked for whole', async () => {
    expect(await show([['address']])).toEqual({ address });
  });

  it('shows the array that holds the element asked for', async () => {
    expect(await show([['nationalities', 1]])).toEqual({ nationalities: ['IR', 'FR'], address: {} });
    expect(await show([['nationalities', null]])).toEqual({ nationalities: ['IR', 'FR'], address: {} });
  });

  it('takes a claim that stands in the open without disclosing anything', async () => {
    expect(await show([['vct'], ['fictitious']])).toEqual({ address: {} });
  });

  it.each<[string, ClaimPath]>([
    ['a claim that is not there', ['family_name']],
    ['a member that is not there', ['address', 'country']],
    ['a member of a text', ['given_name', 'first']],
    ['an element past the end', ['nationalities', 2]],
    ['an element of an object', ['address', 0]],
    ['what belongs to the mechanism', ['_sd']],
  ])('is not made for %s', async (_what, path) => {
    await expect(show([path])).rejects.toThrow(expect.objectContaining({ code: 'claim_missing' }));
  });

  it('answers transaction data', async () => {
    const transactionData = [{ encoded: 'eyJ0eXBlIjoiYSJ9', hashAlgorithms: ['sha-256'] }];
    const binding = { nonce: testNonce, audience: testAudience, transactionData };
    const text = await presentCredential(
      { credential, paths: [], keyBinding: { ...binding, at: testTime, sign: holder.sign } },
      { sha256 },
    );
    await expect(
      verifyCredential(text, expectCredential(issuer, { keyBinding: { transactionData } }), issuer.ports),
    ).resolves.toBeDefined();
  });

  it('without key binding ends with a tilde', async () => {
    const text = await presentCredential({ credential, paths: [['given_name']], keyBinding: null }, { sha256 });
    expect(text.split('~')).toHaveLength(3);
    expect(text.endsWith('~')).toBe(true);
  });
});
