import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyTrustList } from '@daricheh/shared/trust';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createSite } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'daricheh-trust-'));
const file = join(folder, 'trust-list.jwt');
const site = createSite({ file });

const publish = (serial: number) => {
  const token = `e30.${Buffer.from(JSON.stringify({ ...emptyTrustList, serial })).toString('base64url')}.c2ln`;
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
