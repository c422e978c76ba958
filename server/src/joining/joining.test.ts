import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCompactJws } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  createTestAgency,
  createTestCertificate,
  createTestTrustList,
  describeTestForm,
  KeyUsageFlags,
  sha256,
  testTime,
  toPem,
} from '@daricheh/shared/testing';
import { type TrustedAgency, trustedAgency, trustListSigningUsage, trustListType } from '@daricheh/shared/trust';
import { decodePemCertificates, encodeX5c } from '@daricheh/shared/x509';
import { Pkcs10CertificateRequest } from '@peculiar/x509';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FetchBytes } from '../http/fetch-bytes.ts';
import { createTestAuthority, type TestAuthority } from '../testing/test-authority.ts';
import { runJoining } from './run-joining.ts';

const origin = 'http://library.localhost:8480';
let place: string;
let folder: string;
let authority: TestAuthority;
let said: string[];
/** What answers at an address; nobody, where nothing is named. */
let web: Record<string, { readonly status?: number; readonly body?: string }>;
const now = testTime;
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

const fetchBytes: FetchBytes = async (url) => {
  const found = web[url];
  if (found === undefined) throw new AppError('unavailable');
  return { status: found.status ?? 200, contentType: 'text/plain', body: encodeUtf8(found.body ?? '') };
};

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'daricheh-joining-'));
  folder = join(place, 'library');
  authority = await createTestAuthority([{ id: 'civil-registry', origin: 'http://civil-registry.localhost:8470' }]);
  writeFileSync(join(place, 'root.pem'), toPem(authority.root).certPem);
  [said, web] = [[], {}];
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<number> {
  return runJoining([...args, '--lang', 'en'], { folder: place, now: () => now, fetchBytes, write: (line) => void said.push(line) });
}

const who = ['--id', 'library', '--origin', origin, '--fa', 'کتابخانه', '--en', 'Library'];
const ground = ['--root', 'root.pem', '--trust-list', 'http://trust.localhost:8470/trust-list', '--wallet', 'chrome-extension://abc'];
const init = (): Promise<number> => run('init', 'library', ...who, ...ground);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const readRegistration = (): TrustedAgency => trustedAgency.parse(JSON.parse(read('registration.json')));

