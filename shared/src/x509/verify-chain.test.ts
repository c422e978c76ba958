import { describe, expect, it } from 'vitest';
import {
  createTestCertificate,
  createTestKey,
  createTestRoot,
  createTestSeal,
  Extension,
  KeyUsageFlags,
  opensslCertificates,
  type TestCertificate,
  verifyP256,
} from '../testing/index.ts';
import { createChainVerifier, decodePemCertificates, encodeX5c, parseCertificate, type VerifiedChain } from './index.ts';

const origin = 'https://registry.example';
const at = new Date('2026-06-01T00:00:00Z');
const root = await createTestRoot();
const authority = { authority: {}, keyUsage: KeyUsageFlags.keyCertSign } as const;

async function verify(
  chain: readonly TestCertificate[],
  options: { anchors?: readonly TestCertificate[]; at?: Date; purpose?: string } = {},
): Promise<VerifiedChain> {
  const anchors = (options.anchors ?? [root]).map(({ der }) => der);
  const purpose = options.purpose === undefined ? {} : { purpose: options.purpose };
  return createChainVerifier({ anchors, verifyP256 })(encodeX5c(chain.map(({ der }) => der)), { at: options.at ?? at, ...purpose });
}

const refusal = (code: string, rule?: string) => expect.objectContaining({ code, ...(rule ? { facts: { rule } } : {}) });

