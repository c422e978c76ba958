import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Traffic } from '../traffic.ts';

/** A server inside, which must not hear a word. */
export type Canary = {
  readonly port: number;
  /** Whatever of `addresses` the browser has asked for, by the recording proxy, and whatever came to the server past it. */
  listReached(addresses: readonly string[]): readonly string[];
  close(): void;
};

export async function startCanary(traffic: Traffic): Promise<Canary> {
  const heard: string[] = [];
  const server = createServer((_request, response) => void response.end());
  server.on('connection', () => heard.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    listReached: (addresses) => {
      const hosts = new Set(addresses.map((address) => new URL(address).host));
      return [...heard, ...traffic.strangers.filter((host) => hosts.has(host.replace(/:443$/, '')))];
    },
    close: () => void server.close(),
  };
}
