import { describe, expect, it } from 'vitest';
import {
  askPrompt,
  emptyPromptBook,
  endPrompt,
  expirePrompts,
  findWaiting,
  leavePage,
  type PromptBook,
  setPromptWindow,
} from './prompt-book.ts';

const page = (tabId: number, documentId = `d${tabId}`) => ({ tabId, frameId: 0, documentId, origin: 'https://tax.example' });

function ask(book: PromptBook, id: string, nowMs = 0, tabId = 1): PromptBook {
  const outcome = askPrompt(book, { id, kind: 'present', page: page(tabId) }, nowMs);
  if (outcome.kind !== 'opened') throw new Error(outcome.code);
  return outcome.book;
}

describe('askPrompt', () => {
  it('opens one question a tab and answers busy to the next', () => {
    const book = ask(emptyPromptBook, 'a');
    expect(askPrompt(book, { id: 'b', kind: 'sign', page: page(1) }, 10)).toEqual({ kind: 'refused', code: 'prompt_busy' });
    expect(askPrompt(book, { id: 'c', kind: 'sign', page: page(2) }, 10).kind).toBe('opened');
  });

  it('lets a new question take the place of one whose page has left, and names its window', () => {
    const left = leavePage(setPromptWindow(ask(emptyPromptBook, 'a'), 'a', 77), 1, () => false);
    const outcome = askPrompt(left, { id: 'b', kind: 'present', page: page(1, 'new') }, 10);
    expect(outcome).toMatchObject({ kind: 'opened', staleWindowIds: [77], prompt: { id: 'b', state: 'waiting' } });
  });

  it('A8: mutes an origin for five minutes after three denials within 60 s', () => {
    let book = emptyPromptBook;
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      book = endPrompt(ask(book, id, index * 20_000), id, 'denied', index * 20_000);
    }
    const again = (nowMs: number) => askPrompt(book, { id: 'd', kind: 'present', page: page(1) }, nowMs);
    expect(again(41_000)).toEqual({ kind: 'refused', code: 'origin_muted' });
    expect(again(40_000 + 5 * 60_000 - 1)).toEqual({ kind: 'refused', code: 'origin_muted' });
    expect(again(40_000 + 5 * 60_000).kind).toBe('opened');
  });

  it('does not mute when the denials lie further apart, or when the citizen did not deny', () => {
    let book = emptyPromptBook;
    for (const [index, id] of ['a', 'b', 'c'].entries()) book = endPrompt(ask(book, id, index * 30_001), id, 'denied', index * 30_001);
    for (const id of ['d', 'e', 'f']) book = endPrompt(ask(book, id, 61_000), id, 'cancelled', 61_000);
    expect(askPrompt(book, { id: 'g', kind: 'present', page: page(1) }, 62_000).kind).toBe('opened');
  });
});

describe('the end of a question', () => {
  it('comes for one whose worker was stopped before it had a window, when the page asks again', () => {
    const next = { id: 'b', kind: 'present', page: page(1) } as const;
    const book = ask(emptyPromptBook, 'a', 0);
    expect(askPrompt(book, next, 9_999).kind).toBe('refused');
    expect(askPrompt(book, next, 10_000).kind).toBe('opened');
  });

  it('A9: is over when its document has left the tab, and cannot be answered', () => {
    const book = leavePage(ask(emptyPromptBook, 'a'), 1, (asked) => asked.documentId === 'another');
    expect(book.prompts[0]?.state).toBe('gone');
    expect(findWaiting(book, 'a', 10)).toBeUndefined();
  });

  it('stays while the tab still shows its document, and when another tab closes', () => {
    const book = ask(emptyPromptBook, 'a');
    expect(leavePage(book, 1, () => true)).toEqual(book);
    expect(leavePage(book, 2, () => false)).toEqual(book);
  });

  it('A18: comes by itself when nobody answers', () => {
    const asked = askPrompt(emptyPromptBook, { id: 'u', kind: 'unlock', page: null }, 0);
    if (asked.kind !== 'opened') throw new Error(asked.code);
    expect(findWaiting(asked.book, 'u', 119_999)).toBeDefined();
    expect(expirePrompts(asked.book, 120_000).prompts[0]?.state).toBe('timed-out');
  });

  it('counts no denial for a window that closes after its page has left', () => {
    const left = leavePage(ask(emptyPromptBook, 'a'), 1, () => false);
    expect(endPrompt(left, 'a', 'denied', 10)).toEqual(emptyPromptBook);
  });
});
