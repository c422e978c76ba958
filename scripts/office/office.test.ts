// @peculiar/x509 registers its parts through decorators, which need this first.
import 'reflect-metadata';
import { generateKeyPairSync, webcrypto, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrustedAgency } from '@daricheh/shared/trust';
import { Pkcs10CertificateRequestGenerator, SubjectAlternativeNameExtension } from '@peculiar/x509';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDemo } from '../demo/index.ts';
import { listPlaces } from '../demo/places.ts';
import { readEdition } from '../demo/trust-list.ts';
import { runOffice } from './run-office.ts';

const port = 8694;
const place = mkdtempSync(join(tmpdir(), 'daricheh-office-'));
const office = join(place, 'office');
const places = listPlaces(office);
let now = new Date();
let said: string[];

beforeAll(() => makeDemo(office, port));
afterAll(() => rmSync(place, { recursive: true }));
beforeEach(() => {
  said = [];
  now = new Date();
});

function run(...args: readonly string[]): Promise<number> {
  return runOffice([...args, '--folder', 'office', '--lang', 'en'], {
    folder: place,
    now: () => now,
    write: (line) => void said.push(line),
  });
}

type Keys = Awaited<ReturnType<typeof makeKeys>>;

function makeKeys(namedCurve = 'P-256') {
  return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
}

async function writeRequest(
  name: string,
  { keys, uris = ['https://library.example'] }: { readonly keys?: Keys; readonly uris?: readonly string[] } = {},
): Promise<Keys> {
  const own = keys ?? (await makeKeys());
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: 'CN=Library, C=IR',
    keys: own,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [new SubjectAlternativeNameExtension(uris.map((value) => ({ type: 'url', value })))],
  });
  writeFileSync(join(place, name), request.toString('pem'));
  return own;
}

const registration = (change: Partial<TrustedAgency> = {}): TrustedAgency => ({
  ...{ id: 'library', name: { fa: 'کتابخانه', en: 'Library' }, origins: ['https://library.example'], level: 1 },
  ...{ certificateHashes: ['A'.repeat(43)], uses: [], addresses: {}, contact: 'mailto:help@library.example', ...change },
});
const writeRegistration = (value: unknown): void => writeFileSync(join(place, 'registration.json'), JSON.stringify(value));
const readList = () => readEdition(readFileSync(places.trustList, 'utf8').trim());

