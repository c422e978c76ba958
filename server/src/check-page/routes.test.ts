import { describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/index.ts';

const policy = "default-src 'none'; script-src 'sha256-AAAA'";
const write = (content: string): string => `<!doctype html><meta http-equiv="Content-Security-Policy" content="${content}" />`;
const checkPage = new TextEncoder().encode(write(policy));

describe('the page that checks', () => {
  it('is served under the policy that it bears, framed by nobody, and not again to whoever has it', async () => {
    const { send } = await createTestApp({ checkPage });
    const first = await send('tax', '/daricheh/check.html');
    expect([first.headers.get('content-type'), await first.text()]).toEqual(['text/html; charset=utf-8', write(policy)]);
    expect(first.headers.get('content-security-policy')).toBe(`${policy}; frame-ancestors 'none'`);
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    const second = await send('tax', '/daricheh/check.html', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('is not found where none was built', async () => {
    const { send } = await createTestApp();
    expect((await send('tax', '/daricheh/check.html')).status).toBe(404);
  });

  it('is never served without a policy of its own', async () => {
    await expect(createTestApp({ checkPage: new TextEncoder().encode('<!doctype html>') })).rejects.toThrow('no policy of its own');
  });
});
