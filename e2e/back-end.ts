import { request } from 'node:http';
import type { Page } from '@playwright/test';
import type { RunningWorld } from './demo.ts';

/** Says something to the registry's own server as its back end does, and gives the answer. @throws Error where it is refused */
export async function callRegistry(world: RunningWorld, path: string, body: unknown): Promise<unknown> {
  const { origin, apiKey } = world.demo.agencies['civil-registry'];
  const { host } = new URL(origin);
  const headers = { host, origin, authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const text = JSON.stringify(body);
  const { status, said } = await new Promise<{ status: number; said: string }>((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: world.demo.ports.registry, method: 'POST', path, headers, agent: false });
    outgoing.on('error', reject).on('response', (answer) => {
      const parts: string[] = [];
      answer.setEncoding('utf8').on('data', (part: string) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, said: parts.join('') }));
    });
    outgoing.end(text);
  });
  if (status >= 300) throw new Error(`${path}: ${status} ${said}`);
  return JSON.parse(said);
}

/** Puts a link into a page of the registry, as a site would, and follows it. */
export async function followOffer(site: Page, world: RunningWorld, offerUri: string): Promise<void> {
  await site.goto(`${world.demo.agencies['civil-registry'].origin}/`);
  await site.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, textContent: 'offer', id: 'offer' });
    document.body.prepend(link);
  }, offerUri);
  await site.locator('#offer').click();
}
