import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describeTestForm, testWalletOrigin, toPem } from '@daricheh/shared/testing';
import { sendOverSocket } from './send-over-socket.ts';
import { apiKeyOf, type TestApp } from './test-app.ts';
import { createTestAuthority, type TestAuthority } from './test-authority.ts';

const tenants = ['tax', 'civil-registry'] as const;
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The server as an operator runs it: a process of its own, with its configuration in files and a port that is free. */
export type TestServer = {
  readonly authority: TestAuthority;
  originOf(agency: string): string;
  readonly send: TestApp['send'];
  /** Starts a process over that database and waits until it listens. */
  start(database: string): Promise<ChildProcess>;
  /** Ends the process by that signal; what it exits with, null when the signal killed it. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Everything that was logged so far. */
  readLog(): string;
  removeFiles(): Promise<void>;
};

export type TestServerOptions = {
  /** Where the tax agency's own system is told of events; it is told of none without. */
  readonly webhookUrl?: string;
  /** Address of a module that is loaded into the process before the server, and that messages can be sent to. */
  readonly preload?: string;
};

/** Writes the configuration of a server with the tax agency and the civil registry; starts nothing yet. */
export async function createTestServer({ webhookUrl, preload }: TestServerOptions = {}): Promise<TestServer> {
  const port = await findFreePort();
  const originOf = (agency: string): string => `http://${agency}.localhost:${port}`;
  const authority = await createTestAuthority(tenants.map((id) => ({ id, origin: originOf(id) })));
  const folder = await mkdtemp(join(tmpdir(), 'daricheh-server-'));
  const config = await writeConfig(folder, { port, authority, originOf, webhookUrl });
  const processes: ChildProcess[] = [];
  let log = '';
  return {
    authority,
    originOf,
    send: (agency, path, init) => sendOverSocket(port, originOf(agency), path, init),
    start: async (database) => {
      const env = { ...process.env, DARICHEH_CONFIG: config, DATABASE_URL: database };
      const { child, lines } = startProcess(env, preload);
      processes.push(child);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      child.once('exit', () => reject(new Error(`The server ended. ${log}`)));
      lines.on('line', (line) => {
        log += `${line}\n`;
        if (line.includes('"event":"listening"')) resolve();
      });
      await promise;
      return child;
    },
    stop: async (signal) => {
      const child = processes.at(-1);
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null;
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
    readLog: () => log,
    removeFiles: () => rm(folder, { recursive: true, force: true }),
  };
}

function startProcess(env: NodeJS.ProcessEnv, preload: string | undefined): { child: ChildProcess; lines: Interface } {
  const child =
    preload === undefined
      ? spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn(process.execPath, ['--import', preload, main], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  if (child.stdout === null) throw new Error('The server has no output.');
  return { child, lines: createInterface({ input: child.stdout }) };
}

type Written = {
  readonly port: number;
  readonly authority: TestAuthority;
  readonly originOf: (agency: string) => string;
  readonly webhookUrl: string | undefined;
};

async function writeConfig(folder: string, { port, authority, originOf, webhookUrl }: Written): Promise<string> {
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return name;
  };
  const citizens = toPem(authority.registry.citizens);
  const describe = async (id: (typeof tenants)[number]) => {
    const seal = authority.seals.get(id);
    if (seal === undefined) throw new Error(`No seal for ${id}.`);
    const { keyPem, certPem } = toPem(seal);
    return {
      ...{ id, name: { fa: `سازمان ${id}`, en: `Agency ${id}` }, origin: originOf(id) },
      sealKeyFile: await write(`${id}.key.pem`, keyPem),
      sealCertFile: await write(`${id}.cert.pem`, certPem),
      apiKeyFile: await write(`${id}.api-key`, apiKeyOf(id)),
      formFiles: id === 'tax' ? [await write('form.json', JSON.stringify(describeTestForm(originOf(id))))] : [],
    };
  };
  const issuer = {
    documents: ['identity', 'signing'],
    citizens: { keyFile: await write('citizens.key.pem', citizens.keyPem), certFile: await write('citizens.cert.pem', citizens.certPem) },
    authorizationPage: `${originOf('civil-registry')}/sign-in`,
  };
  const secretFile = await write('webhook.secret', `whsec_${Buffer.alloc(32, 7).toString('base64')}\n`);
  const webhook = webhookUrl === undefined ? {} : { webhook: { url: webhookUrl, secretFile } };
  const config = {
    ...{ port, database: 'unused.sqlite', walletOrigins: [testWalletOrigin] },
    anchors: [await write('root.pem', toPem(authority.root).certPem)],
    trustListFile: await write('trust-list.jwt', authority.trustList),
    trustForwardedFor: true,
    agencies: [
      { ...(await describe('tax')), ...webhook },
      { ...(await describe('civil-registry')), issuer },
    ],
  };
  return join(folder, await write('server.json', JSON.stringify(config)));
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
