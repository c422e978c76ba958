import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, it, vi } from 'vitest';

describe('the built script', { timeout: 60_000 }, () => {
  it('is one classic script of at most 8 kB, gzipped, that leaves no global behind', async () => {
    const result = await build({ root: `${import.meta.dirname}/..`, logLevel: 'error', build: { write: false } });
    const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
    const code = outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
    expect(outputs.map((one) => one.fileName)).toEqual(['kit.js']);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(8 * 1024);
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    vi.spyOn(console, 'warn').mockReturnValue();
    const before = Object.keys(globalThis);
    document.body.innerHTML = '<form data-daricheh-form="/daricheh/forms/x"><button>Send</button></form>';
    new Function(code)();
    expect(document.querySelector('[data-daricheh-sign]')).not.toBeNull();
    expect(Object.keys(globalThis)).toEqual(before);
    expect(code.trim()).toMatch(/^\(function\(\)\{.*\}\)\(\);$/s);
  });
});
