import { AppError, fromWire } from '@daricheh/shared/errors';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { exchange } from './exchange.ts';
import { returns } from './message-entry.ts';
import { createReceiver } from './receive.ts';

const own = { id: 'abcdef', origin: 'chrome-extension://abcdef' };
const fromPage = { id: 'abcdef', url: 'chrome-extension://abcdef/popup.html?x=1', origin: 'chrome-extension://abcdef' };
const fromSite = { id: 'abcdef', url: 'https://a.example/form', origin: 'https://a.example', frameId: 0, documentId: 'D', tab: { id: 7 } };

const entries = {
  'sample/add': { from: 'extension', request: z.strictObject({ a: z.number(), b: z.number() }), response: returns<number>() },
  'sample/ask': { from: 'content', request: z.strictObject({ text: z.string() }), response: returns<string>() },
  'sample/break': { from: 'extension', request: z.strictObject({}), response: returns<null>() },
} as const;

function receiver(log = vi.fn()) {
  return createReceiver(
    entries,
    {
      'sample/add': ({ a, b }) => a + b,
      'sample/ask': (_request, sender) => `${sender.origin} ${sender.tabId} ${sender.frameId} ${sender.documentId}`,
      'sample/break': () => {
        throw new TypeError('0123456789');
      },
    },
    { own, log },
  );
}

const refused = (why: string) => ({ ok: false, error: { code: 'message_refused', facts: { why } } });

describe('a receiver', () => {
  it('answers a page of ours', async () => {
    await expect(receiver()({ daricheh: 'sample/add', request: { a: 1, b: 2 } }, fromPage)).resolves.toEqual({ ok: true, value: 3 });
  });

  it('B1: knows a web page by what the browser says of it', async () => {
    const answer = await receiver()({ daricheh: 'sample/ask', request: { text: 'https://b.example' } }, fromSite);
    expect(answer).toEqual({ ok: true, value: 'https://a.example 7 0 D' });
  });

  it.each([
    ['another extension', { ...fromPage, id: 'other' }, 'foreign'],
    ['a web page where only our pages may ask', fromSite, 'sender'],
    ['an opaque origin', { ...fromSite, origin: 'null' }, 'origin'],
    ['a frame without a document', { ...fromSite, documentId: undefined }, 'frame'],
    ['nobody', undefined, 'foreign'],
  ])('refuses %s', async (_who, sender, why) => {
    await expect(receiver()({ daricheh: 'sample/add', request: { a: 1, b: 2 } }, sender)).resolves.toEqual(refused(why));
  });

  it('refuses a page of ours where only a web page may ask', async () => {
    await expect(receiver()({ daricheh: 'sample/ask', request: { text: '' } }, fromPage)).resolves.toEqual(refused('sender'));
  });

  it.each(['sample/unknown', 'constructor', '__proto__'])('refuses the unknown name %s', async (name) => {
    await expect(receiver()({ daricheh: name, request: {} }, fromPage)).resolves.toEqual(refused('unknown'));
  });

  it.each([{ a: 1 }, { a: 1, b: '2' }, { a: 1, b: 2, tabId: 4 }, null])('B1: refuses a request of another shape: %j', async (request) => {
    const answer = await receiver()({ daricheh: 'sample/add', request }, fromPage);
    expect(answer).toMatchObject({ ok: false, error: { code: 'malformed_request' } });
  });

  it('B18: refuses more than 64 KiB from a web page', async () => {
    const answer = await receiver()({ daricheh: 'sample/ask', request: { text: 'a'.repeat(65_536) } }, fromSite);
    expect(answer).toMatchObject({ ok: false, error: { code: 'body_too_large' } });
  });

  it('tells nothing of an error that was not foreseen', async () => {
    const log = vi.fn();
    const answer = await receiver(log)({ daricheh: 'sample/break', request: {} }, fromPage);
    expect(answer).toEqual({ ok: false, error: { code: 'internal_error', facts: {} } });
    expect(log).toHaveBeenCalledOnce();
  });

  it.each([undefined, 'text', { type: 'x' }, { daricheh: 'sample/add', request: {}, more: 1 }])('leaves %j to others', (message) => {
    expect(receiver()(message, fromPage)).toBeUndefined();
  });
});

describe('exchange', () => {
  const asked = { name: 'x', request: {}, readError: fromWire };

  it('gives the value of an answer', async () => {
    await expect(exchange(async () => ({ ok: true, value: 5 }), asked)).resolves.toBe(5);
  });

  it('throws the code of an answer', async () => {
    const locked = async () => ({ ok: false, error: { code: 'vault_locked', facts: {} } });
    await expect(exchange(locked, asked)).rejects.toEqual(new AppError('vault_locked'));
  });

  it('takes a code that is none of the list for an error of our own', async () => {
    const strange = async () => ({ ok: false, error: { code: 'strange', facts: {} } });
    await expect(exchange(strange, asked)).rejects.toEqual(new AppError('internal_error'));
  });

  it.each([
    ['nobody answers', async () => undefined],
    ['the browser refuses to carry it', () => Promise.reject(new Error('Could not establish connection.'))],
  ])('throws unavailable when %s', async (_what, transport) => {
    await expect(exchange(transport, asked)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