describe('a certificate chain', () => {
  it('holds for a leaf that the anchor issued', async () => {
    const seal = await createTestSeal(root, origin, { dnsNames: ['registry.example'] });
    const { leaf } = await verify([seal]);
    expect(leaf.publicKey).toEqual(seal.key.publicKey);
    expect(leaf.extensions.subjectAltName).toEqual({ dnsNames: ['registry.example'], uris: [origin] });
    expect(leaf.serialNumber).toBe('0123456789abcdef');
  });

  it('holds through an intermediate that may issue', async () => {
    const middle = await createTestCertificate({
      name: 'Middle',
      issuer: root,
      authority: { pathLength: 0 },
      keyUsage: KeyUsageFlags.keyCertSign,
    });
    const { path } = await verify([await createTestSeal(middle, origin), middle]);
    expect(path).toHaveLength(3);
  });

  it('holds under the second of two anchors of one name', async () => {
    const other = await createTestRoot();
    await expect(verify([await createTestSeal(root, origin)], { anchors: [other, root] })).resolves.toBeDefined();
  });

  it('is refused under an anchor of the same name and another key', async () => {
    const other = await createTestRoot();
    await expect(verify([await createTestSeal(other, origin)])).rejects.toThrow(refusal('issuer_not_trusted'));
  });

  it('is refused when its own root comes with it', async () => {
    const other = await createTestRoot('Other');
    await expect(verify([await createTestSeal(other, origin), other])).rejects.toThrow(refusal('certificate_chain_invalid', 'self_issued'));
  });

  it('is refused when the anchor stands in it', async () => {
    await expect(verify([await createTestSeal(root, origin), root])).rejects.toThrow(
      refusal('certificate_chain_invalid', 'anchor_in_chain'),
    );
  });

  it('is refused when the leaf signed itself', async () => {
    const self = await createTestCertificate({ name: 'Self', keyUsage: KeyUsageFlags.digitalSignature });
    await expect(verify([self])).rejects.toThrow(refusal('certificate_chain_invalid', 'self_issued'));
  });

  it('is refused when a name does not lead to the next', async () => {
    const middle = await createTestCertificate({ name: 'Middle', issuer: root, ...authority });
    await expect(verify([await createTestSeal(root, origin), middle])).rejects.toThrow(refusal('certificate_chain_invalid', 'names'));
  });

  it('is refused when another key of the intermediate’s name signed the leaf', async () => {
    const middle = await createTestCertificate({ name: 'Middle', issuer: root, ...authority });
    const seal = await createTestSeal({ ...middle, key: createTestKey() }, origin);
    await expect(verify([seal, middle])).rejects.toThrow(refusal('certificate_chain_invalid', 'signature'));
  });

  it('is refused when the leaf is an authority', async () => {
    const leaf = await createTestSeal(root, origin, { authority: {} });
    await expect(verify([leaf])).rejects.toThrow(refusal('certificate_chain_invalid', 'leaf_is_authority'));
  });

  it.each([
    ['says that it is none', undefined],
    ['says nothing of it', null],
  ])('is refused when an intermediate %s', async (_what, value) => {
    const middle = await createTestCertificate({
      name: 'Middle',
      issuer: root,
      keyUsage: KeyUsageFlags.keyCertSign,
      ...(value === null ? { authority: null } : {}),
    });
    const chain = [await createTestSeal(middle, origin), middle];
    await expect(verify(chain)).rejects.toThrow(refusal('certificate_chain_invalid', 'issuer_is_no_authority'));
  });

  it('is refused past the path length, of an intermediate or of the anchor', async () => {
    const upper = await createTestCertificate({
      name: 'Upper',
      issuer: root,
      authority: { pathLength: 0 },
      keyUsage: KeyUsageFlags.keyCertSign,
    });
    const lower = await createTestCertificate({ name: 'Lower', issuer: upper, ...authority });
    const short = await createTestRoot('Short', { authority: { pathLength: 0 } });
    const middle = await createTestCertificate({ name: 'Middle', issuer: short, ...authority });
    const tooLong = refusal('certificate_chain_invalid', 'path_length');
    await expect(verify([await createTestSeal(lower, origin), lower, upper])).rejects.toThrow(tooLong);
    await expect(verify([await createTestSeal(middle, origin), middle], { anchors: [short] })).rejects.toThrow(tooLong);
  });

  it.each([
    ['the leaf may not sign', KeyUsageFlags.keyAgreement],
    ['the leaf says nothing', null],
  ])('is refused when by key usage %s', async (_what, keyUsage) => {
    const leaf = await createTestSeal(root, origin, { keyUsage });
    await expect(verify([leaf])).rejects.toThrow(refusal('certificate_usage_invalid', 'key_usage_leaf'));
  });

  it('is refused when by key usage an intermediate may not issue', async () => {
    const middle = await createTestCertificate({ name: 'Middle', issuer: root, authority: {}, keyUsage: KeyUsageFlags.digitalSignature });
    const chain = [await createTestSeal(middle, origin), middle];
    await expect(verify(chain)).rejects.toThrow(refusal('certificate_usage_invalid', 'key_usage_authority'));
  });

  it.each([
    ['an unknown extension that is critical', '1.2.3.4', true],
    ['name constraints', '2.5.29.30', false],
  ])('is refused with %s', async (_what, oid, critical) => {
    const leaf = await createTestSeal(root, origin, { extensions: [new Extension(oid, critical, new Uint8Array([5, 0]))] });
    await expect(verify([leaf])).rejects.toThrow(refusal('certificate_chain_invalid', 'critical_extension'));
  });

  it('holds with an unknown extension that is not critical', async () => {
    const leaf = await createTestSeal(root, origin, { extensions: [new Extension('1.2.3.4', false, new Uint8Array([5, 0]))] });
    await expect(verify([leaf])).resolves.toBeDefined();
  });

  it('is valid from the first to the last second, and neither before nor after', async () => {
    const seal = await createTestSeal(root, origin, {
      notBefore: new Date('2026-02-01T00:00:00Z'),
      notAfter: new Date('2026-03-01T00:00:00Z'),
    });
    await expect(verify([seal], { at: new Date('2026-02-01T00:00:00.000Z') })).resolves.toBeDefined();
    await expect(verify([seal], { at: new Date('2026-03-01T00:00:00.999Z') })).resolves.toBeDefined();
    await expect(verify([seal], { at: new Date('2026-01-31T23:59:59.999Z') })).rejects.toThrow(refusal('certificate_not_yet_valid'));
    await expect(verify([seal], { at: new Date('2026-03-01T00:00:01.000Z') })).rejects.toThrow(refusal('certificate_expired'));
  });

  it('is refused when the anchor has expired', async () => {
    const old = await createTestRoot('Old', { notAfter: new Date('2026-02-01T00:00:00Z') });
    await expect(verify([await createTestSeal(old, origin)], { anchors: [old] })).rejects.toThrow(refusal('certificate_expired'));
  });

  it('is checked against the date again when it is remembered', async () => {
    const verifyChain = createChainVerifier({ anchors: [root.der], verifyP256 });
    const x5c = encodeX5c([(await createTestSeal(root, origin)).der]);
    expect(await verifyChain(x5c, { at })).toBeDefined();
    await expect(async () => verifyChain(x5c, { at: new Date('2028-01-01T00:00:00Z') })).rejects.toThrow(refusal('certificate_expired'));
  });

  it('serves a purpose only when its leaf names it', async () => {
    const purpose = '1.3.6.1.5.5.7.3.8';
    await expect(verify([await createTestSeal(root, origin, { purposes: [purpose] })], { purpose })).resolves.toBeDefined();
    const unnamed = refusal('certificate_usage_invalid', 'extended_key_usage');
    await expect(verify([await createTestSeal(root, origin)], { purpose })).rejects.toThrow(unnamed);
    await expect(verify([await createTestSeal(root, origin, { purposes: ['1.3.6.1.5.5.7.3.1'] })], { purpose })).rejects.toThrow(unnamed);
  });

  it('is refused with more than four certificates, or none, before any is read', async () => {
    const seal = await createTestSeal(root, origin);
    await expect(verify([seal, seal, seal, seal, seal])).rejects.toThrow(refusal('certificate_malformed'));
    await expect(verify([])).rejects.toThrow(refusal('certificate_malformed'));
  });
});

