import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenInPage, sendFromPage } from './page-door.ts';

type Listener = (message: unknown, sender: unknown, sendResponse: (answer: unknown) => void) => true | undefined;

const listeners: Listener[] = [];
const sendMessage = vi.fn();
const runtime = { id: 'abcdef', sendMessage, onMessage: { addListener: (listener: Listener) => listeners.push(listener) } };

beforeEach(() => {
  vi.stubGlobal('chrome', { runtime });
  // What a page gets by `<form id="browser"><input name="runtime" id="x"></form>`, where the browser has nothing of this name.
  vi.stubGlobal('browser', { runtime: { id: 'x' } });
  listeners.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

describe('the door of our scripts in a page', () => {
  it('asks the background, and gives its answer', async () => {
    sendMessage.mockResolvedValueOnce({ ok: true, value: true });
    await expect(sendFromPage('sign/here', {})).resolves.toBe(true);
    expect(sendMessage).toHaveBeenLastCalledWith({ daricheh: 'sign/here', request: {} });
  });

  it('A25: takes nothing for an answer that is none, and gives refusals by their code', async () => {
    sendMessage.mockResolvedValueOnce(undefined);
    await expect(sendFromPage('sign/here', {})).rejects.toMatchObject({ code: 'unavailable' });
    sendMessage.mockResolvedValueOnce({ ok: false, error: { code: 'message_refused', facts: {} } });
    await expect(sendFromPage('sign/here', {})).rejects.toMatchObject({ code: 'message_refused' });
    sendMessage.mockImplementationOnce(() => {
      throw new Error('Extension context invalidated.');
    });
    await expect(sendFromPage('sign/here', {})).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('answers our own background, and nobody else', async () => {
    listenInPage<'sign/find'>({ 'sign/find': () => true });
    const [listener] = listeners;
    const answer = vi.fn();
    expect(listener?.({ daricheh: 'sign/find', request: {} }, { id: 'other' }, answer)).toBeUndefined();
    expect(listener?.({ daricheh: 'sign/find', request: {} }, { id: 'abcdef' }, answer)).toBe(true);
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({ ok: true, value: true }));
  });
});
