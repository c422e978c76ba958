import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Bytes } from '../credential/crypto-ports.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { createTimeStampPorts, openssl, randomBytes, sha256, testPolicy } from '../testing/index.ts';
import { derTags } from '../x509/der-reader.ts';
import { createWideChainVerifier, createWidePorts, decodePemCertificates } from '../x509/index.ts';
import { writeDer, writeGeneralizedTime, writeInteger, writeOid, writeUnsigned } from './der-writer.ts';
import { buildTimeStampRequest, nameNonce, parseTimeStampResponse, verifyTimeStamp } from './index.ts';
import { oids } from './oids.ts';
import { writeImprint } from './time-stamp-request.ts';

/** Keys as `openssl genpkey` makes them. */
const keys = {
  'rsa-1024': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  'rsa-2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'rsa-2048-e3': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-pkeyopt', 'rsa_keygen_pubexp:3'],
  'rsa-3072': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072'],
  'rsa-pss': ['-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'p-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'p-384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'p-521': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
} as const;
type KeyName = keyof typeof keys;

const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:-1'];
const stamping = 'extendedKeyUsage=critical,timeStamping';
const leafUse = 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature';
const authorityUse = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign';

type Clock = {
  readonly root?: KeyName;
  readonly middle?: KeyName;
  readonly leaf?: KeyName;
  /** How certificates are signed. */
  readonly chainHash?: string;
  readonly chainOptions?: readonly string[];
  readonly leafExtensions?: string;
};

type OpenedClock = { readonly name: string; readonly leafKey: string; readonly root: Bytes };