describe('a certificate', () => {
  it('is never read when it is cut off, or when a byte follows it', async () => {
    const { der } = await createTestSeal(root, origin);
    for (let length = 0; length < der.length; length++) {
      expect(() => parseCertificate(der.slice(0, length))).toThrow(refusal('certificate_malformed'));
    }
    expect(() => parseCertificate(new Uint8Array([...der, 0]))).toThrow(refusal('certificate_malformed'));
  });

  it('either does not parse or does not verify when one bit is flipped', async () => {
    const { der } = await createTestSeal(root, origin);
    const verifyChain = createChainVerifier({ anchors: [root.der], verifyP256 });
    for (let bit = 0; bit < der.length * 8; bit += 5) {
      const flipped = Uint8Array.from(der, (byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      await expect(async () => verifyChain(encodeX5c([flipped]), { at })).rejects.toThrow(expect.objectContaining({ name: 'AppError' }));
    }
  });

  it('is refused with an extension that stands twice', async () => {
    const twice = new Extension('1.2.3.4', false, new Uint8Array([5, 0]));
    const leaf = await createTestSeal(root, origin, { extensions: [twice, twice] });
    expect(() => parseCertificate(leaf.der)).toThrow(refusal('certificate_malformed'));
  });

  it.each([
    ['another curve', opensslCertificates.p384],
    ['an RSA key', opensslCertificates.rsa],
    ['another hash', opensslCertificates.p256WithSha384],
  ])('is refused with %s', (_what, pem) => {
    expect(() => decodePemCertificates(pem).map(parseCertificate)).toThrow(refusal('certificate_malformed'));
  });

  it('is read as openssl wrote it', () => {
    const [certificate] = decodePemCertificates(opensslCertificates.p256).map(parseCertificate);
    expect(certificate?.extensions).toEqual({
      basicConstraints: { isAuthority: true },
      keyUsage: new Set([5]),
      subjectAltName: { dnsNames: ['a.example'], uris: ['https://a.example'] },
      authorityKeyId: Uint8Array.from(Buffer.from('ee13e18f8128d120148b05a7a322fb18b6def485', 'hex')),
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      isExtendedKeyUsageCritical: false,
      unknownCritical: [],
    });
    // Past 2049 the date stands as GeneralizedTime.
    expect(certificate?.notAfter.getUTCFullYear()).toBeGreaterThan(2050);
  });
});
