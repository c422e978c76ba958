/** The document that asks, as the browser names it. */
type Caller = { readonly documentId: string };
type Arrival = { readonly whenThere: Promise<unknown>; readonly takeBack: () => void };

/**
 * Calls of pages whose question is on its way to the desk. A page may take back at once what it has just asked (its
 * AbortSignal); what is not there yet could not be withdrawn, and would stay.
 */
export class ArrivingCalls {
  readonly #arrivals = new Map<string, Arrival>();

  /** Runs `bring`, which asks `isTakenBack` before it opens anything. */
  async follow<Result>(caller: Caller, requestId: string, bring: (isTakenBack: () => boolean) => Promise<Result>): Promise<Result> {
    const key = keyOf(caller, requestId);
    let isTakenBack = false;
    const whenThere = bring(() => isTakenBack);
    const arrival = {
      whenThere,
      takeBack: () => {
        isTakenBack = true;
      },
    };
    this.#arrivals.set(key, arrival);
    try {
      return await whenThere;
    } finally {
      // A page that uses an id twice at once may have put another in its place.
      if (this.#arrivals.get(key) === arrival) this.#arrivals.delete(key);
    }
  }

  /** Marks the call as taken back. When it returns, its question is at the desk, or never will be. */
  async takeBack(caller: Caller, requestId: string): Promise<void> {
    const arrival = this.#arrivals.get(keyOf(caller, requestId));
    if (!arrival) return;
    arrival.takeBack();
    // What went wrong on its way is told to who asked.
    await arrival.whenThere.catch(() => undefined);
  }
}

function keyOf({ documentId }: Caller, requestId: string): string {
  return `${documentId} ${requestId}`;
}
