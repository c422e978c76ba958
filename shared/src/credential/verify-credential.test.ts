import { describe, expect, it } from 'vitest';
import type { Json } from '../encoding/index.ts';
import {
  createTestIssuer,
  createTestKey,
  createTestSeal,
  digestDisclosure,
  encodeDisclosure,
  expectCredential,
  type Forgery,
  forgeCredential,
  sha256,
  testTime,
  testVct,
} from '../testing/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { digestText, type KeyBindingExpectations, type VerifiedCredential, verifyCredential } from './index.ts';

const issuer = await createTestIssuer();
const holder = createTestKey();
const stranger = createTestKey();
const seconds = testTime.getTime() / 1000;

type Options = { keyBinding?: Partial<KeyBindingExpectations> | null; at?: Date; vctValues?: string[] };

async function verify(forgery: Forgery, options: Options = {}): Promise<VerifiedCredential> {
  return verifyCredential(await forgeCredential(issuer, holder, forgery), expectCredential(issuer, options), issuer.ports);
}

async function claimsOf(forgery: Forgery): Promise<VerifiedCredential['claims']> {
  const { iss, vct, iat, exp, cnf, ...claims } = (await verify(forgery)).claims;
  return claims;
}

async function expectRefusal(rule: string, code: string, forgery: Forgery, options: Options = {}): Promise<void> {
  await expect(verify(forgery, options)).rejects.toThrow(expect.objectContaining({ code, facts: expect.objectContaining({ rule }) }));
}

const malformed = 'credential_malformed';
const name = (claim: string, value: Json = 'x', salt = claim): Json => [salt, claim, value];

describe('a sound presentation', () => {
  it('yields issuer, type, claims and holder’s key, and names each step in its order', async () => {
    const verified = await verify({});
    expect(verified).toMatchObject({ issuer: issuer.origin, vct: testVct, holderKey: holder.publicKey, status: null });
    expect(verified.claims).toEqual({
      iss: issuer.origin,
      vct: testVct,
      iat: seconds,
      exp: seconds + 3600,
      cnf: { jwk: holder.publicKey },
      given_name: 'Sara',
    });
    expect(verified.issuerCertificate.der).toEqual(issuer.seal.der);
    expect(verified.steps).toEqual([
      ...['algorithm', 'issuer_signature', 'type', 'vct', 'reserved_claims', 'digest_algorithm', 'disclosure_shape', 'claim_names'],
      ...[
        'collisions',
        'duplicates',
        'unreferenced',
        'unmatched',
        'dates',
        'binding_present',
        'binding_signature',
        'binding_type',
        'binding_time',
      ],
      ...['binding_nonce', 'binding_audience', 'sd_hash', 'transaction_data'],
    ]);
  });
});

describe('V1 algorithm', () => {
  it.each(['none', 'HS256', 'ES384', 'es256'])('refuses %s', (alg) => expectRefusal('V1', malformed, { header: { alg } }));

  it('refuses an extension that must be understood', () => expectRefusal('V1', malformed, { header: { crit: ['exp'] } }));
});

describe('V2 issuer signature (row C1, C2)', () => {
  it('refuses a signature by another key', () => expectRefusal('V2', 'credential_signature_invalid', { issuerKey: stranger }));

  it.each(['jwk', 'jku', 'x5u'])('refuses a key named by %s', (hint) =>
    expectRefusal('V2', malformed, { header: { [hint]: 'https://a.example' } }),
  );

  it('refuses a credential without x5c', () => expectRefusal('V2', 'certificate_malformed', { header: { x5c: undefined } }));

  it('refuses a chain to another root of the same name', async () => {
    const other = await createTestIssuer();
    await expectRefusal('V2', 'issuer_not_trusted', { header: { x5c: other.x5c }, issuerKey: other.seal.key });
  });

  it('refuses an issuer that is not the leaf’s', () =>
    expectRefusal('V2', 'issuer_not_trusted', { payload: { iss: 'https://tax.example' } }));

  it('refuses an issuer that the trust list does not name, though its chain holds', async () => {
    const origin = 'https://tax.example';
    const seal = await createTestSeal(issuer.root, origin);
    await expectRefusal('V2', 'issuer_not_trusted', {
      header: { x5c: encodeX5c([seal.der]) },
      issuerKey: seal.key,
      payload: { iss: origin },
    });
  });

  it('refuses an expired certificate', async () => {
    const seal = await createTestSeal(issuer.root, issuer.origin, { notAfter: new Date(testTime.getTime() - 86_400_000) });
    await expectRefusal('V2', 'certificate_expired', { header: { x5c: encodeX5c([seal.der]) }, issuerKey: seal.key });
  });

  it('refuses a certificate that is for other work, and takes one for any', async () => {
    const under = async (purpose: string): Promise<Forgery> => {
      const seal = await createTestSeal(issuer.root, issuer.origin, { purposes: [purpose] });
      return { header: { x5c: encodeX5c([seal.der]) }, issuerKey: seal.key };
    };
    await expectRefusal('V2', 'certificate_usage_invalid', await under('1.3.6.1.5.5.7.3.1'));
    await expect(verify(await under('2.5.29.37.0'))).resolves.toBeDefined();
  });

  it('refuses a credential without iss', () => expectRefusal('V2', malformed, { payload: { iss: undefined } }));
});

