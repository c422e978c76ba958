import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoAgencies } from '@daricheh/agencies/agencies';
import { type TrustList, trustList } from '@daricheh/shared/trust';
import { compactVerify, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveExtensionId } from './extension-id.ts';
import { type Demo, loadDemo, makeDemo } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'daricheh-demo-'));
const port = 8690;
let demo: Demo;

beforeAll(async () => {
  await makeDemo(folder, port);
  demo = loadDemo(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

function readCertificate(name: string): X509Certificate {
  return new X509Certificate(readFileSync(join(folder, name)));
}

function isIssuedBy(leaf: X509Certificate, issuer: X509Certificate): boolean {
  return leaf.checkIssued(issuer) && leaf.verify(issuer.publicKey);
}

async function readTrustList(jwt: string): Promise<TrustList> {
  const [signer = ''] = decodeProtectedHeader(jwt).x5c ?? [];
  const certificate = new X509Certificate(Buffer.from(signer, 'base64'));
  expect(isIssuedBy(certificate, readCertificate('root.pem'))).toBe(true);
  const { payload } = await compactVerify(jwt, certificate.publicKey, { algorithms: ['ES256'] });
  return trustList.parse(JSON.parse(new TextDecoder().decode(payload)));
}

describe('the demo material', () => {
  it.each(demoAgencies.map(({ id, host }) => [id, host] as const))(
    'certifies the seal of %s under the root, for its own origin',
    (id, host) => {
      const seal = new X509Certificate(demo.agencies[id].sealCertPem);
      expect(isIssuedBy(seal, readCertificate('root.pem'))).toBe(true);
      expect({ ca: seal.ca, names: seal.subjectAltName }).toEqual({ ca: false, names: `DNS:${host}, URI:http://${host}:${port}` });
      const key = createPublicKey(readFileSync(join(folder, id, 'seal.key.pem')));
      expect(seal.publicKey.equals(key)).toBe(true);
    },
  );

  it('has an authority for citizens under the root', () => {
    const citizens = readCertificate('civil-registry/citizens.cert.pem');
    expect({ ca: citizens.ca, issued: isIssuedBy(citizens, readCertificate('root.pem')) }).toEqual({ ca: true, issued: true });
  });

  it('lists every agency with the hash of its certificate, signed under the root for that purpose alone', async () => {
    const list = await readTrustList(demo.trustList);
    expect(decodeProtectedHeader(demo.trustList)).toMatchObject({ alg: 'ES256', typ: 'daricheh-trust-list+jwt' });
    expect(readCertificate('trust-list/signer.cert.pem').keyUsage).toEqual(['0.4.0.2231.3.0']);
    expect(list.agencies.map(({ id, origins, certificateHashes }) => ({ id, origins, certificateHashes }))).toEqual(
      demoAgencies.map(({ id, host }) => ({
        id,
        origins: [`http://${host}:${port}`],
        certificateHashes: [createHash('sha256').update(new X509Certificate(demo.agencies[id].sealCertPem).raw).digest('base64url')],
      })),
    );
    expect(list.issuers.map(({ issuer, documents }) => [issuer, documents.length])).toEqual(
      [
        ['civil-registry', 3] as const,
        ['tax', 1] as const,
        ['licence', 3] as const,
        ['residents', 1] as const,
        ['university', 1] as const,
        ['companies', 1] as const,
      ].map(([host, count]) => [`http://${host}.localhost:${port}`, count]),
    );
    expect(JSON.stringify(list)).not.toContain(new URL(demo.lookAlikeOrigin).hostname);
  });

  it('fixes the id of the extension by its key', () => {
    const spki = Buffer.from(readFileSync(join(folder, 'extension/manifest-key'), 'utf8'), 'base64');
    expect(deriveExtensionId(spki)).toBe(demo.extensionId);
    expect(demo.walletOrigin).toMatch(/^chrome-extension:\/\/[a-p]{32}$/);
  });

  it('keeps its keys from other users of the machine', () => {
    expect(statSync(join(folder, 'root.key.pem')).mode & 0o077).toBe(0);
  });

  it('is left as it is when made again', async () => {
    expect(await makeDemo(folder, port)).toEqual({ folder, port, isNew: false });
    expect(loadDemo(folder)).toEqual(demo);
  });

  it('signs a next edition of the list when an agency changes what it hands in', async () => {
    const edited = demo.trustList.split('.');
    const before = await readTrustList(demo.trustList);
    edited[1] = Buffer.from(JSON.stringify({ ...before, issuers: [] })).toString('base64url');
    writeFileSync(join(folder, 'trust-list.jwt'), edited.join('.'));
    await makeDemo(folder, port);
    const after = await readTrustList(loadDemo(folder).trustList);
    expect({ serial: after.serial, issuers: after.issuers }).toEqual({ serial: before.serial + 1, issuers: before.issuers });
  });

  it('is made anew for another port, databases emptied, the extension’s id kept', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'daricheh-demo-'));
    await makeDemo(elsewhere, port);
    const before = loadDemo(elsewhere);
    writeFileSync(join(before.dataFolder, 'server.sqlite'), '');
    expect(await makeDemo(elsewhere, port + 10)).toMatchObject({ isNew: true });
    const after = loadDemo(elsewhere);
    expect(after.extensionId).toBe(before.extensionId);
    expect(after.agencies.tax.sealCertPem).not.toBe(before.agencies.tax.sealCertPem);
    expect(() => statSync(join(after.dataFolder, 'server.sqlite'))).toThrow('ENOENT');
    rmSync(elsewhere, { recursive: true });
  });
});
