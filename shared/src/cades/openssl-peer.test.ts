import { describe, expect, it } from 'vitest';
import {
  createTestRoot,
  createTestSeal,
  createTestTimeStampCertificate,
  describeTestAuthority,
  issueTestTimeStamp,
  openssl,
  runOpenssl,
  sha256,
  toPem,
} from '../testing/index.ts';
import { maxCadesLength, signCades } from './index.ts';

const at = new Date('2026-11-23T09:00:00Z');
const data = new TextEncoder().encode('what is sealed');

async function createWorld() {
  const root = await createTestRoot();
  const seal = await createTestSeal(root, 'http://tax.localhost:8570');
  const clock = describeTestAuthority(await createTestTimeStampCertificate(root));
  const signer = { certificate: seal.der, sign: seal.key.sign };
  const stamped = await signCades(data, signer, async (signature) => issueTestTimeStamp(clock, { imprint: await sha256(signature), at }), {
    sha256,
  });
  return { root, signer, stamped, bare: await signCades(data, signer, async () => null, { sha256 }) };
}

const { root, signer, stamped, bare } = await createWorld();

describe.skipIf(openssl === undefined)('a CAdES signature, as openssl cms reads it', () => {
  const verify = (signature: Uint8Array, content: Uint8Array = data) =>
    runOpenssl(
      [
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-in',
        's',
        '-content',
        'd',
        '-CAfile',
        'root.pem',
        '-purpose',
        'any',
      ].concat(['-attime', String(at.getTime() / 1000), '-out', 'out']),
      { s: signature, d: content, 'root.pem': toPem(root).certPem },
      ({ isOk }) => isOk,
    );

  it.each([
    ['with a time stamp', stamped],
    ['without', bare],
  ])('holds %s, and fits where room was kept for it', (_what, signature) => {
    expect(verify(signature)).toBe(true);
    expect(signature.length).toBeLessThan(maxCadesLength(signer.certificate));
  });

  it('is not that of other data, nor of a byte changed in it', () => {
    expect(verify(stamped, new TextEncoder().encode('what is sealeD'))).toBe(false);
    const changed = Uint8Array.from(bare);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(verify(changed)).toBe(false);
  });

  it('carries the time stamp over the signature’s own bytes', () => {
    const told = (signature: Uint8Array) =>
      runOpenssl(['cms', '-cmsout', '-print', '-inform', 'DER', '-in', 's'], { s: signature }, (run) => run.told);
    expect(told(stamped)).toContain('id-smime-aa-timeStampToken');
    expect(told(bare)).not.toContain('id-smime-aa-timeStampToken');
    expect(told(bare)).toContain('id-smime-aa-signingCertificateV2');
    expect(told(bare)).not.toContain('signingTime');
  });
});
