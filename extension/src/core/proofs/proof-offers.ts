import { sentLine } from '@daricheh/shared/local-proof';
import * as z from 'zod/mini';

/** A form that was sent just now, of which the citizen may keep a record. */
export const proofOffer = z.strictObject({
  id: z.string(),
  tabId: z.number(),
  atMs: z.number(),
  page: z.strictObject({ origin: z.string(), path: z.string(), title: z.string() }),
  sentTo: z.strictObject({ origin: z.string(), path: z.string(), method: z.enum(['get', 'post']) }),
  sentBy: z.enum(['form', 'script']),
  lines: z.array(sentLine),
  /** JPEG, base64url; null where the browser gave none. */
  picture: z.nullable(z.string()),
});
export type ProofOffer = z.infer<typeof proofOffer>;

/** How long the citizen has to decide. After that, and when the vault is locked, nothing of the form is left. */
export const offerMs = 15 * 60_000;
const mostOffers = 5;

/** Where offers wait: in memory, out of reach of pages, still there when the worker starts anew. */
export type OfferMemory = { read(): Promise<unknown>; write(value: unknown): Promise<void> };

/** The offers of the last minutes, the newest first. One after another: two forms that are sent at once are both kept. */
export class ProofOffers {
  readonly #memory: OfferMemory;
  readonly #nowMs: () => number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(memory: OfferMemory, nowMs: () => number) {
    this.#memory = memory;
    this.#nowMs = nowMs;
  }

  list(): Promise<readonly ProofOffer[]> {
    return this.#inTurn(() => this.#read());
  }

  /** Adds an offer; the same form sent again within a moment (a double click) takes the place of the first. */
  add(offer: ProofOffer): Promise<void> {
    return this.#inTurn(async () => {
      const others = (await this.#read()).filter((each) => !isRepeated(each, offer));
      await this.#memory.write([offer, ...others].slice(0, mostOffers));
    });
  }

  remove(id: string): Promise<void> {
    return this.#inTurn(async () => this.#memory.write((await this.#read()).filter((each) => each.id !== id)));
  }

  clear(): Promise<void> {
    return this.#inTurn(() => this.#memory.write([]));
  }

  async #read(): Promise<readonly ProofOffer[]> {
    const parsed = z.array(proofOffer).safeParse(await this.#memory.read());
    return parsed.success ? parsed.data.filter(({ atMs }) => this.#nowMs() - atMs < offerMs) : [];
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => undefined).then(act);
    this.#last = turn;
    return turn;
  }
}

const doubleClickMs = 3000;

function isRepeated(earlier: ProofOffer, { tabId, page, atMs }: ProofOffer): boolean {
  return earlier.tabId === tabId && earlier.page.path === page.path && atMs - earlier.atMs < doubleClickMs;
}