describe('V3 type', () => {
  it.each(['vc+sd-jwt', 'JWT', undefined])('refuses typ %s', (typ) => expectRefusal('V3', malformed, { header: { typ } }));
});

describe('V4 vct', () => {
  it('refuses a type that was not asked for', () => expectRefusal('V4', 'credential_type_unexpected', {}, { vctValues: ['urn:other:1'] }));

  it.each([undefined, 5])('refuses vct %s', async (vct) => {
    // The trust list cannot name a type that is absent, so rule V2 speaks first.
    await expectRefusal('V2', 'issuer_not_trusted', { payload: { vct } });
  });
});

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

describe('V13 dates', () => {
  it('holds within a minute of each end', async () => {
    await expect(verify({ payload: { exp: seconds - 59 } })).resolves.toBeDefined();
    await expect(verify({ payload: { nbf: seconds + 60 } })).resolves.toBeDefined();
  });

  it('refuses a credential past its end, or before its start', async () => {
    await expectRefusal('V13', 'credential_expired', { payload: { exp: seconds - 60 } });
    await expectRefusal('V13', 'credential_not_yet_valid', { payload: { nbf: seconds + 61 } });
  });

  it.each(['exp', 'nbf'])('refuses %s that is a string', (date) =>
    expectRefusal('V13', malformed, { payload: { [date]: String(seconds) } }),
  );
});

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

describe('limits and encodings (rows C6, C7, C15)', () => {
  const accepts = (text: string) => verifyCredential(text, expectCredential(issuer), issuer.ports);

  it('refuses 65 disclosures and takes 64', async () => {
    const many = Array.from({ length: 65 }, (_, index) => name(`claim_${index}`));
    await expect(verify({ disclosures: many.slice(1) })).resolves.toBeDefined();
    await expect(verify({ disclosures: many })).rejects.toThrow(
      expect.objectContaining({ code: malformed, facts: { what: 'disclosure_count' } }),
    );
  });

  it('refuses more than 64 KiB before it decodes anything', async () => {
    await expect(accepts(`~${'a'.repeat(65_536)}`)).rejects.toThrow(expect.objectContaining({ code: malformed, facts: { what: 'size' } }));
  });

  it('refuses padding, spaces, line ends and loose trailing bits', async () => {
    const text = await forgeCredential(issuer, holder);
    for (const changed of [text.replace('~', '=~'), text.replace('.', ' .'), `${text}\n`, text.replace('.', '\n.')]) {
      await expect(accepts(changed)).rejects.toThrow(expect.objectContaining({ name: 'AppError' }));
    }
    await expect(accepts(loosenLastCharacter(text))).rejects.toThrow(expect.objectContaining({ code: 'kb_invalid' }));
  });

  it('is never accepted when it is cut off at any byte', async () => {
    const text = await forgeCredential(issuer, holder);
    for (let length = 0; length < text.length; length++) {
      await expect(accepts(text.slice(0, length))).rejects.toThrow(expect.objectContaining({ name: 'AppError' }));
    }
  });

  it('is never accepted with a character changed', async () => {
    const text = await forgeCredential(issuer, holder);
    for (let at = 0; at < text.length; at += 7) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      await expect(accepts(changed)).rejects.toThrow(expect.objectContaining({ name: 'AppError' }));
    }
  });
});

/** Sets the unused bits of the last character: the decoded bytes stay the same for a reader that does not look. */
function loosenLastCharacter(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(text.slice(-1));
  return text.slice(0, -1) + alphabet.charAt(last | 1);
}
