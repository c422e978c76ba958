import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packSharedPackage } from '@daricheh/scripts/build';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import { errorSentences } from '@daricheh/shared/errors';
import { openFormMap } from '@daricheh/shared/form-map';
import { sha256, verifyP256 } from '@daricheh/shared/testing';
import { createChainVerifier, decodePemCertificates } from '@daricheh/shared/x509';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './testing/open-world.ts';
import { type Ended, hasProgram, runProgram } from './testing/run-program.ts';

let world: World;
let place: string;

beforeAll(async () => {
  world = await openWorld();
  place = mkdtempSync(join(tmpdir(), 'daricheh-example-'));
}, 180_000);
afterAll(async () => {
  await world?.stop();
  rmSync(place, { recursive: true, force: true });
});

const here = import.meta.dirname;
const guide = readFileSync(join(here, '../docs/agencies.md'), 'utf8');
const documents = [{ document: 'identity', data: ['given-name', 'national-id'], optional: ['family-name'] }];

/** The commands that the guide tells people to type. */
function listCommands(program: string): readonly (readonly string[])[] {
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, lines = '']) => lines.split('\n').map((line) => line.trim()));
  return blocks.filter((line) => line.startsWith(`${program} `)).map((line) => line.split(' ').slice(1));
}

/** A presentation, and what was asked for, in the files that the guide names. Each has a nonce of its own, since a nonce counts once. */
async function holdPresentation(folder: string, changes: object = {}): Promise<void> {
  const nonce = `a-nonce-of-the-agency-${Math.random()}`;
  const { origin } = world.demo.agencies.tax;
  const presentation = {
    vp_token: { identity: [await world.present({ nonce, audience: `origin:${origin}` })] },
    nonce,
    origin,
    ...changes,
  };
  writeFileSync(join(folder, 'presentation.json'), JSON.stringify(presentation));
  writeFileSync(join(folder, 'held.json'), JSON.stringify({ ...presentation, documents }));
}

/** Runs each command of the guide in a copy of the example's folder; what the last of each kind said. */
async function runGuide(name: string, program: string): Promise<ReadonlyMap<string, Ended>> {
  const folder = join(place, name);
  cpSync(join(here, name), folder, { recursive: true });
  const ended = new Map<string, Ended>();
  for (const args of listCommands(program)) {
    await holdPresentation(folder);
    ended.set(args.join(' '), await runProgram(program, args, { cwd: folder, env: world.env }));
  }
  return ended;
}

describe('the example in Python', () => {
  it.skipIf(!hasProgram('python3', ['--version']))('asks and verifies as the guide says (skipped without python3)', async () => {
    const ended = await runGuide('python', 'python3');
    expect([...ended.keys()]).toEqual(['agency.py ask', 'agency.py verify presentation.json']);
    expect(ended.get('agency.py ask')).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^[\w-]{22}\nopenid4vp:\/\/\?/) });
    expect(ended.get('agency.py verify presentation.json')).toEqual({
      ...{ exitCode: 0, errors: '' },
      output: 'verified\ngiven-name: سارا\nnational-id: 9990000018\nfamily-name: رضایی\n',
    });
  });

  it.skipIf(!hasProgram('python3', ['--version']))('says why it was refused (skipped without python3)', async () => {
    const folder = join(place, 'python-refused');
    cpSync(join(here, 'python'), folder, { recursive: true });
    await holdPresentation(folder, { nonce: 'another-nonce-than-was-signed' });
    const ended = await runProgram('python3', ['agency.py', 'verify', 'presentation.json'], { cwd: folder, env: world.env });
    const { fa, en } = errorSentences.nonce_invalid;
    expect(ended).toEqual({ exitCode: 1, output: '', errors: `nonce_invalid\n${fa}\n${en}\n` });
  });
});

describe('the example with curl', () => {
  it.skipIf(!hasProgram('curl', ['--version']))('asks and verifies as the guide says (skipped without curl)', async () => {
    const ended = await runGuide('curl', './agency.sh');
    expect([...ended.keys()]).toEqual(['ask', 'verify held.json']);
    expect(JSON.parse(ended.get('ask')?.output ?? '')).toMatchObject({ state: 'pending', link: expect.stringMatching(/^openid4vp:/) });
    expect(JSON.parse(ended.get('verify held.json')?.output ?? '')).toMatchObject({ documents: [{ data: { 'given-name': 'سارا' } }] });
  });
});

