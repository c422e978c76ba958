import { type DraftAnswer, type DraftAsk, draftEvents, pageEvents } from '@daricheh/shared/submission';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWallet } from './ask-wallet.ts';
import { keepDraft } from './keep-draft.ts';
import { addStatusLine } from './status-line.ts';
import { wordsOf } from './words.ts';

const sought = { fields: [{ id: 'given-name', control: 'name' }], places: [], path: '/' };
const beganAtMs = Date.parse('2026-11-23T08:00:00Z');
const found: DraftAnswer = { kind: 'found', beganAtMs, savedAtMs: 5 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page and a wallet that answers each act as said; undefined: there is none. */
async function setUp(answers: Partial<Record<DraftAsk['act'], DraftAnswer>> | undefined) {
  document.documentElement.lang = 'en';
  document.title = 'Return';
  document.body.innerHTML = '<form data-daricheh-form="/f"><input name="name"><button>Send</button></form>';
  const form = document.querySelector('form');
  const input = document.querySelector('input');
  if (form === null || input === null) throw new Error('no form');
  const asked: DraftAsk[] = [];
  const given = { ...answers };
  form.addEventListener(draftEvents.ask, (event) => {
    const ask: DraftAsk = JSON.parse((event as CustomEvent<string>).detail);
    asked.push(ask);
    const answer = answers && given[ask.act];
    if (answer) form.dispatchEvent(new CustomEvent(draftEvents.answer, { detail: JSON.stringify({ act: ask.act, ...answer }) }));
  });
  keepDraft(form, { sought, ask: openWallet(form), status: addStatusLine(form, 'draft-status'), words: wordsOf(document) });
  await vi.advanceTimersByTimeAsync(3100);
  const write = async (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(5000);
  };
  const press = async (name: string) => {
    document.querySelector<HTMLElement>(`[data-daricheh-draft=${name}]`)?.click();
    await vi.advanceTimersByTimeAsync(10);
  };
  const line = () => document.querySelector('.daricheh-draft-status')?.textContent;
  const saves = () => asked.filter(({ act }) => act === 'save');
  return { form, input, asked, given, write, press, line, saves };
}

const saved: DraftAnswer = { kind: 'saved', savedAtMs: 9, replaces: false };

describe('a draft in the wallet', () => {
  it('is kept once nothing has been written for a moment, and the line says so', async () => {
    const { form, input, line, saves } = await setUp({ find: { kind: 'none' }, save: saved });
    for (const text of ['S', 'Sa', 'Sara']) {
      input.value = text;
      form.dispatchEvent(new Event('input'));
    }
    await vi.advanceTimersByTimeAsync(1300);
    expect(saves()).toEqual([{ act: 'save', seenAtMs: 0, title: 'Return', values: [{ field: 'given-name', texts: ['Sara'] }] }]);
    expect(line()).toBe('The draft is kept in your wallet.');
    expect(document.querySelector('.daricheh-draft-status')?.getAttribute('aria-live')).toBe('polite');
  });

  it('is offered when there is one, and nothing replaces it until the visitor has chosen', async () => {
    const { write, line, saves } = await setUp({ find: found, save: saved });
    expect(document.querySelector('.daricheh-draft [role=status]')?.textContent).toBe(
      'You began this form on 23 November 2026 at 11:30, and what you wrote is in your wallet.',
    );
    await write('New');
    expect(saves()).toEqual([]);
    expect(line()).toContain('Until you choose');
  });

  it('comes back when the visitor goes on with it, and is kept on from there', async () => {
    const values = [{ field: 'given-name', texts: ['Sara'] }];
    const { press, input, write, saves } = await setUp({ find: found, open: { kind: 'opened', values }, save: saved });
    await press('open');
    expect([input.value, document.querySelector('.daricheh-draft'), document.activeElement]).toEqual(['Sara', null, input]);
    await write('Sarah');
    expect(saves()).toMatchObject([{ seenAtMs: 5 }]);
  });

  it('is forgotten when the visitor starts afresh', async () => {
    const { press, asked, input, line } = await setUp({ find: found, drop: { kind: 'dropped' } });
    await press('drop');
    expect([asked.map(({ act }) => act), input.value, line()]).toEqual([['find', 'drop'], '', 'The earlier draft is deleted.']);
  });

  it('stays offered when the wallet does not answer', async () => {
    const { press } = await setUp({ find: found, open: { kind: 'locked' } });
    await press('open');
    expect(document.querySelector('.daricheh-draft [role=status]')?.textContent).toContain('did not answer');
  });

  it('says when it takes the place of another tab’s', async () => {
    const { write, line } = await setUp({ find: { kind: 'none' }, save: { ...saved, replaces: true } as DraftAnswer });
    await write('Sara');
    expect(line()).toContain('another tab');
  });

  it.each<[string, (form: HTMLFormElement) => void]>([
    ['the agency has taken the form', (form) => form.dispatchEvent(new CustomEvent(pageEvents.receipt))],
    ['the form is posted plainly', (form) => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))],
  ])('is forgotten once %s', async (_when, act) => {
    const { form, asked, write } = await setUp({ find: { kind: 'none' }, save: saved, drop: { kind: 'dropped' } });
    await write('Sara');
    act(form);
    await write('late');
    expect(asked.map(({ act: name }) => name)).toEqual(['find', 'save', 'drop']);
  });

  it('is not forgotten by a post that the page itself stops', async () => {
    const { form, asked, write } = await setUp({ find: { kind: 'none' }, save: saved, drop: { kind: 'dropped' } });
    await write('Sara');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await vi.advanceTimersByTimeAsync(10);
    expect(asked.map(({ act }) => act)).toEqual(['find', 'save']);
  });
});

describe('where nothing can be kept', () => {
  it('the line says so, and nothing of it lies in the page’s storage', async () => {
    const { write, line } = await setUp(undefined);
    await write('Sara');
    expect(line()).toContain('No draft is kept');
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });

  it('because the vault is locked, the line says that, and what is written is kept once it is open', async () => {
    const { write, line, given, saves } = await setUp({ find: { kind: 'locked' } });
    await write('Sara');
    expect(line()).toContain('locked');
    Object.assign(given, { find: { kind: 'none' }, save: saved });
    window.dispatchEvent(new Event('focus'));
    await vi.advanceTimersByTimeAsync(10);
    expect([saves().length, line()]).toEqual([1, 'The draft is kept in your wallet.']);
  });

  it('a wallet whose script comes later is asked again', async () => {
    const { form, given, asked, write, line } = await setUp({});
    Object.assign(given, { find: { kind: 'none' }, save: saved });
    form.dispatchEvent(new CustomEvent(draftEvents.here));
    await write('Sara');
    expect([asked.map(({ act }) => act), line()]).toEqual([['find', 'find', 'save'], 'The draft is kept in your wallet.']);
  });
});
