import type { Json } from '@daricheh/shared/encoding';
import {
  createTestCertificate,
  createTestKey,
  createTestRoot,
  createTestSeal,
  digestDisclosure,
  type Forgery,
  KeyUsageFlags,
  type TestCertificate,
  type TestIssuer,
  testTime,
} from '@daricheh/shared/testing';
import { encodeX5c } from '@daricheh/shared/x509';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerWith, forgePresentation, type MakePresentation, openRegistry } from '../testing/forge-answer.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { type TestAnswer, TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet, type TestWallet } from '../testing/test-wallet.ts';

let app: TestApp;
let wallet: TestWallet;
let issuer: TestIssuer;
const holder = createTestKey();
const stranger = createTestKey();
const seconds = testTime.getTime() / 1000;

beforeAll(async () => {
  app = await createTestApp();
  app.clock.now = testTime;
  wallet = await createTestWallet(app);
  issuer = openRegistry(app);
});

/** Signs in at the running server with what `make` presents. */
async function signInWith(make: MakePresentation): Promise<{ answer: TestAnswer; browser: TestBrowser }> {
  const browser = new TestBrowser(app);
  const asked = await browser.ask();
  return { answer: await browser.hand(asked, await answerWith(make, wallet, asked)), browser };
}

/** Refused with that code; nobody is signed in, nothing was written but that the request is over, and no value was logged. */
async function expectRefusal(code: string | readonly string[], make: MakePresentation): Promise<void> {
  const { answer, browser } = await signInWith(make);
  expect([code].flat()).toContain(answer.body['code']);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: false });
  expect(JSON.stringify(app.logged)).not.toMatch(/Sara|salt/);
}

const refuse = (code: string | readonly string[], forgery: Forgery) => expectRefusal(code, forgePresentation(issuer, holder, forgery));
const malformed = 'credential_malformed';
const day = 86_400_000;

it('takes the presentation that the forgeries start from', async () => {
  const { answer } = await signInWith(forgePresentation(issuer, holder));
  expect(answer).toMatchObject({ status: 200, body: { signedIn: true, subject: { given_name: 'Sara' } } });
});

describe('C1: an issuer’s signature and header', () => {
  it('C1: invalid-credential-signature', () => refuse('credential_signature_invalid', { issuerKey: stranger }));

  it('C1: a bit of the signature flipped', () =>
    expectRefusal('credential_signature_invalid', async (request) => {
      const [jwt = '', ...rest] = (await forgePresentation(issuer, holder)(request)).split('~');
      const [header, payload, signature = ''] = jwt.split('.');
      const bytes = Buffer.from(signature, 'base64url');
      bytes[5] = (bytes[5] ?? 0) ^ 1;
      return [[header, payload, bytes.toString('base64url')].join('.'), ...rest].join('~');
    }));

  it.each<[string, Record<string, Json | undefined>]>([
    ['alg none', { alg: 'none' }],
    ['HS256 over the public key', { alg: 'HS256' }],
    ['an algorithm without a name', { alg: '' }],
    ['an extension that nobody knows', { crit: ['x'], x: 1 }],
    ['a payload that is not encoded', { crit: ['b64'], b64: false }],
    ['typ of another token', { typ: 'statuslist+jwt' }],
    ['typ in capitals', { typ: 'DC+SD-JWT' }],
    ['no typ', { typ: undefined }],
    ['a key of its own', { jwk: { kty: 'EC', crv: 'P-256', x: 'A', y: 'A' } }],
    ['the address of a key', { jku: 'https://evil.test/jwks' }],
    ['the address of a certificate', { x5u: 'https://evil.test/cert' }],
  ])('C1: %s', (_what, header) => refuse(malformed, { header }));

  it('C1: takes a key id for the text that it is, and opens no file of that name', async () => {
    const { answer } = await signInWith(forgePresentation(issuer, holder, { header: { kid: '../../etc/passwd' } }));
    expect(answer.status).toBe(200);
  });
});

