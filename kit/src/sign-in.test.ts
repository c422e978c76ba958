import { describe, expect, it, vi } from 'vitest';
import { prepareSignIn, type SignInPorts, signIn } from './sign-in.ts';

const request = { protocol: 'openid4vp-v1-signed', data: { request: 'a.b.c' } };

type Answer = { status?: number; json?: unknown };

function makePorts(options: { answers?: Answer[]; wallet?: () => Promise<unknown> } = {}) {
  const answers = options.answers ?? [{ json: { id: 'r/1', request } }, { json: { signedIn: true } }];
  const sent: { path: string; body: unknown }[] = [];
  const ports = {
    wallet: { get: vi.fn(options.wallet ?? (async () => ({ protocol: 'openid4vp-v1-signed', data: { response: 'jwe' } }))) },
    fetch: async (path: string, init: RequestInit) => {
      sent.push({ path, body: JSON.parse(String(init.body)) });
      const { status = 200, json } = answers.shift() ?? {};
      return new Response(JSON.stringify(json ?? {}), { status });
    },
    go: vi.fn(),
  } satisfies SignInPorts;
  return { ports, sent };
}

const throwing = (name: string) => async () => {
  throw new DOMException('no', name);
};

describe('signing in', () => {
  it('asks the server, the wallet, and the server again', async () => {
    const { ports, sent } = makePorts();
    expect(await signIn('sign-in', 'title', ports)).toEqual({ kind: 'signed-in' });
    expect(ports.wallet.get.mock.calls).toEqual([[{ mediation: 'required', digital: { requests: [request] } }]]);
    expect(sent).toEqual([
      { path: '/daricheh/verifier/requests', body: { use: 'sign-in', channel: 'dc_api' } },
      { path: '/daricheh/verifier/requests/r%2F1/dc-response', body: { response: 'jwe' } },
    ]);
  });

  it.each([
    ['there is no wallet', async () => null, 'no-wallet'],
    ['the browser knows no digital credentials', throwing('NotSupportedError'), 'no-wallet'],
    ['the citizen refuses', throwing('NotAllowedError'), 'refused'],
    ['the citizen goes away', throwing('AbortError'), 'refused'],
    ['the wallet breaks', throwing('OperationError'), 'failed'],
  ])('tells when %s, and sends nothing', async (_when, wallet, kind) => {
    const { ports, sent } = makePorts({ wallet });
    expect(await signIn('sign-in', 'title', ports)).toEqual({ kind });
    expect(sent).toHaveLength(1);
  });

  it('reads an answer whose members are getters, and one that is text', async () => {
    const getters = makePorts({
      wallet: async () =>
        new (class {
          get data() {
            return { response: 'jwe' };
          }
        })(),
    });
    expect(await signIn('sign-in', 'title', getters.ports)).toEqual({ kind: 'signed-in' });
    const text = makePorts({ wallet: async () => ({ data: '{"response":"jwe"}' }) });
    expect(await signIn('sign-in', 'title', text.ports)).toEqual({ kind: 'signed-in' });
  });

  it('passes on what the server says, in the language asked for', async () => {
    const problem = { status: 422, json: { title: 'Expired', title_fa: 'زمان گذشت' } };
    expect(await signIn('sign-in', 'title_fa', makePorts({ answers: [problem] }).ports)).toEqual({ kind: 'problem', words: 'زمان گذشت' });
    const late = makePorts({ answers: [{ json: { id: 'r1', request } }, problem] });
    expect(await signIn('sign-in', 'title', late.ports)).toEqual({ kind: 'problem', words: 'Expired' });
  });

  it('tells when the server is out of reach', async () => {
    const { ports } = makePorts();
    const away = async () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await signIn('sign-in', 'title', { ...ports, fetch: away })).toEqual({ kind: 'offline' });
  });
});

describe('a sign-in button', () => {
  function setUp(ports: SignInPorts, then = '/return') {
    document.documentElement.lang = 'fa';
    document.body.innerHTML = `<button type="button" data-daricheh-sign-in="sign-in" data-daricheh-then="${then}" hidden>ورود</button>`;
    const button = document.querySelector('button');
    if (button === null) throw new Error('no button');
    prepareSignIn(button, ports);
    return { button, line: () => document.querySelector('.daricheh-status')?.textContent };
  }

  it('is shown, says what goes on, and goes where the page said', async () => {
    const { ports } = makePorts();
    const { button, line } = setUp(ports);
    expect(button.hidden).toBe(false);
    button.click();
    expect([button.disabled, line()]).toEqual([true, 'در پنجرهٔ کیف ببینید چه خواسته شده است و اگر موافقید، اجازه دهید.']);
    await vi.waitFor(() => expect(ports.go.mock.calls).toEqual([['/return']]));
    expect(line()).toBe('وارد شدید.');
  });

  it('lets the page decide what follows', async () => {
    const { ports } = makePorts();
    const { button, line } = setUp(ports);
    document.body.addEventListener('daricheh:signed-in', (event) => event.preventDefault(), { once: true });
    button.click();
    await vi.waitFor(() => expect(line()).toBe('وارد شدید.'));
    expect(ports.go.mock.calls).toEqual([]);
  });

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example'])('never goes to another site (%s)', async (then) => {
    const { ports } = makePorts();
    setUp(ports, then).button.click();
    await vi.waitFor(() => expect(ports.go.mock.calls).toEqual([[undefined]]));
  });

  it('says why it did not work, and can be pressed again', async () => {
    const { ports } = makePorts({ wallet: throwing('NotAllowedError') });
    const { button, line } = setUp(ports);
    button.click();
    await vi.waitFor(() => expect(line()).toContain('وارد نشدید'));
    expect(button.disabled).toBe(false);
  });

  it('says so where the browser has no credentials at all', async () => {
    const { ports } = makePorts();
    const { button, line } = setUp({ ...ports, wallet: undefined });
    button.click();
    await vi.waitFor(() => expect(line()).toContain('افزونهٔ دریچه را نصب کنید'));
  });
});