describe('certifying a seal', () => {
  it('gives a leaf under the root, for the site alone and for signing alone', async () => {
    await writeRequest('a.csr.pem');
    expect(await run('certify', 'a.csr.pem', 'a.cert.pem', '--days', '90')).toBe(0);
    const certificate = new X509Certificate(readFileSync(join(place, 'a.cert.pem')));
    const root = new X509Certificate(readFileSync(places.rootCert));
    expect([certificate.checkIssued(root), certificate.verify(root.publicKey), certificate.ca]).toEqual([true, true, false]);
    expect(certificate.subjectAltName).toBe('DNS:library.example, URI:https://library.example');
    expect(Math.round((certificate.validToDate.getTime() - now.getTime()) / 86_400_000)).toBe(90);
    expect(statSync(join(place, 'a.cert.pem')).mode & 0o777).toBe(0o600);
  });

  it('leaves a certificate as it is that still counts, and renews one for the same key that is about to end', async () => {
    await writeRequest('b.csr.pem');
    await run('certify', 'b.csr.pem', 'b.cert.pem', '--days', '90');
    const first = readFileSync(join(place, 'b.cert.pem'), 'utf8');
    expect(await run('certify', 'b.csr.pem', 'b.cert.pem')).toBe(0);
    expect(readFileSync(join(place, 'b.cert.pem'), 'utf8')).toBe(first);
    now = new Date(now.getTime() + 70 * 86_400_000);
    await run('certify', 'b.csr.pem', 'b.cert.pem');
    expect(readFileSync(join(place, 'b.cert.pem'), 'utf8')).not.toBe(first);
  });

  it('writes over no certificate of another key', async () => {
    await writeRequest('c.csr.pem');
    await run('certify', 'c.csr.pem', 'c.cert.pem');
    const first = readFileSync(join(place, 'c.cert.pem'), 'utf8');
    await writeRequest('c.csr.pem');
    expect(await run('certify', 'c.csr.pem', 'c.cert.pem')).toBe(1);
    expect(readFileSync(join(place, 'c.cert.pem'), 'utf8')).toBe(first);
  });

  it.each([
    ['that names no site', () => writeRequest('d.csr.pem', { uris: [] }), 'must name one site'],
    ['that names two', () => writeRequest('d.csr.pem', { uris: ['https://a.example', 'https://b.example'] }), 'must name one site'],
    ['that names a page', () => writeRequest('d.csr.pem', { uris: ['https://a.example/page'] }), 'must name one site'],
    ['of another curve', async () => writeRequest('d.csr.pem', { keys: await makeKeys('P-384') }), 'not on P-256'],
    [
      'that another key has signed',
      async () =>
        writeRequest('d.csr.pem', { keys: { publicKey: (await makeKeys()).publicKey, privateKey: (await makeKeys()).privateKey } }),
      'is not signed by the key',
    ],
    [
      'that is none',
      () => writeFileSync(join(place, 'd.csr.pem'), generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' })),
      'no certificate request',
    ],
  ])('refuses a request %s', async (_what, write, told) => {
    await write();
    expect(await run('certify', 'd.csr.pem', 'd.cert.pem')).toBe(1);
    expect(said.join('\n')).toContain(told);
    expect(existsSync(join(place, 'd.cert.pem'))).toBe(false);
  });
});

describe('registering an agency', () => {
  it('signs a new edition with it, once, and keeps it when the demo’s own list is made anew', async () => {
    const before = readList();
    writeRegistration(registration());
    expect(await run('register', 'registration.json')).toBe(0);
    expect(readList()).toMatchObject({ serial: before.serial + 1, agencies: [...before.agencies, registration()] });
    await run('register', 'registration.json');
    expect(readList().serial).toBe(before.serial + 1);
    await makeDemo(office, port);
    expect(readList().agencies.at(-1)).toEqual(registration());
  });

  it('puts a changed registration in the place of the earlier one', async () => {
    writeRegistration(registration({ level: 3 }));
    await run('register', 'registration.json');
    expect(readList().agencies.filter(({ id }) => id === 'library')).toEqual([registration({ level: 3 })]);
    expect(said.join('\n')).toContain('is replaced');
  });

  it('tells of a site that may be taken for another agency’s', async () => {
    writeRegistration(
      registration({ id: 'passport-help', origins: ['http://pasport.localhost:8694'], certificateHashes: ['B'.repeat(43)] }),
    );
    expect(await run('register', 'registration.json')).toBe(0);
    expect(said.at(-1)).toContain('http://passport.localhost:8694');
  });

  it.each([
    [
      'with another agency’s site',
      registration({ id: 'thief', origins: [`http://tax.localhost:${port}`], certificateHashes: ['C'.repeat(43)] }),
      'is another agency’s',
    ],
    ['with another agency’s certificate', registration({ id: 'thief', origins: ['https://thief.example'] }), 'is another agency’s'],
    ['without a certificate', registration({ id: 'bare', certificateHashes: [] }), 'names no certificate'],
    ['with a member that there is not', { ...registration(), more: 1 }, 'no registration'],
  ])('refuses one %s, and signs nothing', async (_what, value, told) => {
    const before = readFileSync(places.trustList, 'utf8');
    writeRegistration(value);
    expect(await run('register', 'registration.json')).toBe(1);
    expect(said.join('\n')).toContain(told);
    expect(readFileSync(places.trustList, 'utf8')).toBe(before);
  });
});

describe('the command', () => {
  it.each([[[]], [['certify', 'a']], [['register', 'a', 'b']], [['register', 'a', '--days', '3']], [['certify', 'a', 'b', '--days', 'x']]])(
    'shows in both languages what it wants when called as %j',
    async (args) => {
      expect(await runOffice(args, { folder: place, now: () => now, write: (line) => void said.push(line) })).toBe(2);
      expect(said).toHaveLength(2);
    },
  );

  it('says which file it cannot read', async () => {
    expect(await run('register', 'nowhere.json')).toBe(2);
    expect(said.at(-1)).toContain('nowhere.json cannot be read');
  });
});
