import 'reflect-metadata';
import { ExtendedKeyUsageExtension } from '@peculiar/x509';
import type { Bytes } from '../credential/crypto-ports.ts';
import { issueTimeStamp, type TimeStampAuthority, type TimeStampPorts, timeStampOids } from '../timestamp/index.ts';
import { createWideChainVerifier } from '../x509/index.ts';
import { createTestCertificate, KeyUsageFlags, type TestCertificate, type TestCertificateOptions } from './certificates.ts';
import { digest, randomBytes, sha256, verifySignature } from './node-ports.ts';

/** Under the number kept for examples (RFC 5612). */
export const testPolicy = '1.3.6.1.4.1.32473.1';

/** What a certificate says that it is for. */
export function describePurposes(purposes: readonly string[], { isCritical }: { isCritical: boolean }): ExtendedKeyUsageExtension {
  return new ExtendedKeyUsageExtension([...purposes], isCritical);
}

/** A certificate for time stamps under `issuer`. */
export function createTestTimeStampCertificate(
  issuer: TestCertificate,
  options: Partial<TestCertificateOptions> = {},
): Promise<TestCertificate> {
  const purpose = describePurposes([timeStampOids.timeStamping], { isCritical: true });
  return createTestCertificate({ name: 'Clock', issuer, keyUsage: KeyUsageFlags.digitalSignature, extensions: [purpose], ...options });
}

/** Who believes the clocks under these anchors. */
export function createTimeStampPorts(anchors: readonly Bytes[]): TimeStampPorts {
  return { verifyTimeStampChain: createWideChainVerifier({ anchors, verifySignature }), verifySignature, digest };
}

/** Whoever has that certificate, as an authority; `above` are the certificates between it and the anchor. */
export function describeTestAuthority({ der, key }: TestCertificate, above: readonly TestCertificate[] = []): TimeStampAuthority {
  return { chain: [der, ...above.map((each) => each.der)], sign: key.sign, policy: testPolicy, accuracySeconds: 1 };
}

/** A sound token over the imprint. */
export function issueTestTimeStamp(
  authority: TimeStampAuthority,
  { imprint, at, nonce = null }: { readonly imprint: Bytes; readonly at: Date; readonly nonce?: string | null },
): Promise<Bytes> {
  return issueTimeStamp({ imprint, nonce, wantsCertificates: true }, { at, serialNumber: randomBytes(16) }, authority, { sha256 });
}
