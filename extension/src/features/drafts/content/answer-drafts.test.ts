// @vitest-environment happy-dom
import { AppError } from '@daricheh/shared/errors';
import { draftEvents } from '@daricheh/shared/submission';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { sendFromPage } from '../../../messaging/page-door.ts';
import { startDrafts } from './answer-drafts.ts';

const listening = vi.spyOn(window, 'addEventListener');
beforeEach(() => void listening.mockClear());
/** A page is left with all that listens in it. */
afterEach(() => {
  for (const [name, listener, options] of listening.mock.calls) window.removeEventListener(name, listener, options);
});

/** A page with one form, and what it hears; `answer` is the background's. */
async function setUp(answer: (name: string) => unknown) {
  document.body.innerHTML = '<form data-daricheh-form="/daricheh/forms/x"><button data-daricheh-draft="open">Go on</button></form>';
  const form = document.querySelector('form');
  if (!form) throw new Error('no form');
  const [heard, sent]: [string[], string[]] = [[], []];
  for (const name of Object.values(draftEvents).filter((each) => each !== draftEvents.ask))
    form.addEventListener(name, (event) => void heard.push(`${name} ${(event as CustomEvent<string>).detail}`.trim()));
  startDrafts((async (name: string) => {
    sent.push(name);
    return answer(name);
  }) as typeof sendFromPage);
  const ask = async (detail: string) => {
    form.dispatchEvent(new CustomEvent(draftEvents.ask, { bubbles: true, detail }));
    await new Promise((resolve) => setTimeout(resolve));
  };
  await new Promise((resolve) => setTimeout(resolve));
  return { form, heard, sent, ask };
}

const refuse = () => {
  throw new AppError('site_not_allowed');
};

describe('what a page hears of its draft', () => {
  it('is that the wallet is there, and what it answers', async () => {
    const { heard, ask } = await setUp(() => ({ kind: 'none' }));
    await ask('{"act":"find"}');
    expect(heard).toEqual([draftEvents.here, `${draftEvents.answer} {"act":"find","kind":"none"}`]);
  });

  it('is nothing where the wallet is switched off', async () => {
    const { heard, ask } = await setUp(refuse);
    for (const act of ['find', 'save', 'drop']) await ask(JSON.stringify({ act, seenAtMs: 0, title: '', values: [] }));
    expect(heard).toEqual([]);
  });

  it('is nothing of what is kept, when a script asks and nobody has clicked', async () => {
    const { form, heard, sent, ask } = await setUp(() => ({ kind: 'opened', values: [] }));
    form.querySelector('button')?.click();
    await ask('{"act":"open"}');
    expect([sent, heard]).toEqual([['drafts/find'], [draftEvents.here]]);
  });

  it.each(['no json', '[]', 'null', '7', '{}', '{"act":"all"}', `{"act":"find","x":"${'x'.repeat(60_000)}"}`])(
    'is nothing after %.20s',
    async (detail) => {
      const { heard, ask } = await setUp(() => ({ kind: 'none' }));
      await ask(detail);
      expect(heard).toEqual([draftEvents.here]);
    },
  );
});