/** A certificate for the seal's key, as a registrar gives it. */
async function certify(options: { readonly uris?: readonly string[]; readonly notAfter?: Date } = {}): Promise<void> {
  const privateKey = createPrivateKey(read('seal.key.pem'));
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = {
    publicKey: { kty: 'EC', crv: 'P-256', x: String(publicKey.x), y: String(publicKey.y) },
    privateJwk: {},
    sign: () => new Uint8Array(),
  } as const;
  const { uris = [origin], notAfter = inDays(365) } = options;
  const certificate = await createTestCertificate({
    ...{ name: 'Library', issuer: authority.root, key, keyUsage: KeyUsageFlags.digitalSignature, uris, notAfter },
  });
  writeFileSync(
    join(folder, 'seal.cert.pem'),
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.der).toString('base64')}\n-----END CERTIFICATE-----\n`,
  );
}

/** From now on that address answers so. */
function answer(url: string, answered: { readonly status?: number; readonly body?: string }): void {
  web[url] = answered;
}

/** Publishes a trust list with these agencies. */
async function publishList(agencies: readonly TrustedAgency[]): Promise<void> {
  const purposes = [trustListSigningUsage];
  const signer = await createTestCertificate({ name: 'List', issuer: authority.root, keyUsage: KeyUsageFlags.digitalSignature, purposes });
  const dates = { issuedAt: now.toISOString(), nextUpdate: new Date(now.getTime() + 86_400_000).toISOString() };
  const list = { ...createTestTrustList({ agencies: [...agencies] }), ...dates };
  const header = { typ: trustListType, x5c: encodeX5c([signer.der]) };
  const token = await signCompactJws({ header, payload: encodeUtf8(JSON.stringify(list)) }, signer.key.sign);
  writeFileSync(join(place, 'list.jwt'), token);
  const { trustListUrl: _none, ...config } = JSON.parse(read('server.json')) as Record<string, unknown>;
  writeFileSync(join(folder, 'server.json'), JSON.stringify({ ...config, trustListFile: '../list.jwt' }));
}

describe('a new agency’s folder', () => {
  it('is made with a key, a request for its certificate, secrets and a configuration, for the owner alone', async () => {
    expect(await init()).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      'api-key',
      'caseworker-enrolment-code',
      'root.pem',
      'seal.csr.pem',
      'seal.key.pem',
      'server.json',
    ]);
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual(Array(6).fill(0o600));
    expect(JSON.parse(read('server.json'))).toMatchObject({
      port: 8481,
      walletOrigins: ['chrome-extension://abc'],
      agencies: [{ id: 'library', origin }],
    });
  });

  it('asks for a certificate by a request that its own key has signed, for one site', async () => {
    await init();
    const request = new Pkcs10CertificateRequest(read('seal.csr.pem'));
    expect(await request.verify()).toBe(true);
    expect(request.subject).toBe('CN=Library, C=IR');
  });

  it('can be made again: whatever is there stays, the key above all', async () => {
    await init();
    const before = readdirSync(folder).map(read);
    expect(await init()).toBe(0);
    expect(readdirSync(folder).map(read)).toEqual(before);
    expect(said.at(-2)).toContain('was there, and stays as it is');
  });

  it('keeps a key that somebody put there, and asks for its certificate', async () => {
    mkdirSync(folder);
    const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(join(folder, 'seal.key.pem'), pem);
    expect(await init()).toBe(0);
    expect(read('seal.key.pem')).toBe(pem);
  });

  it('leaves a file alone that is no key, and makes no request for it', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'seal.key.pem'), 'not a key');
    expect(await init()).toBe(1);
    expect(readdirSync(folder)).toEqual(['seal.key.pem']);
  });

  it('is not taken over by another agency', async () => {
    await init();
    const before = read('server.json');
    expect(await run('init', 'library', '--id', 'bakery', ...who.slice(2), ...ground)).toBe(1);
    expect(said.at(-1)).toContain('This folder is of library');
    expect(read('server.json')).toBe(before);
  });

  it.each([
    ['an origin with a path', ['--origin', 'https://library.example/'], 'no origin'],
    ['http on another machine', ['--origin', 'http://library.example'], 'no origin'],
    ['an id with a space', ['--id', 'the library'], 'no short name'],
    ['no name', ['--fa', ''], '--fa is missing'],
  ])('is not made for %s', async (_what, change, told) => {
    expect(await run('init', 'library', ...who, ...ground, ...change)).toBe(1);
    expect(said.join('\n')).toContain(told);
    expect(readdirSync(place)).toEqual(['root.pem']);
  });

  it('takes roots, list, wallets and clock from another server’s configuration', async () => {
    await init();
    const like = { ...(JSON.parse(read('server.json')) as object), walletOrigins: ['chrome-extension://xyz'] };
    writeFileSync(join(folder, 'server.json'), JSON.stringify(like));
    expect(await run('init', 'other', ...who, '--like', 'library/server.json')).toBe(0);
    expect(JSON.parse(readFileSync(join(place, 'other/server.json'), 'utf8'))).toMatchObject({
      walletOrigins: ['chrome-extension://xyz'],
      anchors: ['root.pem'],
    });
  });
});

describe('the registration', () => {
  it('is written once there is a certificate, and names its hash', async () => {
    await init();
    expect(await run('register', 'library', '--contact', 'mailto:help@library.example')).toBe(1);
    expect(said.at(-1)).toContain('seal.cert.pem is missing');
    await certify();
    expect(await run('register', 'library', '--contact', 'mailto:help@library.example')).toBe(0);
    const [certificate = new Uint8Array()] = decodePemCertificates(read('seal.cert.pem'));
    const hash = encodeBase64Url(await sha256(certificate));
    expect(readRegistration()).toMatchObject({ id: 'library', origins: [origin], level: 1, certificateHashes: [hash] });
  });

  it('keeps what people wrote into it, and names the next certificate beside the old', async () => {
    await init();
    await certify();
    await run('register', 'library', '--contact', 'mailto:help@library.example');
    const written = { ...readRegistration(), level: 3 };
    writeFileSync(join(folder, 'registration.json'), JSON.stringify(written));
    await certify();
    expect(await run('register', 'library')).toBe(0);
    expect(readRegistration()).toMatchObject({ level: 3, certificateHashes: [...written.certificateHashes, expect.any(String)] });
  });

  it('is not written for a certificate of another key, or for a contact where nobody answers', async () => {
    await init();
    await certify();
    expect(await run('register', 'library', '--contact', 'the library')).toBe(1);
    writeFileSync(join(folder, 'seal.cert.pem'), toPem(authority.root).certPem);
    expect(await run('register', 'library', '--contact', 'mailto:help@library.example')).toBe(1);
    expect(said.at(-1)).toContain('another key');
    expect(readdirSync(folder)).not.toContain('registration.json');
  });
});

describe('the check', () => {
  const kit = { src: '/daricheh/kit-1.js', integrity: 'sha384-abc', tag: '<script integrity="sha384-abc"></script>' };
  const form = '<form data-daricheh-form="/daricheh/forms/yearly-return">';

  /** Everything that an agency needs, but for a clock: one is a process of its own. */
  async function joinWholly(): Promise<void> {
    await init();
    await certify();
    await run('register', 'library', '--contact', 'mailto:help@library.example');
    await publishList([readRegistration()]);
    const { agency: _who, requestsUri: _to, submissionsUri: _there, type: _type, ...asked } = describeTestForm(origin);
    writeFileSync(join(folder, 'form.json'), JSON.stringify(asked));
    writeFileSync(join(place, 'kit.js'), '');
    writeFileSync(join(folder, 'server.json'), JSON.stringify({ ...(JSON.parse(read('server.json')) as object), kitFile: '../kit.js' }));
    web = {
      [`${origin}/daricheh/kit.json`]: { body: JSON.stringify(kit) },
      [`${origin}/daricheh/forms/yearly-return`]: {},
      [`${origin}/`]: { body: `${form}${kit.tag}` },
    };
  }

  const check = async (): Promise<readonly string[]> => {
    said = [];
    await run('check', 'library');
    return said.filter((line) => /^[✗!]/.test(line));
  };

  it('finds nothing that is missing where everything is there, a clock apart', async () => {
    await joinWholly();
    expect(await check()).toEqual(['! Signatures are not time-stamped: they prove nothing once a certificate has ended.']);
    expect(said.at(-1)).toBe('Nothing is missing: forms can be signed.');
    expect(await run('check', 'library')).toBe(0);
  });

  const rewrite = (change: (agency: Record<string, unknown>) => object): void => {
    const config = JSON.parse(read('server.json')) as { readonly agencies: readonly Record<string, unknown>[] };
    writeFileSync(
      join(folder, 'server.json'),
      JSON.stringify({ ...config, agencies: config.agencies.map((each) => ({ ...each, ...change(each) })) }),
    );
  };

  it.each<[what: string, change: () => unknown, told: string]>([
    ['that has no certificate', () => rmSync(join(folder, 'seal.cert.pem')), 'has no certificate yet'],
    ['whose certificate is for another site', () => certify({ uris: ['https://other.example'] }), 'does not name http://library'],
    [
      'whose certificate hangs under no root',
      async () =>
        writeFileSync(join(folder, 'root.pem'), toPem((await createTestAuthority([{ id: 'civil-registry', origin }])).root).certPem),
      'certificate does not hold',
    ],
    ['whose certificate is about to end', () => certify({ notAfter: inDays(20) }), 'ends in 20 days'],
    ['that stands in no list', () => publishList([]), 'does not name http://library'],
    ['whose new certificate stands in no list', () => certify(), 'with another certificate'],
    ['whose list is not to be had', () => rmSync(join(place, 'list.jwt')), 'cannot be had'],
    [
      'that is not registered to ask who signed',
      () => publishList([createTestAgency({ ...readRegistration(), uses: [] })]),
      'not registered to ask',
    ],
    [
      'whose server has no address in the list',
      () => publishList([createTestAgency({ ...readRegistration(), addresses: {} })]),
      'does not let answers go',
    ],
    [
      'whose form lacks something',
      () => writeFileSync(join(folder, 'form.json'), '{"id":"yearly-return"}'),
      'cannot start from these files',
    ],
    ['whose key others can read', () => chmodSync(join(folder, 'api-key'), 0o644), 'Others on this machine can read'],
    ['whose script was not built', () => rmSync(join(place, 'kit.js')), 'The script tag is not built'],
    ['whose site does not answer', () => Object.keys(web).forEach((url) => void delete web[url]), 'Nobody answers at http://library'],
    ['whose web server hands nothing on', () => answer(`${origin}/daricheh/kit.json`, { status: 404 }), 'answers 404'],
    [
      'whose server has an older form',
      () => void delete web[`${origin}/daricheh/forms/yearly-return`],
      'does not know the form yearly-return',
    ],
    ['whose page names no form', () => answer(`${origin}/`, { body: kit.tag }), 'says which definition'],
    [
      'whose page has an older script',
      () => answer(`${origin}/`, { body: `${form}<script integrity="sha384-old">` }),
      'lacks the script tag',
    ],
    [
      'whose page takes any script',
      () => answer(`${origin}/`, { body: `${form}<script src="/daricheh/kit.js" defer>` }),
      'takes whatever script comes',
    ],
    [
      'whose webhook is down',
      () => {
        writeFileSync(join(folder, 'secret'), `whsec_${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
        rewrite(() => ({ webhook: { url: 'http://127.0.0.1:9/events', secretFile: 'secret' } }));
      },
      'Nobody answers at http://127.0.0.1:9/events',
    ],
    [
      'whose clock authority is away',
      () => rewrite(() => ({ timeStampsFrom: 'http://civil-registry.localhost:9/daricheh/time-stamps' })),
      'No time stamp',
    ],
  ])('says what is missing to an agency %s, and what to do', async (_what, change, told) => {
    await joinWholly();
    await change();
    const found = await check();
    expect(found.join('\n')).toContain(told);
    const place = said.findIndex((line) => line.includes(told));
    expect(said[place + 1]).toMatch(/^ {2}\S/);
  });

  it('says so of a folder in which nothing was made', async () => {
    expect(await run('check', 'nowhere')).toBe(2);
    expect(said.at(-1)).toContain('nowhere/server.json cannot be read');
  });
});

describe('the command', () => {
  it.each([[[]], [['init']], [['deploy', 'x']], [['check', 'x', '--id', 'y']], [['serve', 'x', 'y']], [['check', 'x', '--no-such']]])(
    'shows in both languages what it wants when called as %j',
    async (args) => {
      expect(await runJoining(args, { folder: place, now: () => now, fetchBytes, write: (line) => void said.push(line) })).toBe(2);
      expect(said).toHaveLength(2);
      expect(said.every((text) => text.split('\n').length <= 24)).toBe(true);
    },
  );
});
