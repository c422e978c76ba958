import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createTestServer, createTestSigner, openStatusList } from '@daricheh/server/testing';
import { quantileOf } from '../measure.ts';
import type { Rates } from './floor.ts';

/** What came of submissions that a number of clients handed in, each its next one as soon as it had its receipt. Times in milliseconds. */
export type Load = Rates & { readonly clients: number; readonly p50: number; readonly p99: number };

export type Intake = {
  /** Signs `count` envelopes, then hands them in over HTTP; only the second is measured. `perCore` is of the server's own process. */
  load(clients: number, count: number): Promise<Load>;
  close(): Promise<void>;
};

type Waiting = { readonly key: string; readonly body: string };

/** The server as an operator runs it, over that database, in a process of its own: what it uses is told apart from what its clients do. */
export async function openIntake(database: string): Promise<Intake> {
  await openStatusList(database);
  const server = await createTestServer({ preload: new URL('./tell-usage.ts', import.meta.url).href });
  const child = await server.start(database);
  const origin = new URL(server.originOf('tax'));
  let loads = 0;
  const readUsage = async (): Promise<NodeJS.CpuUsage> => {
    const told = once(child, 'message');
    child.send('usage');
    return ((await told) as [NodeJS.CpuUsage])[0];
  };
  return {
    load: async (clients, count) => {
      // Each time from another address: from one, no more requests to sign are taken than many people send.
      const from = `192.0.2.${++loads}`;
      const send: typeof server.send = (agency, path, init) =>
        server.send(agency, path, { ...init, headers: { ...init?.headers, 'x-forwarded-for': from } });
      const waiting: Waiting[] = [];
      for (let at = 0; at < count; at++) {
        // Each a citizen of their own, whose keys and certificate the server has not met.
        const signer = await createTestSigner({ authority: server.authority, send, origin: origin.origin, clock: liveClock });
        waiting.push({ key: randomUUID(), body: JSON.stringify(await signer.sign()) });
      }
      const before = await readUsage();
      const { seconds, times } = await sendAll(waiting, { origin, clients });
      const after = await readUsage();
      const microseconds = after.user + after.system - before.user - before.system;
      const rates = { perCore: (count * 1e6) / microseconds, byClock: count / seconds };
      return { clients, ...rates, p50: quantileOf(times, 0.5), p99: quantileOf(times, 0.99) };
    },
    close: async () => {
      await server.stop('SIGTERM');
      await server.removeFiles();
    },
  };
}

const liveClock = {
  get now(): Date {
    return new Date();
  },
};

type Clients = { readonly origin: URL; readonly clients: number };

async function sendAll(waiting: Waiting[], { origin, clients }: Clients): Promise<{ readonly seconds: number; readonly times: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const start = performance.now();
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const begun = performance.now();
      await post(next, origin, agent);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { seconds, times };
}

function post({ body, key }: Waiting, { host, port }: URL, agent: Agent): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const headers = {
    ...{ host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
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
