import { type ChildProcess, spawn } from 'node:child_process';
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Demo, loadDemo, makeDemo } from '@daricheh/scripts/demo';
import { issueCredential, type JsonObject, presentCredential, type SignP256 } from '@daricheh/shared/credential';
import { answerPresentation, readPresentationRequest } from '@daricheh/shared/presentation';
import { createTestKey, randomBytes, sha256, verifyP256 } from '@daricheh/shared/testing';
import { readTrustList } from '@daricheh/shared/trust';
import { createChainVerifier, decodePemCertificates } from '@daricheh/shared/x509';

/** An agency with a running server, and a citizen who does not exist, with an identity in a wallet. */
export type World = {
  readonly demo: Demo;
  /** What an agency's own system is told of the server. */
  readonly env: Readonly<Record<string, string>>;
  /** The identity, shown with all that the examples ask for. */
  present(request: { readonly nonce: string; readonly audience: string }): Promise<string>;
  /** What the browser's Digital Credentials API gives for a request of the tax administration. */
  answer(request: { readonly protocol: string; readonly data: { readonly request: string } }): Promise<JsonObject>;
  stop(): Promise<void>;
};

const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const claims = { given_name: 'سارا', family_name: 'رضایی', national_id: '9990000018', birthdate: '1990-03-21' };
const shown = [['given_name'], ['national_id'], ['family_name']];
const now = (): Date => new Date();

/** Everything as an operator has it: keys and lists in files, a server as a process of its own. */
export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-examples-'));
  await makeDemo(folder, await findFreePort());
  mkdirSync(join(folder, 'data'), { recursive: true });
  const demo = loadDemo(folder);
  const { child, port } = await startServer(demo);
  const { apiKey, origin } = demo.agencies.tax;
  const wallet = await openWallet(demo);
  return {
    demo,
    env: { DARICHEH_URL: `http://127.0.0.1:${port}`, DARICHEH_HOST: new URL(origin).host, DARICHEH_API_KEY: apiKey },
    ...wallet,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function openWallet(demo: Demo): Promise<Pick<World, 'present' | 'answer'>> {
  const holder = createTestKey();
  const credential = await issueIdentity(demo, { ...holder.publicKey });
  const pinnedRoots = decodePemCertificates(demo.rootPem);
  const verifyChain = createChainVerifier({ anchors: pinnedRoots, verifyP256 });
  const trust = await readTrustList(demo.trustList, { pinnedRoots, verifyP256, now });
  const fetchText = () => Promise.reject(new Error('Nothing is fetched here.'));
  const ports = { verifyChain, verifyP256, sha256, randomBytes, now, trust, fetchText };
  const { origin } = demo.agencies.tax;
  return {
    present: ({ nonce, audience }) => {
      const keyBinding = { nonce, audience, transactionData: [], at: now(), sign: holder.sign };
      return presentCredential({ credential, paths: shown, keyBinding }, { sha256 });
    },
    answer: async (request) => {
      const read = await readPresentationRequest({ kind: 'dc_api', ...request, origin }, ports);
      const takeCredential = async () => ({ format: 'dc+sd-jwt' as const, credential, sign: holder.sign });
      const given = await answerPresentation(read, [{ queryId: 'identity', credentialId: 'c1', paths: shown }], {
        ...ports,
        takeCredential,
      });
      if (given.kind !== 'dc_api') throw new Error(given.kind);
      return given.data;
    },
  };
}

function issueIdentity(demo: Demo, jwk: JsonObject): Promise<string> {
  const { origin, sealCertPem } = demo.agencies['civil-registry'];
  const key = createPrivateKey(readFileSync(join(demo.folder, 'civil-registry', 'seal.key.pem'), 'utf8'));
  const seal: SignP256 = (data) => new Uint8Array(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' }));
  const iat = Math.floor(Date.now() / 1000);
  const open = { iss: origin, vct: 'urn:daricheh:identity:1', iat, exp: iat + 3600, cnf: { jwk }, fictitious: true };
  const x5c = [new X509Certificate(sealCertPem).raw.toString('base64')];
  return issueCredential({ x5c, open, disclosable: claims }, { sign: seal, sha256, randomBytes });
}

async function startServer({ serverConfigFile, dataFolder }: Demo): Promise<{ child: ChildProcess; port: number }> {
  const env = { ...process.env, DARICHEH_CONFIG: serverConfigFile, DATABASE_URL: join(dataFolder, 'examples.sqlite'), PORT: '0' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('exit', () => reject(new Error('The server ended.')));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { event, port } = JSON.parse(line) as { event: string; port?: number };
    if (event === 'listening' && port !== undefined) resolve(port);
  });
  return { child, port: await promise };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? Math.min(address.port, 65_533) : 0;
}