describe('C2: certificates', () => {
  const under = (chain: readonly TestCertificate[]): Forgery => {
    const [leaf] = chain;
    if (leaf === undefined) throw new Error('no leaf');
    return { header: { x5c: encodeX5c(chain.map(({ der }) => der)) }, issuerKey: leaf.key };
  };
  const seal = (options = {}) => createTestSeal(issuer.root, issuer.origin, options);
  const middle = (options = {}) =>
    createTestCertificate({ name: 'Middle', issuer: issuer.root, authority: {}, keyUsage: KeyUsageFlags.keyCertSign, ...options });

  it('C2: a leaf of another agency', async () =>
    refuse('issuer_not_trusted', under([await createTestSeal(issuer.root, 'http://tax.localhost:8570')])));

  it('C2: a root that nobody pinned, under the same name', async () =>
    refuse('issuer_not_trusted', under([await createTestSeal(await createTestRoot(), issuer.origin)])));

  it('C2: a second after its end, and a second before its start', async () => {
    await refuse('certificate_expired', under([await seal({ notAfter: new Date(testTime.getTime() - 1000) })]));
    await refuse('certificate_not_yet_valid', under([await seal({ notBefore: new Date(testTime.getTime() + 1000) })]));
  });

  it('C2: takes the first second and the last', async () => {
    for (const dates of [{ notBefore: testTime }, { notAfter: testTime }]) {
      const { answer } = await signInWith(forgePresentation(issuer, holder, under([await seal(dates)])));
      expect(answer.status).toBe(200);
    }
  });

  it('C2: an intermediate that is no authority', async () => {
    const false_ = await createTestCertificate({ name: 'Middle', issuer: issuer.root, keyUsage: KeyUsageFlags.keyCertSign });
    await refuse('certificate_chain_invalid', under([await createTestSeal(false_, issuer.origin), false_]));
  });

  it('C2: past the path length', async () => {
    const upper = await middle({ authority: { pathLength: 0 } });
    const lower = await createTestCertificate({ name: 'Lower', issuer: upper, authority: {}, keyUsage: KeyUsageFlags.keyCertSign });
    await refuse('certificate_chain_invalid', under([await createTestSeal(lower, issuer.origin), lower, upper]));
  });

  it('C2: the anchor within the chain', async () => refuse('certificate_chain_invalid', under([await seal(), issuer.root])));

  it('C2: a leaf that signed itself', async () =>
    refuse(
      'certificate_chain_invalid',
      under([await createTestCertificate({ name: 'Self', keyUsage: KeyUsageFlags.digitalSignature, uris: [issuer.origin] })]),
    ));

  it('C2: a leaf that is an authority', async () => refuse('certificate_chain_invalid', under([await seal({ authority: {} })])));

  it('C2: a leaf for another use of keys', async () =>
    refuse('certificate_usage_invalid', under([await seal({ keyUsage: KeyUsageFlags.keyAgreement })])));

  it('C2: a leaf for another purpose', async () =>
    refuse('certificate_usage_invalid', under([await seal({ purposes: ['1.3.6.1.5.5.7.3.1'] })])));

  it('C2: a chain of twenty', async () => {
    const leaf = await seal();
    await refuse(['certificate_chain_invalid', 'certificate_malformed'], under([leaf, ...Array.from({ length: 19 }, () => leaf)]));
  });

  it('C2: none, or something else', async () => {
    for (const x5c of [undefined, [], 'AAAA', [5], ['not base64!']]) {
      await refuse(['certificate_malformed', 'certificate_chain_invalid'], { header: { x5c } });
    }
  });
});

