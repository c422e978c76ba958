import { request } from 'node:http';
import type { Page } from '@playwright/test';
import type { RunningWorld } from './demo.ts';

type AgencyId = keyof RunningWorld['demo']['agencies'];

/** Says something to the registry's own server as its back end does, and gives the answer. @throws Error where it is refused */
export function callRegistry(world: RunningWorld, path: string, body: unknown): Promise<unknown> {
  return callAgency(world, 'civil-registry', path, body);
}

/** The same, to the server of any agency. */
export async function callAgency(world: RunningWorld, id: AgencyId, path: string, body: unknown): Promise<unknown> {
  const { origin, apiKey } = world.demo.agencies[id];
  const { ports } = world.demo;
  const port = id === 'civil-registry' ? ports.registry : ports.server;
  const { host } = new URL(origin);
  const headers = { host, origin, authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const text = JSON.stringify(body);
  const { status, said } = await new Promise<{ status: number; said: string }>((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method: 'POST', path, headers, agent: false });
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

/** Puts a link into a page of an agency, as a site would, and follows it. */
export async function followOffer(site: Page, world: RunningWorld, offerUri: string, id: AgencyId = 'civil-registry'): Promise<void> {
  await site.goto(`${world.demo.agencies[id].origin}/`);
  await site.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, textContent: 'offer', id: 'offer' });
    document.body.prepend(link);
  }, offerUri);
  await site.locator('#offer').click();
}

/** A code that enrols one caseworker, as the agency's own back end would ask for it. */
export async function getEnrolmentCode(page: Page, { origin, apiKey }: RunningWorld['demo']['agencies']['tax']): Promise<string> {
  await page.goto(`${origin}/daricheh/caseworker/sign-in`);
  return page.evaluate(async (key) => {
    const answer = await fetch('/daricheh/caseworker/enrolment-codes', { method: 'POST', headers: { Authorization: `Bearer ${key}` } });
    const { code } = await answer.json();
    return String(code);
  }, apiKey);
}
