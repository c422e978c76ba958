import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../encoding/index.ts';
import {
  createTestIssuer,
  createTestKey,
  createTestSeal,
  expectCredential,
  forgeCredential,
  sha256,
  type TestCertificate,
  type TestIssuer,
  testTime,
  testVct,
} from '../testing/index.ts';
import { encodeX5c } from '../x509/index.ts';
import type { RegisteredDocument } from './registered-issuer.ts';
import { verifyCredential } from './verify-credential.ts';

const holder = createTestKey();
const before = '2026-06-01T11:59:59Z';
const now = testTime.toISOString();
const after = '2026-06-01T12:00:01Z';
let issuer: TestIssuer;
/** The issuer's next key, certified under the same root. */
let next: TestCertificate;

beforeAll(async () => {
  issuer = await createTestIssuer();
  next = await createTestSeal(issuer.root, issuer.origin);
});

const hashOf = async ({ der }: TestCertificate) => encodeBase64Url(await sha256(der));

async function verify(entries: readonly RegisteredDocument[], seal: TestCertificate = issuer.seal) {
  const text = await forgeCredential(issuer, holder, { header: { x5c: encodeX5c([seal.der]) }, issuerKey: seal.key });
  const expected = { ...expectCredential(issuer), issuers: [{ issuer: issuer.origin, documents: entries }] };
  return (await verifyCredential(text, expected, issuer.ports)).issuer;
}

const refused = (what: string) =>
  expect.objectContaining({ code: 'issuer_not_trusted', facts: expect.objectContaining({ what, rule: 'V2' }) });

describe('V2: a credential’s issuer in the trust list', () => {
  it.each([
    ['without a period', {}],
    ['whose entry has just begun', { from: now }],
    ['whose entry ends in a second', { from: before, until: after }],
  ])('is believed %s', async (_what, period) => {
    expect(await verify([{ vct: testVct, ...period }])).toBe(issuer.origin);
  });

  it.each([
    ['whose entry ends now', { vct: testVct, until: now }],
    ['whose entry begins in a second', { vct: testVct, from: after }],
    ['listed for another type', { vct: 'urn:daricheh:other:1' }],
    ['listed for that name as an mdoc', { doctype: testVct }],
  ])('is refused %s', async (_what, entry) => {
    await expect(verify([entry])).rejects.toThrow(refused('trust_list'));
  });

  it('may be held to its certificate, or to an authority above it', async () => {
    const [leaf, root] = await Promise.all([hashOf(issuer.seal), hashOf(issuer.root)]);
    expect(await verify([{ vct: testVct, certificateHashes: [leaf] }])).toBe(issuer.origin);
    expect(await verify([{ vct: testVct, certificateHashes: ['another', root] }], next)).toBe(issuer.origin);
    await expect(verify([{ vct: testVct, certificateHashes: [leaf] }], next)).rejects.toThrow(refused('certificate'));
  });

  it('D13: has two keys while one takes over from the other', async () => {
    const entries = [
      { vct: testVct, until: after, certificateHashes: [await hashOf(issuer.seal)] },
      { vct: testVct, from: before, certificateHashes: [await hashOf(next)] },
    ];
    expect([await verify(entries), await verify(entries, next)]).toEqual([issuer.origin, issuer.origin]);
  });

  it('D13: has the new key alone once the old one’s entry has ended', async () => {
    const entries = [
      { vct: testVct, until: now, certificateHashes: [await hashOf(issuer.seal)] },
      { vct: testVct, from: before, certificateHashes: [await hashOf(next)] },
    ];
    expect(await verify(entries, next)).toBe(issuer.origin);
    await expect(verify(entries)).rejects.toThrow(refused('certificate'));
  });
});
