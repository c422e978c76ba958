// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type AskDetail, abortEvent, answerEvent, askEvent, readyEvent } from './bridge-events.ts';
import { installHook } from './install-hook.ts';

type Call = { requests: { protocol: string; data: unknown }[] };

let nativeCalls: unknown[];
let asked: AskDetail[];
let get: (options?: object) => Promise<unknown>;

beforeEach(() => {
  nativeCalls = [];
  asked = [];
  class Credentials {
    get(options?: unknown): Promise<string> {
      nativeCalls.push(options);
      return Promise.resolve('native');
    }
  }
  Reflect.set(globalThis, 'CredentialsContainer', Credentials);
  installHook();
  const container = new Credentials();
  get = (options) => container.get(options);
  window.addEventListener(askEvent, (event) => event instanceof CustomEvent && asked.push(JSON.parse(event.detail)), { once: true });
});

const digital = (...requests: Call['requests']) => ({ digital: { requests } });
const ours = { protocol: 'openid4vp-v1-signed', data: { request: 'a.b.c' } };
const answer = (detail: object) =>
  window.dispatchEvent(new CustomEvent(answerEvent, { detail: JSON.stringify({ id: asked[0]?.id, ...detail }) }));

describe('navigator.credentials.get', () => {
  it.each([
    ['nothing', undefined],
    ['a password', { password: true }],
    ['another protocol', digital({ protocol: 'org-iso-mdoc', data: {} })],
    ['requests of no form', { digital: { requests: 'all' } }],
  ])('is the browser’s own for %s', async (_what, options) => {
    expect(await get(options)).toBe('native');
    expect([nativeCalls, asked]).toEqual([[options], []]);
  });

  it('hands our protocols, and only them, to the wallet, and gives its answer', async () => {
    const result = get(digital({ protocol: 'org-iso-mdoc', data: {} }, ours));
    expect(asked[0]?.requests).toEqual([ours]);
    answer({ kind: 'response', protocol: ours.protocol, data: { response: 'jwe' } });
    expect(await result).toMatchObject({ type: 'digital', protocol: ours.protocol, data: { response: 'jwe' } });
    expect(nativeCalls).toEqual([]);
  });

  it('is refused as the browser would refuse it', async () => {
    const result = get(digital(ours));
    answer({ kind: 'error', name: 'NotAllowedError' });
    await expect(result).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('goes to the browser where the citizen chose another wallet', async () => {
    const result = get(digital(ours));
    answer({ kind: 'native' });
    expect(await result).toBe('native');
  });

  it('B16: ends with its signal, and says so to the wallet', async () => {
    const aborted: string[] = [];
    window.addEventListener(abortEvent, (event) => event instanceof CustomEvent && aborted.push(JSON.parse(event.detail).id), {
      once: true,
    });
    const controller = new AbortController();
    const result = get({ ...digital(ours), signal: controller.signal });
    controller.abort(new DOMException('stop', 'AbortError'));
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    expect(aborted).toEqual([asked[0]?.id]);
  });

  it('B18: refuses what is too large', async () => {
    await expect(get(digital({ ...ours, data: 'x'.repeat(70_000) }))).rejects.toBeInstanceOf(TypeError);
    expect(asked).toEqual([]);
  });

  it('B18: rejects with what the page throws while its request is read', async () => {
    const fail = () => {
      throw new TypeError('read');
    };
    const trap = Object.defineProperty({}, 'protocol', { get: fail });
    await expect(get({ digital: { requests: [trap] } })).rejects.toThrow('read');
    await expect(get({ digital: { requests: [new Proxy(ours, { has: fail })] } })).rejects.toThrow('read');
    expect(asked).toEqual([]);
  });

  it('B2: goes on when the page breaks what it used', async () => {
    const { stringify } = JSON;
    JSON.stringify = () => {
      throw new Error('broken');
    };
    const result = get(digital(ours));
    JSON.stringify = stringify;
    answer({ kind: 'error', name: 'NotAllowedError' });
    await expect(result).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('asks again when the relay starts later', async () => {
    const again: string[] = [];
    const result = get(digital(ours));
    window.addEventListener(askEvent, (event) => event instanceof CustomEvent && again.push(JSON.parse(event.detail).id), { once: true });
    window.dispatchEvent(new CustomEvent(readyEvent, { detail: '{}' }));
    expect(again).toEqual([asked[0]?.id]);
    answer({ kind: 'native' });
    await result;
  });
});
