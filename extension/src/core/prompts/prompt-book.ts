import * as z from 'zod/mini';

/** What a question is about. */
export const promptKind = z.enum(['present', 'sign', 'receive', 'unlock']);
export type PromptKind = z.infer<typeof promptKind>;

/** The page that asked, as the browser names it. A page cannot choose any of these. */
export const promptPage = z.strictObject({
  tabId: z.number(),
  frameId: z.number(),
  documentId: z.string(),
  origin: z.string(),
});
export type PromptPage = z.infer<typeof promptPage>;

/** One question that waits for the citizen in a window of the extension. */
export const prompt = z.strictObject({
  id: z.string(),
  kind: promptKind,
  page: z.nullable(promptPage),
  createdAtMs: z.number(),
  windowId: z.nullable(z.number()),
  /** `gone`: the page has left; the window says so, and nothing can be answered any more. */
  state: z.enum(['waiting', 'gone', 'timed-out']),
});
export type Prompt = z.infer<typeof prompt>;

/** Every open question, and what is remembered of origins that were refused. */
export const promptBook = z.strictObject({
  prompts: z.array(prompt),
  denials: z.array(z.strictObject({ origin: z.string(), atMs: z.number() })),
  mutes: z.array(z.strictObject({ origin: z.string(), untilMs: z.number() })),
});
export type PromptBook = z.infer<typeof promptBook>;

/** How a question ended. Only `denied` is the citizen's own no, and only that counts towards a mute. */
export type PromptEnd = 'granted' | 'denied' | 'cancelled';

export type AskOutcome =
  | { readonly kind: 'opened'; readonly book: PromptBook; readonly prompt: Prompt; readonly staleWindowIds: readonly number[] }
  | { readonly kind: 'refused'; readonly code: 'prompt_busy' | 'origin_muted' };

const denialSpanMs = 60_000;
const denialsUntilMute = 3;
const muteMs = 5 * 60_000;

/** How long a question waits. Reading a long form before signing takes its time; an unlock window does not. */
const waitMs: Readonly<Record<PromptKind, number>> = {
  unlock: 2 * 60_000,
  present: 5 * 60_000,
  receive: 10 * 60_000,
  sign: 30 * 60_000,
};

/** By then a question has its window; one without was left behind by a worker that was stopped in between. */
const windowWithinMs = 10_000;

/** Where nothing was asked yet. */
export const emptyPromptBook: PromptBook = { prompts: [], denials: [], mutes: [] };

/**
 * The book with a new question in it, or why there is none: a tab has one open question at most, and an origin that was
 * refused three times within 60 s is muted for five minutes. Questions of the same tab that are over (their page has
 * left, or their time, or they never got a window) make room; `staleWindowIds` are their windows, for the caller to close.
 */
export function askPrompt(
  book: PromptBook,
  request: { readonly id: string; readonly kind: PromptKind; readonly page: PromptPage | null },
  nowMs: number,
): AskOutcome {
  const current = expirePrompts(book, nowMs);
  const { page } = request;
  if (page && isMuted(current, page.origin, nowMs)) return { kind: 'refused', code: 'origin_muted' };
  const sameTab = current.prompts.filter((open) => open.page?.tabId === page?.tabId);
  if (sameTab.some((open) => isShown(open, nowMs))) return { kind: 'refused', code: 'prompt_busy' };
  const opened: Prompt = { ...request, createdAtMs: nowMs, windowId: null, state: 'waiting' };
  return {
    kind: 'opened',
    book: { ...current, prompts: [...current.prompts.filter((open) => !sameTab.includes(open)), opened] },
    prompt: opened,
    staleWindowIds: sameTab.flatMap((open) => open.windowId ?? []),
  };
}

/** The book in which `windowId` shows the question `id`. */
export function setPromptWindow(book: PromptBook, id: string, windowId: number): PromptBook {
  return { ...book, prompts: book.prompts.map((open) => (open.id === id ? { ...open, windowId } : open)) };
}

/** The book without the question `id`. A denial of a page's question is remembered, and the third within 60 s mutes the origin. */
export function endPrompt(book: PromptBook, id: string, end: PromptEnd, nowMs: number): PromptBook {
  const ended = book.prompts.find((open) => open.id === id);
  const rest = { ...book, prompts: book.prompts.filter((open) => open.id !== id) };
  // A form is reviewed because a person pressed its button; to put it off is no reason to silence the site.
  if (!ended?.page || end !== 'denied' || ended.state !== 'waiting' || ended.kind === 'sign') return rest;
  return rememberDenial(rest, ended.page.origin, nowMs);
}

/** The book in which the waiting questions of `tabId` are over, except those whose page `isStillThere`. */
export function leavePage(book: PromptBook, tabId: number, isStillThere: (page: PromptPage) => boolean): PromptBook {
  const hasLeft = (open: Prompt) => open.state === 'waiting' && open.page?.tabId === tabId && !isStillThere(open.page);
  return { ...book, prompts: book.prompts.map((open) => (hasLeft(open) ? { ...open, state: 'gone' } : open)) };
}

/** The book in which questions that waited too long are marked, and denials and mutes that are over are forgotten. */
export function expirePrompts(book: PromptBook, nowMs: number): PromptBook {
  const isOver = (open: Prompt) => open.state === 'waiting' && nowMs - open.createdAtMs >= waitMs[open.kind];
  return {
    prompts: book.prompts.map((open) => (isOver(open) ? { ...open, state: 'timed-out' } : open)),
    denials: book.denials.filter((denial) => nowMs - denial.atMs < denialSpanMs),
    mutes: book.mutes.filter((mute) => mute.untilMs > nowMs),
  };
}

/** The question `id`, when it still can be answered. */
export function findWaiting(book: PromptBook, id: string, nowMs: number): Prompt | undefined {
  return expirePrompts(book, nowMs).prompts.find((open) => open.id === id && open.state === 'waiting');
}

function isShown({ state, windowId, createdAtMs }: Prompt, nowMs: number): boolean {
  return state === 'waiting' && (windowId !== null || nowMs - createdAtMs < windowWithinMs);
}

function isMuted(book: PromptBook, origin: string, nowMs: number): boolean {
  return book.mutes.some((mute) => mute.origin === origin && mute.untilMs > nowMs);
}

function rememberDenial(book: PromptBook, origin: string, nowMs: number): PromptBook {
  const denials = [...book.denials.filter((denial) => nowMs - denial.atMs < denialSpanMs), { origin, atMs: nowMs }];
  const count = denials.filter((denial) => denial.origin === origin).length;
  if (count < denialsUntilMute) return { ...book, denials };
  return {
    ...book,
    denials: denials.filter((denial) => denial.origin !== origin),
    mutes: [...book.mutes.filter((mute) => mute.origin !== origin), { origin, untilMs: nowMs + muteMs }],
  };
}
