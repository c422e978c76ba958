import { beforeAll, describe, expect, it } from 'vitest';
import { signCompactJws } from '../credential/index.ts';
import { createTestRoot, createTestSeal, createTestTrustList, type TestCertificate, verifyP256 } from '../testing/index.ts';
import { createChainVerifier, encodeX5c, type VerifyChain } from '../x509/index.ts';
import { trustListSigningUsage, trustListType, verifySignedTrustList } from './verify-trust-list.ts';

const list = createTestTrustList({ serial: 7, issuedAt: '2026-11-23T00:00:00Z' });
const now = new Date('2026-11-23T00:00:00Z');
let root: TestCertificate;
let signer: TestCertificate;
let verifyChain: VerifyChain;

beforeAll(async () => {
  root = await createTestRoot();
  signer = await createTestSeal(root, 'urn:daricheh:trust-list', { purposes: [trustListSigningUsage] });
  verifyChain = createChainVerifier({ anchors: [root.der], verifyP256 });
});

const sign = (payload: object = list, by = signer, header: object = {}) =>
  signCompactJws({ header: { typ: trustListType, x5c: encodeX5c([by.der]), ...header }, payload: { ...payload } }, by.key.sign);
const verify = async (token: string, at: Date | 'issue' = now) =>
  (await verifySignedTrustList(token, { verifyChain, verifyP256, at })).list;
const invalid = expect.objectContaining({ code: 'trust_list_invalid' });

describe('a signed trust list', () => {
  it('is believed under the pinned root', async () => {
    expect(await verify(await sign())).toEqual(list);
  });

  it('is refused from an agency’s seal, though the same root issued it', async () => {
    await expect(verify(await sign(list, await createTestSeal(root, 'https://tax.gov.ir')))).rejects.toThrow(invalid);
  });

  it('is refused under another root', async () => {
    const other = await createTestRoot('Other');
    await expect(verify(await sign(list, await createTestSeal(other, 'urn:x', { purposes: [trustListSigningUsage] })))).rejects.toThrow(
      invalid,
    );
  });

  it.each([
    ['of another typ', () => sign(list, signer, { typ: 'JWT' })],
    ['without a chain', () => sign(list, signer, { x5c: undefined })],
    ['with a member that it does not know', () => sign({ ...list, more: 1 })],
    ['without a serial', () => sign({ ...list, serial: undefined })],
    ['with another’s signature', async () => (await sign()).replace(/[^.]*$/, (await sign({ ...list, serial: 8 })).split('.')[2] ?? '')],
    ['larger than half a mebibyte', async () => `${await sign()}${'A'.repeat(512 * 1024)}`],
    ['that is none', async () => 'hello'],
  ])('is refused %s', async (_what, make) => {
    await expect(verify(await make())).rejects.toThrow(invalid);
  });

  it('is refused after its signer’s certificate has expired', async () => {
    const late = new Date('2027-02-01T00:00:00Z');
    await expect(verify(await sign(), late)).rejects.toThrow(expect.objectContaining({ facts: { reason: 'certificate_expired' } }));
    expect(await verify(await sign(), 'issue')).toEqual(list);
  });
});
