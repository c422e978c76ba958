import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTestForm, toPem } from '@daricheh/shared/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestAuthority } from './testing/test-authority.ts';

const origin = 'http://tax.localhost:8570';
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daricheh-main-'));
  const authority = await createTestAuthority([
    { id: 'tax', origin },
    { id: 'civil-registry', origin: 'http://civil-registry.localhost:8570' },
  ]);
  const seal = authority.seals.get('tax');
  if (seal === undefined) throw new Error('No seal.');
  mkdirSync(join(folder, 'tax'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('root.pem', toPem(authority.root).certPem);
  write('trust-list.jwt', authority.trustList);
  write('tax/seal.key.pem', toPem(seal).keyPem);
  write('tax/seal.cert.pem', toPem(seal).certPem);
  write('tax/api-key', 'the-key\n');
  write('tax/form.json', JSON.stringify(describeTestForm(origin)));
  const agency = {
    ...{ id: 'tax', name: { fa: 'مالیات', en: 'Tax' }, origin, sealKeyFile: 'tax/seal.key.pem', sealCertFile: 'tax/seal.cert.pem' },
    ...{ apiKeyFile: 'tax/api-key', formFiles: ['tax/form.json'] },
  };
  const config = { port: 0, database: 'data.sqlite', walletOrigins: [], anchors: ['root.pem'], trustListFile: 'trust-list.jwt' };
  write('server.json', JSON.stringify({ ...config, kitFile: 'no-kit.js', agencies: [agency] }));
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Server = {
  readonly port: number;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly readLog: () => string;
};

async function startServer(environment: Record<string, string> = {}): Promise<Server> {
  const env = { ...process.env, DARICHEH_CONFIG: join(folder, 'server.json'), DATABASE_URL: '', PORT: '', ...environment };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let log = '';
  const { promise: listening, resolve } = Promise.withResolvers<number>();
  const read = (chunk: Buffer): void => {
    log += chunk.toString();
    const port = /"event":"listening","port":(\d+)/.exec(log)?.[1];
    if (port !== undefined) resolve(Number(port));
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  // Not 'exit': what it wrote last may not have been read by then.
  const ended = new Promise<number | null>((tell) => child.once('close', tell));
  const port = await Promise.race([listening, ended.then(() => 0)]);
  return { port, child, ended, readLog: () => log };
}

function send(port: number, path: string, json?: object): Promise<{ status: number; body: unknown }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: unknown }>();
  const text = json === undefined ? '' : JSON.stringify(json);
  const headers = {
    ...{ host: new URL(origin).host, authorization: 'Bearer the-key', 'idempotency-key': 'ABCDEFGHJK' },
    ...(json && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
  };
  const call = request({ host: '127.0.0.1', port, path, method: json ? 'POST' : 'GET', headers, agent: false }, (response) => {
    let answer = '';
    response.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(answer) }));
  });
  call.on('error', reject);
  call.end(text);
  return promise;
}

describe('the server as a process', () => {
  it('takes a submission, ends when it is told to, and has it still when it starts again', async () => {
    const json = { formTitle: 'Renewal', answers: [{ label: 'Name', value: 'نگار' }] };
    const first = await startServer();
    expect(await send(first.port, '/health')).toEqual({ status: 200, body: { status: 'ok' } });
    const { status, body } = await send(first.port, '/daricheh/plain-submissions', json);
    expect(status).toBe(201);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = await startServer();
    expect(await send(second.port, '/daricheh/plain-submissions', json)).toEqual({ status: 200, body });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(first.readLog() + second.readLog()).not.toMatch(/نگار|the-key|ABCDEFGHJK/);
    expect(existsSync(join(folder, 'data.sqlite'))).toBe(true);
  });

  it.each([
    ['no configuration', { DARICHEH_CONFIG: '' }, 'Set DARICHEH_CONFIG'],
    ['a configuration that is not there', { DARICHEH_CONFIG: '/no/such/file.json' }, '/no/such/file.json'],
    ['a port that is none', { PORT: '70000' }, 'port'],
  ])('says in one line why it cannot start with %s', async (_what, environment, words) => {
    const server = await startServer(environment);
    expect(await server.ended).toBe(1);
    expect(server.readLog()).toMatch(/^Daricheh could not start\. [^\n]+\n$/);
    expect(server.readLog()).toContain(words);
  });
});
