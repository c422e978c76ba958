import { describe, expect, it } from 'vitest';
import type { Json } from '../encoding/index.ts';
import { type CredentialChanges, createCredentialChecks, digestDisclosure, type Forgery } from '../testing/index.ts';
import type { VerifiedCredential } from './index.ts';

const { verify, refuse } = await createCredentialChecks();
const malformed = 'credential_malformed';
const name = (claim: string, value: Json = 'x', salt = claim): Json => [salt, claim, value];

async function claimsOf(forgery: Forgery): Promise<VerifiedCredential['claims']> {
  const { iss, vct, iat, exp, cnf, ...claims } = (await verify(forgery)).claims;
  return claims;
}

async function expectRefusal(rule: string, code: string, forgery: Forgery, changes?: CredentialChanges): Promise<void> {
  expect(await refuse(forgery, changes)).toBe(`${rule} ${code}`);
}

describe('V5 reserved claims', () => {
  it.each(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status'])('refuses %s in a disclosure', (claim) =>
    expectRefusal('V5', malformed, { disclosures: [name(claim)] }),
  );

  it('refuses a digest below a reserved claim', async () => {
    const disclosure = name('status_list');
    await expectRefusal('V5', malformed, {
      disclosures: [],
      loose: [disclosure],
      payload: { status: { _sd: [await digestDisclosure(disclosure)] } },
    });
  });

  it('lets an object below the top level disclose a claim of that name', async () => {
    const disclosure = name('exp', 5);
    const claims = await claimsOf({
      disclosures: [],
      loose: [disclosure],
      payload: { permit: { _sd: [await digestDisclosure(disclosure)] } },
    });
    expect(claims).toEqual({ permit: { exp: 5 } });
  });
});

describe('V6 digest algorithm', () => {
  it('takes sha-256 where none is named', async () => {
    expect(await claimsOf({ payload: { _sd_alg: undefined } })).toEqual({ given_name: 'Sara' });
  });

  it.each(['md5', 'sha-1', 'SHA-256', 5])('refuses %s', (algorithm) => expectRefusal('V6', malformed, { payload: { _sd_alg: algorithm } }));

  it('refuses one that is nested, in the payload or in a disclosure', async () => {
    await expectRefusal('V6', malformed, { payload: { address: { _sd_alg: 'sha-256' } } });
    await expectRefusal('V6', malformed, { disclosures: [name('address', { _sd_alg: 'sha-256' })] });
  });
});

describe('V7 shape of disclosures', () => {
  it.each([
    ['one element', ['salt']],
    ['two elements', ['salt', 'x']],
    ['four elements', ['salt', 'a', 'x', 'y']],
    ['a salt that is a number', [5, 'a', 'x']],
    ['a name that is a number', ['salt', 5, 'x']],
    ['an object', { salt: 'a' }],
  ])('refuses %s', (_what, disclosure) => expectRefusal('V7', malformed, { disclosures: [disclosure] }));

  it('refuses a member’s disclosure where an element’s belongs', async () => {
    const disclosure = name('a');
    await expectRefusal('V7', malformed, {
      disclosures: [],
      loose: [disclosure],
      payload: { list: [{ '...': await digestDisclosure(disclosure) }] },
    });
  });

  it('takes an element’s disclosure with two', async () => {
    const payload = { list: ['a', { '...': await digestDisclosure(['salt', 'b']) }] };
    expect(await claimsOf({ disclosures: [], loose: [['salt', 'b']], payload })).toEqual({ list: ['a', 'b'] });
  });
});

describe('V8 names of claims', () => {
  it.each(['_sd', '...', '__proto__', 'constructor', 'prototype'])('refuses %s', async (claim) => {
    await expectRefusal('V8', malformed, { disclosures: [name(claim, { polluted: true })] });
    expect('polluted' in {}).toBe(false);
  });
});

describe('V9 collisions', () => {
  it('refuses a disclosure that overwrites a claim in the open', () =>
    expectRefusal('V9', malformed, { disclosures: [name('sex')], payload: { sex: 'female' } }));

  it('refuses two disclosures of one name', () =>
    expectRefusal('V9', malformed, { disclosures: [name('sex', 'male', 'a'), name('sex', 'female', 'b')] }));

  it('lets two objects hold claims of one name', async () => {
    const inner = name('locality', 'Yazd', 'inner');
    const claims = await claimsOf({
      disclosures: [name('locality', 'Qom')],
      loose: [inner],
      payload: { address: { _sd: [await digestDisclosure(inner)] } },
    });
    expect(claims).toEqual({ locality: 'Qom', address: { locality: 'Yazd' } });
  });
});

describe('V10 duplicates', () => {
  it('refuses a disclosure that comes twice', () => expectRefusal('V10', malformed, { disclosures: [name('a')], loose: [name('a')] }));

  it('refuses a digest that stands twice, disclosed or not', () =>
    expectRefusal('V10', malformed, { payload: { _sd: ['A'], address: { _sd: ['A'] } }, disclosures: [] }));
});

describe('V11 unreferenced disclosures', () => {
  it('refuses one', () => expectRefusal('V11', malformed, { loose: [name('a')] }));

  it('takes one that another disclosure refers to', async () => {
    const inner = name('postal_code', '1234567890');
    const claims = await claimsOf({ disclosures: [name('address', { _sd: [await digestDisclosure(inner)] })], loose: [inner] });
    expect(claims).toEqual({ address: { postal_code: '1234567890' } });
  });
});

describe('V12 what remains', () => {
  it('leaves out digests without a disclosure, and all that belongs to the mechanism', async () => {
    const payload = { _sd: ['A'], list: [{ '...': 'B' }, 'b'], address: { _sd: ['C'], country: 'IR' } };
    expect(await claimsOf({ disclosures: [], payload })).toEqual({ list: ['b'], address: { country: 'IR' } });
  });

  const portraitOf = (length: number) => 'data:image/jpeg;base64,'.padEnd(length, 'A');

  it('takes a portrait of 10 KiB', async () => {
    const portrait = portraitOf(14_000);
    expect(await claimsOf({ disclosures: [name('portrait', portrait)] })).toEqual({ portrait });
  });

  it('refuses a larger portrait, disclosed or in the open', async () => {
    const portrait = portraitOf(14_001);
    await expectRefusal('V12', malformed, { disclosures: [name('portrait', portrait)] });
    await expectRefusal('V12', malformed, { payload: { portrait } });
  });
});

describe('digests out of place', () => {
  it.each<[string, Json]>([
    ['_sd that is no array', { _sd: 'A' }],
    ['a digest that is no string', { _sd: [5] }],
    ['... beside a claim', { list: [{ '...': 'A', b: 1 }] }],
    ['... that is no string', { list: [{ '...': 5 }] }],
    ['... outside an array', { '...': 'A' }],
  ])('refuses %s', async (_what, claim) => {
    await expect(verify({ payload: { claim } })).rejects.toThrow(expect.objectContaining({ code: malformed }));
  });
});
