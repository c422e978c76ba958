import { AppError } from '@daricheh/shared/errors';
import { expect, it } from 'vitest';
import type { PromptPage } from './prompt-book.ts';
import { PromptDesk } from './prompt-desk.ts';
import type { PromptRequest } from './prompt-request.ts';

// Many pages ask, take back, leave and are answered at the same time, with every step of storage at its own pace.

const rounds = 1_000;
const actsPerRound = 24;

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Two frames of one tab, and another tab: three origins. Each page's requests carry its own origin, so that mixing shows. */
const pages: readonly PromptPage[] = [
  { tabId: 1, frameId: 0, documentId: 'a', origin: 'https://a.example' },
  { tabId: 1, frameId: 4, documentId: 'b', origin: 'https://b.example' },
  { tabId: 2, frameId: 0, documentId: 'c', origin: 'https://c.example' },
];
const requestOf = ({ origin }: PromptPage, at: number): PromptRequest => ({
  ...{ kind: 'present', channel: 'dc_api', entry: null },
  requestId: `${origin}#${at}`,
  requests: origin,
});
const belongs = ({ origin }: PromptPage, request: PromptRequest) =>
  request.kind === 'present' && request.channel === 'dc_api' && request.requests === origin && request.requestId.startsWith(`${origin}#`);

async function playRound(
  seed: number,
): Promise<{ readonly mixed: number; readonly twice: number; readonly late: number; readonly answered: number }> {
  const random = createRandom(seed);
  const wait = async (turns: number) => {
    for (let left = Math.floor(random() * turns); left > 0; left--) await Promise.resolve();
  };
  const pause = () => wait(4);
  let memory: unknown;
  let windows = 0;
  let mixed = 0;
  let late = 0;
  const open: string[] = [];
  const asked: { readonly page: PromptPage; readonly requestId: string; readonly opening: Promise<unknown> }[] = [];
  const takenBack = new Set<string>();
  const ended = new Map<string, number>();
  const note = (page: PromptPage, request: PromptRequest) => {
    if (!belongs(page, request)) mixed++;
    const id = request.kind === 'present' && request.channel === 'dc_api' ? request.requestId : '';
    if (takenBack.has(id)) late++;
    ended.set(id, (ended.get(id) ?? 0) + 1);
  };
  const desk = new PromptDesk({
    memory: {
      read: async () => {
        await pause();
        return memory;
      },
      write: async (value) => {
        await pause();
        memory = structuredClone(value);
      },
    },
    openWindow: async (id) => {
      open.push(id);
      await pause();
      return ++windows;
    },
    closeWindow: pause,
    nowMs: () => seed,
    isThere: async () => random() > 0.1,
    onEnd: async (page, request) => note(page, request),
  });
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const answer = (id: string) =>
    desk.decide(id, async () => {
      await pause();
      // As the wallet does: whom the answer goes to is read when it is made.
      const { page, request } = await desk.require(id);
      note(page, request);
      await desk.end(id, 'granted');
    });
  const askFrom = async (at: number) => {
    const page = pages[at % pages.length];
    if (!page) return;
    const opening = desk.ask(page, requestOf(page, at));
    asked.push({ page, requestId: `${page.origin}#${at}`, opening });
    await opening;
  };
  /** By the page that asked, and, which must change nothing, by another. */
  const takeBack = async () => {
    const { page, requestId, opening } = pick(asked) ?? {};
    const other = pages.find((each) => each !== page);
    if (!page || !other || requestId === undefined) return;
    await opening?.catch(() => undefined);
    await desk.withdraw(other, requestId);
    await desk.withdraw(page, requestId);
    takenBack.add(requestId);
  };
  const acts: readonly ((at: number) => Promise<unknown>)[] = [
    askFrom,
    () => answer(pick(open) ?? ''),
    () => answer(pick(open) ?? ''),
    takeBack,
    () => desk.dismiss(pick(open) ?? '', 'cancelled'),
    () => desk.windowClosed(Math.ceil(random() * windows)),
    () => desk.pagesChanged(1, ({ documentId }) => documentId === 'a'),
  ];
  const playing = Array.from({ length: actsPerRound }, async (_, at) => {
    await wait(400);
    const act = random() < 0.4 ? acts[0] : pick(acts);
    await act?.(at);
  });
  for (const outcome of await Promise.allSettled(playing)) {
    if (outcome.status === 'rejected' && !(outcome.reason instanceof AppError)) throw outcome.reason;
  }
  const counts = [...ended.values()];
  return { mixed, late, twice: counts.filter((count) => count > 1).length, answered: counts.length };
}

it(`B17: in ${rounds} random interleavings no page gets what another asked for, and no question is answered twice, or once it is taken back`, async () => {
  let answered = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const round = await playRound(seed);
    expect([seed, round.mixed, round.twice, round.late]).toEqual([seed, 0, 0, 0]);
    answered += round.answered;
  }
  expect(answered).toBeGreaterThan(rounds);
});
