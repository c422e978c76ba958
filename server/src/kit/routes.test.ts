import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/index.ts';

const kit = new TextEncoder().encode('let a;');
const integrity = `sha384-${createHash('sha384').update(kit).digest('base64')}`;

describe('the script tag', () => {
  it('is served, and not again to whoever has it', async () => {
    const { send } = await createTestApp({ kit });
    const first = await send('tax', '/daricheh/kit.js');
    const tag = first.headers.get('etag') ?? '';
    expect([first.headers.get('content-type'), await first.text()]).toEqual(['text/javascript; charset=utf-8', 'let a;']);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const second = await send('tax', '/daricheh/kit.js', { headers: { 'if-none-match': tag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('is published with the digest of its very bytes, and under an address that stays theirs', async () => {
    const { send } = await createTestApp({ kit });
    const published = (await (await send('tax', '/daricheh/kit.json')).json()) as { src: string; integrity: string; tag: string };
    expect(published.integrity).toBe(integrity);
    expect(published.tag).toBe(`<script src="${published.src}" integrity="${integrity}" crossorigin="anonymous" defer></script>`);
    const served = await send('tax', published.src);
    expect([served.status, await served.text()]).toEqual([200, 'let a;']);
    expect(served.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('is not found under the address of other bytes', async () => {
    const { send } = await createTestApp({ kit });
    expect((await send('tax', '/daricheh/kit-0123456789abcdef.js')).status).toBe(404);
  });

  it.each(['/daricheh/kit.js', '/daricheh/kit.json'])('is not found where none was built (%s)', async (path) => {
    const { send } = await createTestApp();
    expect((await send('tax', path)).status).toBe(404);
  });
});
