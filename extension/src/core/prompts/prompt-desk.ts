import { AppError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import {
  askPrompt,
  emptyPromptBook,
  endPrompt,
  expirePrompts,
  findWaiting,
  leavePage,
  type Prompt,
  type PromptBook,
  type PromptEnd,
  type PromptPage,
  promptBook,
  setPromptWindow,
} from './prompt-book.ts';
import { type PromptRequest, promptRequest } from './prompt-request.ts';

export type PromptDeskPorts = {
  /** Plain data in memory: gone when the browser closes, closed to content scripts. */
  readonly memory: { read(): Promise<unknown>; write(value: unknown): Promise<void> };
  /** The window's id, where the browser tells it. */
  readonly openWindow: (promptId: string) => Promise<number | undefined>;
  readonly closeWindow: (windowId: number) => Promise<void>;
  readonly nowMs: () => number;
  /** Whether the document that asked is still in its tab. */
  readonly isThere: (page: PromptPage) => Promise<boolean>;
  /** Told when a question ended without an answer, for whoever waits for one. */
  readonly onEnd: (page: PromptPage, request: PromptRequest, end: PromptEnd) => Promise<void>;
};

/** A question that can still be answered. */
export type OpenPrompt = { readonly id: string; readonly page: PromptPage; readonly createdAtMs: number; readonly request: PromptRequest };

/** How a question stands for the window that shows it. */
export type PromptStanding =
  | { readonly kind: 'open'; readonly prompt: OpenPrompt }
  | { readonly kind: 'over'; readonly reason: 'gone' | 'timed-out' | 'closed' };

const desk = z.strictObject({ book: promptBook, requests: z.record(z.string(), promptRequest) });
type Desk = z.infer<typeof desk>;

/** Keeps the open questions and their windows. Changes follow one another, whatever asks for them at the same time. */
export class PromptDesk {
  private readonly ports: PromptDeskPorts;
  private last: Promise<unknown> = Promise.resolve();
  /** Answers and refusals that are being made, by their question. They go with the worker that makes them, so nothing of it is stored. */
  private readonly deciding = new Map<string, Promise<unknown>>();

  constructor(ports: PromptDeskPorts) {
    this.ports = ports;
  }

  /**
   * Opens a question of a page, and its window.
   * @throws AppError `prompt_busy`, `origin_muted`
   */
  async ask(page: PromptPage, request: PromptRequest): Promise<string> {
    const id = crypto.randomUUID();
    const stale = await this.change((current) => {
      const outcome = askPrompt(current.book, { id, kind: request.kind, page }, this.ports.nowMs());
      if (outcome.kind === 'refused') throw new AppError(outcome.code);
      return { next: keepOpen({ book: outcome.book, requests: { ...current.requests, [id]: request } }), result: outcome.staleWindowIds };
    });
    await Promise.all(stale.map((windowId) => this.ports.closeWindow(windowId)));
    await this.show(id);
    return id;
  }

  /** A question that nobody can see must not keep its tab busy. */
  private async show(id: string): Promise<void> {
    try {
      const windowId = await this.ports.openWindow(id);
      if (windowId !== undefined)
        await this.change(({ book, requests }) => ({ next: { book: setPromptWindow(book, id, windowId), requests }, result: undefined }));
    } catch (error) {
      await this.end(id, 'cancelled');
      throw error;
    }
  }

  /** How the question stands now. */
  async read(id: string): Promise<PromptStanding> {
    const { book, requests } = await this.load();
    const current = expirePrompts(book, this.ports.nowMs());
    const prompt = current.prompts.find((each) => each.id === id);
    const request = requests[id];
    if (!prompt?.page || !request) return { kind: 'over', reason: 'closed' };
    if (prompt.state !== 'waiting') return { kind: 'over', reason: prompt.state };
    return { kind: 'open', prompt: { id, page: prompt.page, createdAtMs: prompt.createdAtMs, request } };
  }

  /**
   * The question, which must still wait, and whose page must be there at this moment: a tab tells that it has gone on
   * only when the next page is whole, and a page may take its time.
   * @throws AppError `page_gone`, `prompt_over`
   */
  async require(id: string): Promise<OpenPrompt> {
    const standing = await this.read(id);
    if (standing.kind === 'over') throw new AppError(standing.reason === 'gone' ? 'page_gone' : 'prompt_over');
    const { page } = standing.prompt;
    if (await this.ports.isThere(page)) return standing.prompt;
    await this.pagesChanged(page.tabId, ({ documentId }) => documentId !== page.documentId);
    throw new AppError('page_gone');
  }

  /**
   * Runs `act`, which answers the question: for one caller at a time, so that of two clicks, from whichever window, one
   * counts. A no that comes meanwhile waits for it, for who asked must not get both.
   * @throws AppError `answer_under_way`, what `require` throws, and what `act` throws
   */
  async decide<Result>(id: string, act: (prompt: OpenPrompt) => Promise<Result>): Promise<Result> {
    if (this.deciding.has(id)) throw new AppError('answer_under_way');
    return this.hold(id, this.require(id).then(act));
  }

  /** Puts `request` in the place of what was kept of the question; nothing happens where it is over. */
  async update(id: string, request: PromptRequest): Promise<void> {
    await this.change(({ book, requests }) => ({
      next: findWaiting(book, id, this.ports.nowMs()) ? { book, requests: { ...requests, [id]: request } } : { book, requests },
      result: undefined,
    }));
  }

  /** Ends the question. Whoever waits for it is told, unless it was granted: then the answer itself tells. */
  async end(id: string, end: PromptEnd): Promise<void> {
    const ended = await this.change(({ book, requests }) => {
      const prompt = book.prompts.find((each) => each.id === id);
      return {
        next: keepOpen({ book: endPrompt(book, id, end, this.ports.nowMs()), requests }),
        result: { prompt, request: requests[id] },
      };
    });
    await this.tell(ended.prompt, ended.request, end);
  }

  /** Ends the question and closes its window; in this order, for a window that closes under an open question is a no. */
  async dismiss(id: string, end: PromptEnd): Promise<void> {
    await this.refuse(id, () => this.close(id, end));
  }

  private async close(id: string, end: PromptEnd): Promise<void> {
    const { book } = await this.load();
    const windowId = book.prompts.find((each) => each.id === id)?.windowId;
    try {
      await this.end(id, end);
    } finally {
      if (typeof windowId === 'number') await this.ports.closeWindow(windowId);
    }
  }

  /** The citizen closed a window: that is a no. */
  async windowClosed(windowId: number): Promise<void> {
    const { book } = await this.load();
    const prompt = book.prompts.find((each) => each.windowId === windowId);
    if (!prompt) return;
    await this.refuse(prompt.id, () => this.end(prompt.id, prompt.state === 'waiting' ? 'denied' : 'cancelled'));
  }

  /** Every question that still waits. */
  async listOpen(): Promise<OpenPrompt[]> {
    const { book } = await this.load();
    const standings = await Promise.all(book.prompts.map(({ id }) => this.read(id)));
    return standings.flatMap((standing) => (standing.kind === 'open' ? [standing.prompt] : []));
  }

  /** The pages of a tab that have an open question. */
  async listPages(tabId: number): Promise<PromptPage[]> {
    const { book } = await this.load();
    return book.prompts.flatMap(({ page, state }) => (page?.tabId === tabId && state === 'waiting' ? [page] : []));
  }

  /** Pages of a tab have changed: questions of those that are no longer there are over. */
  async pagesChanged(tabId: number, isStillThere: (page: PromptPage) => boolean): Promise<void> {
    await this.change(({ book, requests }) => ({ next: { book: leavePage(book, tabId, isStillThere), requests }, result: undefined }));
  }

  /** The page took its call back (its AbortSignal). */
  async withdraw(page: Pick<PromptPage, 'tabId' | 'documentId'>, requestId: string): Promise<void> {
    const { book, requests } = await this.load();
    const prompt = book.prompts.find(({ id, page: asked }) => {
      const request = requests[id];
      const isSamePage = asked?.tabId === page.tabId && asked.documentId === page.documentId;
      return isSamePage && request?.kind === 'present' && request.channel === 'dc_api' && request.requestId === requestId;
    });
    if (!prompt) return;
    await this.change(({ book: now, requests: kept }) => ({
      next: keepOpen({ book: endPrompt(now, prompt.id, 'cancelled', this.ports.nowMs()), requests: kept }),
      result: undefined,
    }));
    if (prompt.windowId !== null) await this.ports.closeWindow(prompt.windowId);
  }

  /** Ends a question once no answer to it is being made, and keeps answers from being made meanwhile. */
  private async refuse(id: string, end: () => Promise<void>): Promise<void> {
    // How an answer went is told to who made it.
    while (this.deciding.has(id)) await this.deciding.get(id)?.catch(() => undefined);
    await this.hold(id, end());
  }

  private async hold<Result>(id: string, work: Promise<Result>): Promise<Result> {
    this.deciding.set(id, work);
    try {
      return await work;
    } finally {
      this.deciding.delete(id);
    }
  }

  private async tell(prompt: Prompt | undefined, request: PromptRequest | undefined, end: PromptEnd): Promise<void> {
    if (!prompt?.page || !request || end === 'granted' || prompt.state === 'gone') return;
    try {
      await this.ports.onEnd(prompt.page, request, end);
    } catch (error) {
      // Whoever asked has left, cannot be reached, or may not be answered at all: the question is over all the same.
      if (!(error instanceof AppError)) throw error;
    }
  }

  private async load(): Promise<Desk> {
    const stored = desk.safeParse(await this.ports.memory.read());
    return stored.success ? stored.data : { book: emptyPromptBook, requests: {} };
  }

  private change<Result>(decide: (current: Desk) => { readonly next: Desk; readonly result: Result }): Promise<Result> {
    const changed = this.last.then(async () => {
      const { next, result } = decide(await this.load());
      await this.ports.memory.write(next);
      return result;
    });
    this.last = changed.catch(() => undefined);
    return changed;
  }
}

/** Nothing is kept of a question that is no longer in the book. */
function keepOpen({ book, requests }: { readonly book: PromptBook; readonly requests: Record<string, PromptRequest> }): Desk {
  const ids = new Set(book.prompts.map(({ id }) => id));
  return { book, requests: Object.fromEntries(Object.entries(requests).filter(([id]) => ids.has(id))) };
}