describe('C3: the key binding', () => {
  it.each<[string, string, Record<string, Json | undefined>]>([
    ['aud of another verifier', 'kb_invalid', { aud: 'origin:http://passport.localhost:8570' }],
    ['aud as an array', 'kb_invalid', { aud: ['origin:http://tax.localhost:8570'] }],
    ['no aud', 'kb_invalid', { aud: undefined }],
    ['nonce wrong', 'nonce_invalid', { nonce: 'the-nonce-of-another-request' }],
    ['no nonce', 'nonce_invalid', { nonce: undefined }],
    ['sd_hash wrong', 'kb_invalid', { sd_hash: 'AAAA' }],
    ['no sd_hash', 'kb_invalid', { sd_hash: undefined }],
    ['kb-jwt-iat-in-past: five minutes and a second', 'kb_invalid', { iat: seconds - 301 }],
    ['kb-jwt-iat-in-future: a minute and a second', 'kb_invalid', { iat: seconds + 61 }],
    ['a year ago', 'kb_invalid', { iat: seconds - 31_536_000 }],
    ['in a year', 'kb_invalid', { iat: seconds + 31_536_000 }],
    ['exp past', 'kb_invalid', { exp: seconds - 1 }],
  ])('C3: %s', (_what, code, payload) => refuse(code, { binding: { payload } }));

  it.each([-300, 60])('C3: takes one made %i s from now', async (offset) => {
    const { answer } = await signInWith(forgePresentation(issuer, holder, { binding: { payload: { iat: seconds + offset } } }));
    expect(answer.status).toBe(200);
  });

  it('C3: the nonce of another request of the same browser', async () => {
    const [first, second] = [new TestBrowser(app), new TestBrowser(app)];
    const [theirs, ours] = [await first.ask(), await second.ask()];
    const read = await wallet.read({ kind: 'dc_api', ...theirs.request, origin: 'http://tax.localhost:8570' });
    const forged = await answerWith(forgePresentation(issuer, holder, { binding: { payload: { nonce: read.nonce } } }), wallet, ours);
    expect((await second.hand(ours, forged)).body).toMatchObject({ code: 'nonce_invalid' });
  });

  it.each<[string, NonNullable<Forgery['binding']>]>([
    ['typ of any token', { header: { typ: 'JWT' } }],
    ['alg none', { header: { alg: 'none' } }],
    ['a signature by another key', { key: stranger }],
    ['a key of its own', { key: stranger, header: { jwk: { ...stranger.publicKey } } }],
  ])('C3: %s', (_what, binding) => refuse('kb_invalid', { binding }));
});

describe('C4: no key binding', () => {
  it('C4: where the credential has a holder', () => refuse('kb_invalid', { binding: null }));
  it('C4: where the credential has none', () => refuse('kb_invalid', { payload: { cnf: undefined } }));
});

describe('C5: disclosures', () => {
  const name = (claim: string, value: Json = 'x', salt: Json = claim): Json => [salt, claim, value];
  const given = name('given_name', 'Sara', 'salt');

  it.each<[string, Forgery]>([
    ['one that comes twice', { disclosures: [given], loose: [given] }],
    ['a digest that stands twice', { payload: { _sd: ['A', 'A'] }, disclosures: [] }],
    ['one that nothing refers to', { disclosures: [given], loose: [name('family_name')] }],
    ['named _sd', { disclosures: [name('_sd', ['A'])] }],
    ['named ...', { disclosures: [name('...')] }],
    ['named __proto__', { disclosures: [name('__proto__', { polluted: true })] }],
    ['named constructor', { disclosures: [name('constructor', { prototype: { polluted: true } })] }],
    ['over iss', { disclosures: [name('iss', 'https://evil.test')] }],
    ['over vct', { disclosures: [name('vct', 'urn:evil:1')] }],
    ['over exp', { disclosures: [name('exp', seconds + 1e9)] }],
    ['over cnf', { disclosures: [name('cnf', { jwk: { ...stranger.publicKey } })] }],
    ['over status', { disclosures: [name('status', {})] }],
    ['over a claim in the open', { disclosures: [name('sex', 'male')], payload: { sex: 'female' } }],
    ['two of one name', { disclosures: [name('sex', 'male', 'a'), name('sex', 'female', 'b')] }],
    ['a salt that is a number', { disclosures: [name('sex', 'male', 5)] }],
    ['a name that is a number', { disclosures: [['salt', 5, 'x']] }],
    ['of two elements', { disclosures: [['salt', 'x']] }],
    ['of four elements', { disclosures: [['salt', 'a', 'x', 'y']] }],
    ['hashed with md5', { payload: { _sd_alg: 'md5' } }],
    ['hashed with sha-1', { payload: { _sd_alg: 'sha-1' } }],
    ['a hash named within', { payload: { address: { _sd_alg: 'sha-256' } } }],
    ['_sd that is no array', { payload: { _sd: 'A' }, disclosures: [] }],
    ['exp that is text', { payload: { exp: String(seconds + 3600) } }],
  ])('C5: %s', async (_what, forgery) => {
    await refuse(malformed, forgery);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  it('C5: one that discloses an end that has passed', async () => {
    const inner = name('exp', seconds - 1);
    await refuse(malformed, { disclosures: [], loose: [inner], payload: { _sd: [await digestDisclosure(inner)] } });
  });

  it('C5: takes sha-256 where no hash is named', async () => {
    const { answer } = await signInWith(forgePresentation(issuer, holder, { payload: { _sd_alg: undefined } }));
    expect(answer.status).toBe(200);
  });

  it('C5: past its end, in the open', () => refuse('credential_expired', { payload: { exp: seconds - day / 1000 } }));
});
