import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@daricheh/server/app';
import { listen } from '@daricheh/server/listen';
import { openSqliteStore } from '@daricheh/server/storage';
import { createTestApp, createTestSigner, originOf } from '@daricheh/server/testing';
import Database from 'better-sqlite3';
import { measureRate, quantileOf } from './measure.ts';
import type { BenchReport, BenchRow } from './report.ts';

const each = 300;
const clients = [1, 16] as const;
/** Signatures that one envelope brings along: form's request, credential, key binding, manifest, passkey, certificate. */
const verifications = 6;

type Load = { readonly clients: number; readonly rate: number; readonly p50: number; readonly p99: number };

/**
 * Signed submissions taken in per second over HTTP, on SQLite with synchronous = FULL. The envelopes are signed before
 * the clock starts. The floor: the verifications and the one signature that an envelope needs, and one durable commit.
 */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-bench-'));
  try {
    const floor = await measureFloor(folder);
    const loads = await measureIntake(folder);
    return { name: `submit: ${each} signed submissions a row, SQLite`, rows: toRows(floor, loads), json: { floor, loads } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toRows(floor: number, loads: readonly Load[]): BenchRow[] {
  const rows = loads.map(({ clients: count, rate, p50, p99 }) => ({
    label: `ours, ${count} ${count === 1 ? 'client' : 'clients'}`,
    value: rate,
    unit: '/s',
    versus: `${(rate / floor).toFixed(2)} of the floor, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  }));
  return [{ label: `floor: ${verifications} verifications, a signature, a durable commit`, value: floor, unit: '/s' }, ...rows];
}

async function measureFloor(folder: string): Promise<number> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const data = new Uint8Array(1024);
  const signature = sign('sha256', data, privateKey);
  const database = new Database(join(folder, 'floor.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE submissions (id INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO submissions (body) VALUES (?)');
  const body = 'a'.repeat(8192);
  const rate = await measureRate(
    () => {
      for (let count = 0; count < verifications; count++) verify('sha256', data, publicKey, signature);
      sign('sha256', data, privateKey);
      insert.run(body);
    },
    { seconds: 2 },
  );
  database.close();
  return rate;
}

async function measureIntake(folder: string): Promise<Load[]> {
  const store = await openSqliteStore({ file: join(folder, 'ours.db'), now: () => new Date() });
  const app = await createTestApp({ store });
  const server = createApp(app.deps);
  const { port, close } = await listen({ answer: (asked) => server.fetch(asked), port: 0 });
  const signer = await createTestSigner(app);
  const loads: Load[] = [];
  for (const count of clients) {
    const bodies: string[] = [];
    for (let index = 0; index < each; index++) bodies.push(JSON.stringify(await signer.sign()));
    loads.push(await sendAll(bodies, port, count));
  }
  await close();
  await store.close();
  return loads;
}

async function sendAll(bodies: readonly string[], port: number, count: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const waiting = bodies.map((body, index) => ({ body, key: `bench-${count}-${index}` }));
  const times: number[] = [];
  const start = performance.now();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const begun = performance.now();
      await post(next, port, agent);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { clients: count, rate: bodies.length / seconds, p50: quantileOf(times, 0.5), p99: quantileOf(times, 0.99) };
}

function post({ body, key }: { body: string; key: string }, port: number, agent: Agent): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = {
    ...{ host: new URL(originOf('tax')).host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    'idempotency-key': key,
  };
  const asked = request({ host: '127.0.0.1', port, agent, method: 'POST', path: '/daricheh/submissions', headers }, (response) => {
    response.resume();
    response.once('end', () => (response.statusCode === 201 ? resolve() : reject(new Error(`Not taken in: ${response.statusCode}`))));
  });
  asked.once('error', reject);
  asked.end(body);
  return promise;
}