describe.skipIf(openssl === undefined)('time stamps by authorities that openssl plays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-clocks-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const made = new Set<string>();
  const opened = new Map<string, OpenedClock>();

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(openssl ?? '', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args[0]}: ${stdout}${stderr}`);
  };
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const read = (name: string): Bytes => new Uint8Array(readFileSync(join(folder, name)));
  const readDer = (name: string): Bytes => decodePemCertificates(readFileSync(join(folder, name), 'utf8'))[0] ?? new Uint8Array();

  /** One key of a kind and a rank serves all tests. */
  const keyOf = (rank: string, kind: KeyName) => {
    const name = `${rank}-${kind}.key`;
    if (!made.has(name)) run('genpkey', ...keys[kind], '-out', name);
    made.add(name);
    return name;
  };

  /** A root, an authority under it, and a clock under that; those of one kind are made once. */
  function openClock(clock: Clock = {}): OpenedClock {
    const key = JSON.stringify(clock);
    const found = opened.get(key) ?? makeClock(clock, `clock${opened.size}`);
    opened.set(key, found);
    return found;
  }

  function makeClock(clock: Clock, name: string): OpenedClock {
    const { root = 'rsa-3072', middle = 'rsa-2048', leaf = 'rsa-2048', chainHash = 'sha384', chainOptions = [] } = clock;
    const [rootKey, middleKey, leafKey] = [keyOf('root', root), keyOf('middle', middle), keyOf('leaf', leaf)];
    const sign = [`-${chainHash}`, '-days', '30', ...chainOptions];
    write(`${name}.middle.ext`, authorityUse);
    write(`${name}.leaf.ext`, `${clock.leafExtensions ?? `${leafUse}\n${stamping}`}`);
    const [basic, usage] = authorityUse.split('\n');
    // An anchor that is signed with SHA-1 could not even be read.
    const signRoot = sign.map((option) => (option === '-sha1' ? '-sha384' : option));
    const rootUse = ['-addext', basic ?? '', '-addext', usage ?? ''];
    run('req', '-x509', '-new', '-key', rootKey, '-out', `${name}.root.pem`, '-subj', '/CN=Root', ...rootUse, ...signRoot);
    for (const [rank, key, above, aboveKey] of [
      ['middle', middleKey, 'root', rootKey],
      ['leaf', leafKey, 'middle', middleKey],
    ] as const) {
      run('req', '-new', '-key', key, '-out', `${name}.csr`, '-subj', `/CN=${rank} ${name}`);
      const issuer = ['-CA', `${name}.${above}.pem`, '-CAkey', aboveKey, '-extfile', `${name}.${rank}.ext`];
      run('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.${rank}.pem`, ...issuer, ...sign);
    }
    return { name, leafKey, root: readDer(`${name}.root.pem`) };
  }

  const imprintOf = () => sha256(encodeUtf8('a signature'));

  /** The token with which `openssl ts` answers a query of ours. */
  async function askOpenssl({ name, leafKey }: OpenedClock, hash = 'sha256', idHash = hash) {
    const nonce = randomBytes(16);
    write('query', buildTimeStampRequest(await imprintOf(), nonce));
    write('serial', '0A\n');
    const settings = {
      ...{ serial: 'serial', signer_cert: `${name}.leaf.pem`, signer_key: leafKey, certs: `${name}.middle.pem`, signer_digest: hash },
      ...{
        default_policy: testPolicy,
        digests: 'sha256',
        accuracy: 'secs:1',
        tsa_name: 'yes',
        ess_cert_id_chain: 'no',
        ess_cert_id_alg: idHash,
      },
    };
    const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}`);
    write('config', ['[tsa]', 'default_tsa = clock', '[clock]', ...lines].join('\n'));
    run('ts', '-reply', '-config', 'config', '-queryfile', 'query', '-out', 'answer');
    return { token: parseTimeStampResponse(read('answer')), nonce: nameNonce(nonce) };
  }

  /** A token that `openssl cms` signs, which asks nothing of the certificate: a TSTInfo of our own, with whatever key and hash. */
  async function signByOpenssl({ name, leafKey }: OpenedClock, hash = 'sha256', ...options: string[]) {
    write(
      'info',
      writeDer(
        derTags.sequence,
        writeInteger(1),
        writeOid(testPolicy),
        writeImprint(await imprintOf()),
        writeUnsigned(randomBytes(8)),
        writeGeneralizedTime(new Date()),
      ),
    );
    const parts = ['-in', 'info', '-signer', `${name}.leaf.pem`, '-inkey', leafKey, '-certfile', `${name}.middle.pem`, '-md', hash];
    run(
      'cms',
      '-sign',
      '-binary',
      '-nodetach',
      '-outform',
      'DER',
      '-cades',
      '-nosmimecap',
      '-econtent_type',
      oids.tstInfo,
      ...parts,
      '-out',
      'token',
      ...options,
    );
    return read('token');
  }

  const pssSigner = ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:-1'];
  const verify = async (token: Bytes, root: Bytes, nonce?: string) =>
    verifyTimeStamp(token, { imprint: await imprintOf(), ...(nonce !== undefined && { nonce }) }, createTimeStampPorts([root]));

  it.each<[string, Clock, string, string]>([
    ['RSA of 2048 bits, SHA-256', {}, 'sha256', 'sha256'],
    ['RSA of 3072 bits, SHA-512 in the token too', { leaf: 'rsa-3072', middle: 'rsa-3072', chainHash: 'sha512' }, 'sha512', 'sha512'],
    ['RSA, SHA-384, its certificate named by SHA-256', {}, 'sha384', 'sha256'],
    ['P-384 under P-384 and RSA', { leaf: 'p-384', middle: 'p-384' }, 'sha384', 'sha384'],
    ['P-384 with SHA-256', { leaf: 'p-384', chainHash: 'sha256' }, 'sha256', 'sha256'],
    ['P-256 with SHA-512 under P-384', { leaf: 'p-256', middle: 'p-384', root: 'p-384' }, 'sha512', 'sha256'],
    ['RSA under certificates by RSA-PSS', { chainHash: 'sha256', chainOptions: pss }, 'sha256', 'sha256'],
    [
      'RSA under certificates by keys of RSA-PSS alone',
      { root: 'rsa-pss', middle: 'rsa-pss', chainHash: 'sha256', chainOptions: pss },
      'sha256',
      'sha256',
    ],
  ])('%s: openssl ts answers, and the answer holds', async (_what, clock, hash, idHash) => {
    const found = openClock(clock);
    const { token, nonce } = await askOpenssl(found, hash, idHash);
    const { path, policy } = await verify(token, found.root, nonce);
    expect([path.length, policy]).toEqual([3, testPolicy]);
    // The wallet's port says so too.
    const wide = createWidePorts(crypto.subtle);
    const ports = {
      ...wide,
      verifyTimeStampChain: createWideChainVerifier({ anchors: [found.root], verifySignature: wide.verifySignature }),
    };
    expect((await verifyTimeStamp(token, { imprint: await imprintOf(), nonce }, ports)).path).toHaveLength(3);
  });

  it.each<[string, Clock, string, string[]]>([
    ['RSA-PSS', {}, 'sha256', pssSigner],
    ['RSA-PSS with SHA-512 and a long salt', {}, 'sha512', ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:100']],
    ['a key of RSA-PSS alone', { leaf: 'rsa-pss' }, 'sha256', pssSigner],
  ])('%s: openssl cms signs, and the token holds', async (_what, clock, hash, options) => {
    const found = openClock(clock);
    const token = await signByOpenssl(found, hash, ...options);
    expect((await verify(token, found.root)).path).toHaveLength(3);
    const wide = createWidePorts(crypto.subtle);
    const ports = {
      ...wide,
      verifyTimeStampChain: createWideChainVerifier({ anchors: [found.root], verifySignature: wide.verifySignature }),
    };
    expect((await verifyTimeStamp(token, { imprint: await imprintOf() }, ports)).path).toHaveLength(3);
  });

  it.each<[string, Clock, string, string[], string]>([
    ['a hash of SHA-1', {}, 'sha1', [], 'certificate_malformed'],
    ['a hash of MD5', {}, 'md5', [], 'certificate_malformed'],
    ['RSA-PSS with SHA-1', {}, 'sha1', pssSigner, 'certificate_malformed'],
    ['RSA-PSS with a mask by SHA-1', {}, 'sha256', [...pssSigner, '-keyopt', 'rsa_mgf1_md:sha1'], 'certificate_malformed'],
    [
      'RSA-PSS with a salt too short',
      {},
      'sha256',
      ['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20'],
      'certificate_malformed',
    ],
    ['RSA of 1024 bits', { leaf: 'rsa-1024' }, 'sha256', [], 'certificate_malformed'],
    ['an exponent of 3', { leaf: 'rsa-2048-e3' }, 'sha256', [], 'certificate_malformed'],
    ['a curve that is not taken', { leaf: 'p-521' }, 'sha256', [], 'certificate_malformed'],
    ['RSA of 1024 bits above it', { middle: 'rsa-1024' }, 'sha256', [], 'certificate_malformed'],
    ['certificates signed with SHA-1', { chainHash: 'sha1' }, 'sha256', [], 'certificate_malformed'],
    ['a purpose that is not critical', { leafExtensions: `${leafUse}\nextendedKeyUsage=timeStamping` }, 'sha256', [], 'purpose'],
    ['another purpose', { leafExtensions: `${leafUse}\nextendedKeyUsage=critical,codeSigning` }, 'sha256', [], 'certificate_usage_invalid'],
    ['two purposes', { leafExtensions: `${leafUse}\n${stamping},codeSigning` }, 'sha256', [], 'purpose'],
    ['no purpose', { leafExtensions: leafUse }, 'sha256', [], 'purpose'],
    [
      'a certificate that may issue others',
      { leafExtensions: `${authorityUse},digitalSignature\n${stamping}` },
      'sha256',
      [],
      'certificate_chain_invalid',
    ],
  ])('%s is refused', async (_what, clock, hash, options, why) => {
    const found = openClock(clock);
    const token = await signByOpenssl(found, hash, ...options);
    const refusal = await verify(token, found.root).then(
      () => 'accepted',
      (error: unknown) =>
        error instanceof AppError && error.code === 'time_stamp_invalid' ? String(error.facts['reason'] ?? error.facts['what']) : error,
    );
    expect(refusal).toBe(why);
  });

  it('a certificate that is named by SHA-1 alone is refused', async () => {
    const found = openClock();
    const { token } = await askOpenssl(found, 'sha256', 'sha1');
    await expect(verify(token, found.root)).rejects.toMatchObject({ code: 'time_stamp_invalid', facts: { what: 'signing_certificate' } });
  });

  it.each<[string, Clock, string[]]>([
    ['RSA', {}, []],
    ['RSA-PSS', { chainHash: 'sha256', chainOptions: pss }, pssSigner],
    ['P-384', { leaf: 'p-384', middle: 'p-384', root: 'p-384' }, []],
  ])('%s: every byte counts', async (_what, clock, options) => {
    const found = openClock(clock);
    const token = await signByOpenssl(found, 'sha384', ...options);
    expect((await verify(token, found.root)).path).toHaveLength(3);
    const taken: number[] = [];
    for (let place = 0; place < token.length; place++) {
      const flipped = token.with(place, (token[place] ?? 0) ^ (1 << (place & 7)));
      await verify(flipped, found.root).then(
        () => taken.push(place),
        (error: unknown) => expect(error instanceof AppError && error.code).toBe('time_stamp_invalid'),
      );
    }
    expect(taken).toEqual([]);
  });
});
