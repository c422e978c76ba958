import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { encodeUtf8 } from '@daricheh/shared/encoding';
import { parseWebhookSecret, signWebhook, type WebhookEvent } from '@daricheh/shared/webhook';
import { describe, expect, it } from 'vitest';
import { hasProgram } from './testing/run-program.ts';

const here = import.meta.dirname;
const [secret, other] = [3, 4].map((byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`) as [string, string];
const links = { case: 'https://tax.example/daricheh/api/cases/AAAA', desk: 'https://tax.example/daricheh/caseworker/cases/AAAA' };
const event: WebhookEvent = {
  ...({ type: 'case.changed', version: 1, timestamp: '2026-11-23T09:00:00.000Z' } as const),
  data: { agency: 'tax', caseNumber: 'AAAA', outcome: 'approved', logIndex: 4, links },
};
const body = encodeUtf8(JSON.stringify(event));

type Example = {
  readonly name: string;
  readonly program: string;
  readonly version: string;
  readonly args: (port: number) => readonly string[];
};
const examples: readonly Example[] = [
  { name: 'python', program: 'python3', version: '--version', args: (port) => ['webhook.py', String(port)] },
  { name: 'php', program: 'php', version: '--version', args: (port) => ['-S', `127.0.0.1:${port}`, 'webhook.php'] },
  { name: 'java', program: 'java', version: '--version', args: (port) => ['Webhook.java', String(port)] },
  { name: 'typescript', program: process.execPath, version: '--version', args: (port) => ['webhook.ts', String(port)] },
];

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The example as somebody runs it, who knows the second of two secrets, until `use` is done. */
async function withReceiver(
  { name, program, args }: Example,
  use: (url: string, readOutput: () => string) => Promise<void>,
): Promise<void> {
  const port = await findFreePort();
  const env = { ...process.env, DARICHEH_WEBHOOK_SECRET: `${other} ${secret}` };
  const child = spawn(program, [...args(port)], { cwd: join(here, name), env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  try {
    await use(`http://127.0.0.1:${port}/`, () => output);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** Sends until somebody listens; the status of the answer. */
async function post(url: string, headers: Readonly<Record<string, string>>, sent = body): Promise<number> {
  for (;;) {
    const status = await postOnce(url, headers, sent);
    if (status !== null) return status;
    await wait(50);
  }
}

/** Null while nobody listens. */
function postOnce(url: string, headers: Readonly<Record<string, string>>, sent: Uint8Array): Promise<number | null> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const length = { 'content-length': sent.length };
  const sending = request(url, { method: 'POST', headers: { ...headers, ...length } }, (response) => {
    response.resume().on('end', () => resolve(response.statusCode ?? 0));
  });
  sending.on('error', (error) => ('code' in error && error.code === 'ECONNREFUSED' ? resolve(null) : reject(error)));
  sending.end(sent);
  return promise;
}

const sign = (at: Date, key = secret) =>
  signWebhook({ id: 'an-id', at, body }, [parseWebhookSecret(key)], (bytes, data) => createHmac('sha256', bytes).update(data).digest());

describe.each(examples)('the webhook example in $name', (example) => {
  it.skipIf(!hasProgram(example.program, [example.version]))(
    `takes an event once and refuses what is not signed or is old (skipped without ${example.name})`,
    async () => {
      await withReceiver(example, async (url, readOutput) => {
        const headers = { ...(await sign(new Date())) };
        const old = { ...(await sign(new Date(Date.now() - 400_000))) };
        const foreign = { ...(await sign(new Date(), `whsec_${Buffer.alloc(32, 5).toString('base64')}`)) };
        const altered = encodeUtf8(JSON.stringify({ ...event, type: 'case.closed' }));
        expect([await post(url, headers), await post(url, headers)]).toEqual([204, 204]);
        expect([await post(url, old), await post(url, foreign), await post(url, {}), await post(url, headers, altered)]).toEqual([
          400, 400, 400, 400,
        ]);
        await expect.poll(readOutput).toContain(links.case);
        // PHP's own server begins anew for each request, so there the agency's database remembers.
        if (example.name !== 'php') expect(readOutput().split(links.case)).toHaveLength(2);
        expect(readOutput()).not.toContain('case.closed');
      });
    },
    120_000,
  );
});

it('the guide shows what runs in PHP, line by line', () => {
  const [, shown = ''] = /```php\n([\s\S]*?)```/.exec(readFileSync(join(here, '../docs/agencies.md'), 'utf8')) ?? [];
  const lines = readFileSync(join(here, 'php/webhook.php'), 'utf8').split('\n');
  expect(shown.split('\n').length).toBeGreaterThan(8);
  expect(shown.split('\n').filter((line) => line !== '' && !lines.includes(line))).toEqual([]);
});
