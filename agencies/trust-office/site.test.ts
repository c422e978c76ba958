import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyTrustList } from '@daricheh/shared/trust';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createSite } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'daricheh-trust-'));
const file = join(folder, 'trust-list.jwt');
const site = createSite({ file });

const registry = {
  ...{ issuer: 'http://registry.localhost', name: { fa: 'ثبت', en: 'Registry' } },
  documents: [{ vct: 'urn:daricheh:identity:1' }, { vct: '<b>' }],
};
const publish = (serial: number) => {
  const list = { ...emptyTrustList, serial, issuers: [registry] };
  const token = `e30.${Buffer.from(JSON.stringify(list)).toString('base64url')}.c2ln`;
  writeFileSync(file, `${token}\n`);
  return token;
};
beforeEach(() => void publish(3));
afterAll(() => rmSync(folder, { recursive: true }));

const get = (headers: Record<string, string> = {}) => site.request('http://trust.localhost/trust-list', { headers });

it('the list is there for everybody, named by its serial', async () => {
  const answer = await get();
  expect({ status: answer.status, text: await answer.text(), tag: answer.headers.get('etag') }).toEqual({
    status: 200,
    text: publish(3),
    tag: '"3"',
  });
  expect(answer.headers.get('content-type')).toBe('application/daricheh-trust-list+jwt');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

it('whoever has the edition is sent nothing, and whoever has another is sent all of it', async () => {
  expect([(await get({ 'if-none-match': '"3"' })).status, (await get({ 'if-none-match': '"2"' })).status]).toEqual([304, 200]);
  publish(4);
  expect((await get({ 'if-none-match': '"3"' })).status).toBe(200);
});

it('a browser may ask whether it may name its edition', async () => {
  const answer = await site.request('http://trust.localhost/trust-list', { method: 'OPTIONS' });
  expect([answer.status, answer.headers.get('access-control-allow-headers')]).toEqual([204, 'If-None-Match']);
});

it.each([
  ['fa', 'شناسنامهٔ دیجیتال', '۳'],
  ['en', 'Digital identity', '3'],
] as const)('people read the edition that is out (%s)', async (language, document, serial) => {
  const answer = await site.request(`http://trust.localhost/?lang=${language}`);
  const page = await answer.text();
  for (const part of [`<html lang="${language}"`, document, `<dd>${serial}</dd>`, registry.name[language], '&lt;b&gt;'])
    expect(page).toContain(part);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});