describe('the example in Java', () => {
  it.skipIf(!hasProgram('java', ['--version']))('verifies as the guide says (skipped without java)', async () => {
    const [ended] = [...(await runGuide('java', 'java')).values()];
    expect(ended?.exitCode).toBe(0);
    expect(JSON.parse(ended?.output ?? '')).toMatchObject({ documents: [{ data: { 'national-id': '9990000018' } }] });
  });
});

describe('the example in TypeScript', () => {
  const folder = (): string => join(place, 'typescript');

  /** An empty project into which the package is installed from its tarball, with nothing from the network. */
  async function install(): Promise<void> {
    cpSync(join(here, 'typescript'), folder(), { recursive: true });
    const tarball = await packSharedPackage(place);
    const shared = join(here, '../shared');
    const manifest = JSON.parse(readFileSync(join(shared, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const beside = Object.keys(manifest.dependencies).map((name) => [name, `file:${join(shared, 'node_modules', name)}`]);
    const dependencies = { '@daricheh/shared': `file:${tarball}`, ...Object.fromEntries(beside) };
    writeFileSync(join(folder(), 'package.json'), JSON.stringify({ name: 'an-agency', private: true, type: 'module', dependencies }));
    const flags = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'];
    const installed = await runProgram('npm', flags, { cwd: folder() });
    if (installed.exitCode !== 0) throw new Error(installed.output + installed.errors);
  }

  // Builds, packs and installs: a busy machine takes its time.
  it('installs from the tarball, asks, and checks an answer as the guide says', async () => {
    await install();
    const { demo } = world;
    for (const name of ['seal.cert.pem', 'seal.key.pem']) copyFileSync(join(demo.folder, 'tax', name), join(folder(), name));
    for (const name of ['root.pem', 'trust-list.jwt']) copyFileSync(join(demo.folder, name), join(folder(), name));
    const [ask = [], check = []] = listCommands('node');
    const env = { AGENCY_ORIGIN: demo.agencies.tax.origin };
    const asked = await runProgram(process.execPath, ask, { cwd: folder(), env });
    expect([asked.exitCode, asked.errors]).toEqual([0, '']);
    writeFileSync(join(folder(), 'answer.json'), JSON.stringify(await world.answer(JSON.parse(asked.output))));
    const checked = await runProgram(process.execPath, check, { cwd: folder(), env });
    expect(checked).toEqual({
      ...{ exitCode: 0, errors: '' },
      output: `${JSON.stringify({ 'given-name': 'سارا', 'national-id': '9990000018', 'family-name': 'رضایی' })}\n`,
    });
    writeFileSync(join(folder(), 'answer.json'), JSON.stringify({ error: 'access_denied' }));
    const refused = await runProgram(process.execPath, check, { cwd: folder(), env });
    const { fa, en } = errorSentences.wallet_declined;
    expect(refused).toEqual({ exitCode: 1, errors: '', output: `wallet_declined\n${fa}\n${en}\n` });
  }, 240_000);

  it('signs a form map as the guide says, which a wallet believes', async () => {
    const { origin, sealCertPem } = world.demo.agencies.tax;
    const signed = await runProgram(process.execPath, listCommands('node')[2] ?? [], { cwd: folder(), env: { AGENCY_ORIGIN: origin } });
    expect([signed.exitCode, signed.errors]).toEqual([0, '']);
    const [certificate = new Uint8Array()] = decodePemCertificates(sealCertPem);
    const expected = { origin, certificateHashes: [encodeBase64Url(await sha256(certificate))], at: new Date(), lastVersion: 0 };
    const verifyChain = createChainVerifier({ anchors: decodePemCertificates(world.demo.rootPem), verifyP256 });
    const { forms } = await openFormMap(signed.output, expected, { verifyChain, verifyP256, sha256 });
    expect(forms[0]?.fields.map(({ datum }) => datum)).toEqual(['national-id', 'national-id', null]);
  });

  it('is what the guide shows, line by line', () => {
    const lines = ['verify.ts', 'form-map.ts', 'webhook.ts']
      .flatMap((name) => readFileSync(join(here, 'typescript', name), 'utf8').split('\n'))
      .map((line) => line.trim());
    const shown = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n').map((line) => line.trim()));
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((line) => line !== '' && !lines.includes(line))).toEqual([]);
  });
});
