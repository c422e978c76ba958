import { AppError } from '@daricheh/shared/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { PromptDesk } from './prompt-desk.ts';
import type { PromptRequest } from './prompt-request.ts';

const page = { tabId: 1, frameId: 0, documentId: 'd', origin: 'https://tax.example' };
const link: PromptRequest = { kind: 'present', channel: 'link', href: 'openid4vp://?x', fetched: null };
const call: PromptRequest = { kind: 'present', channel: 'dc_api', requestId: 'r', requests: '[]', entry: null };

let memory: unknown;
let nowMs: number;
let closed: number[];
let ended: string[];
let isThere: boolean;
let failure: { window?: Error; end?: Error };

/** A worker that has just been started: all it knows is what lies in memory. */
function startWorker(): PromptDesk {
  return new PromptDesk({
    memory: {
      read: async () => memory,
      write: async (value) => {
        memory = structuredClone(value);
      },
    },
    openWindow: async () => {
      if (failure.window) throw failure.window;
      return 70;
    },
    isThere: async () => isThere,
    closeWindow: async (id) => void closed.push(id),
    nowMs: () => nowMs,
    onEnd: async (_page, request, end) => {
      if (failure.end) throw failure.end;
      ended.push(`${request.kind} ${end}`);
    },
  });
}

beforeEach(() => {
  memory = undefined;
  nowMs = 0;
  closed = [];
  ended = [];
  isThere = true;
  failure = {};
});

describe('a question', () => {
  it('can be answered by a worker that was started after it was asked', async () => {
    const id = await startWorker().ask(page, link);
    expect(await startWorker().require(id)).toEqual({ id, page, createdAtMs: 0, request: link });
  });

  it('A8: lets one of many at the same time through', async () => {
    const desk = startWorker();
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => desk.ask(page, link)));
    expect(asked.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect(asked.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))).toEqual(Array(9).fill('prompt_busy'));
  });

  it('is denied by closing its window, once', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, link);
    await desk.windowClosed(70);
    await desk.windowClosed(70);
    expect(ended).toEqual(['present denied']);
    expect(await desk.read(id)).toEqual({ kind: 'over', reason: 'closed' });
  });

  it('A9: is over when its page has left, and nobody is told', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, link);
    await desk.pagesChanged(1, () => false);
    expect(await desk.read(id)).toEqual({ kind: 'over', reason: 'gone' });
    await expect(desk.require(id)).rejects.toMatchObject({ code: 'page_gone' });
    await desk.end(id, 'cancelled');
    expect(ended).toEqual([]);
  });

  it('A9: is over when its page is not there as it is answered, before the tab has told', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, link);
    isThere = false;
    await expect(desk.require(id)).rejects.toMatchObject({ code: 'page_gone' });
    expect([await desk.read(id), ended]).toEqual([{ kind: 'over', reason: 'gone' }, []]);
  });

  it('closes its window although whoever asked cannot be told', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, link);
    failure.end = new AppError('verifier_not_trusted');
    await desk.dismiss(id, 'denied');
    expect([closed, await desk.read(id)]).toEqual([[70], { kind: 'over', reason: 'closed' }]);
  });

  it('leaves its tab free when its window could not be opened', async () => {
    const desk = startWorker();
    failure.window = new Error('no window');
    await expect(desk.ask(page, link)).rejects.toThrow('no window');
    failure = {};
    await expect(desk.ask(page, link)).resolves.toEqual(expect.any(String));
  });

  it('B16: goes with its window when the page takes it back, and not when another page does', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, call);
    await desk.withdraw({ ...page, documentId: 'other' }, 'r');
    expect((await desk.read(id)).kind).toBe('open');
    await desk.withdraw(page, 'r');
    await desk.windowClosed(70);
    expect([closed, await desk.read(id)]).toEqual([[70], { kind: 'over', reason: 'closed' }]);
  });

  it('is dismissed with its window, and the window that closes then is no second no', async () => {
    const desk = startWorker();
    await desk.dismiss(await desk.ask(page, call), 'granted');
    await desk.windowClosed(70);
    expect([closed, ended, memory]).toEqual([[70], [], { book: { prompts: [], denials: [], mutes: [] }, requests: {} }]);
  });

  it('ends by time', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, link);
    nowMs = 5 * 60_000;
    expect(await desk.read(id)).toEqual({ kind: 'over', reason: 'timed-out' });
    await expect(desk.require(id)).rejects.toMatchObject({ code: 'prompt_over' });
  });

  it('leaves nothing behind', async () => {
    const desk = startWorker();
    await desk.end(await desk.ask(page, link), 'granted');
    expect([memory, ended]).toEqual([{ book: { prompts: [], denials: [], mutes: [] }, requests: {} }, []]);
  });
});

describe('a decision', () => {
  const gate = () => Promise.withResolvers<void>();

  it('is made once, however many agree at the same time', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, call);
    let made = 0;
    const agree = () =>
      desk.decide(id, async () => {
        made++;
        await desk.end(id, 'granted');
      });
    const outcomes = await Promise.allSettled([agree(), agree(), agree()]);
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'made'));
    expect([codes, made]).toEqual([['made', 'answer_under_way', 'answer_under_way'], 1]);
  });

  it('can be made again after one that failed', async () => {
    const desk = startWorker();
    const id = await desk.ask(page, call);
    await expect(desk.decide(id, () => Promise.reject(new AppError('gesture_invalid')))).rejects.toMatchObject({ code: 'gesture_invalid' });
    expect(await desk.decide(id, async (prompt) => prompt.id)).toBe(id);
  });

  it.each([
    ['counts before a window that closes while it is made', 'made', []],
    ['that fails leaves that no in force', 'failed', ['present denied']],
  ])('%s', async (_what, outcome, told) => {
    const desk = startWorker();
    const id = await desk.ask(page, link);
    const { promise, resolve } = gate();
    const deciding = desk.decide(id, async () => {
      await promise;
      if (outcome === 'failed') throw new AppError('unavailable');
      await desk.end(id, 'granted');
    });
    const closing = desk.windowClosed(70);
    resolve();
    await Promise.allSettled([deciding, closing]);
    expect([ended, (await desk.read(id)).kind]).toEqual([told, 'over']);
  });
});
