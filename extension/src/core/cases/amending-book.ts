import { type EarlierSubmission, earlierSubmission } from '@daricheh/shared/submission';
import * as z from 'zod/mini';

/** How long a tab that was opened for it lets a form be an amendment. */
const lastsMs = 12 * 3_600_000;

/**
 * A tab that the wallet itself has opened so that a case be amended there. Only what is signed in that tab, at that origin, with that form,
 * amends; no page can bring it about, or learn of it.
 */
const amending = z.strictObject({
  tabId: z.number(),
  origin: z.string(),
  formUri: z.string(),
  caseId: z.string(),
  earlier: earlierSubmission,
  startedAtMs: z.number(),
});
export type Amending = z.infer<typeof amending>;
const book = z.array(amending);

/** Which case the next signature amends, as a question remembers it. */
export type AmendedCase = EarlierSubmission & { readonly caseId: string };

export type AmendingPorts = {
  /** Plain data in memory: gone when the browser closes, closed to content scripts. */
  readonly memory: { read(): Promise<unknown>; write(value: unknown): Promise<void> };
  readonly nowMs: () => number;
};

/** The tabs in which cases are being amended. Changes follow one another, whatever asks for them at the same time. */
export class AmendingBook {
  private readonly ports: AmendingPorts;
  private last: Promise<unknown> = Promise.resolve();

  constructor(ports: AmendingPorts) {
    this.ports = ports;
  }

  /** Opens the tab; from then on that form in it amends the case, and nothing else in it does. A page that is there at once is not answered before. */
  start(begun: Omit<Amending, 'startedAtMs' | 'tabId'>, openTab: () => Promise<number>): Promise<void> {
    const startedAtMs = this.ports.nowMs();
    return this.change(async (all) => {
      const tabId = await openTab();
      return [...all.filter((each) => each.tabId !== tabId), { ...begun, tabId, startedAtMs }];
    });
  }

  /** The case that this form in this tab amends; null where it amends none. */
  async find({ tabId, origin }: Pick<Amending, 'tabId' | 'origin'>, formUri: string): Promise<AmendedCase | null> {
    await this.last;
    const href = URL.canParse(formUri, origin) ? new URL(formUri, origin).href : formUri;
    const found = (await this.load()).find((each) => each.tabId === tabId && each.origin === origin && each.formUri === href);
    return found ? { caseId: found.caseId, ...found.earlier } : null;
  }

  /** What is signed in that tab from now on is new. */
  end(tabId: number): Promise<void> {
    return this.change(async (all) => all.filter((each) => each.tabId !== tabId));
  }

  private async load(): Promise<readonly Amending[]> {
    const stored = book.safeParse(await this.ports.memory.read());
    return stored.success ? stored.data.filter(({ startedAtMs }) => this.ports.nowMs() - startedAtMs < lastsMs) : [];
  }

  private change(make: (all: readonly Amending[]) => Promise<readonly Amending[]>): Promise<void> {
    const changed = this.last.then(async () => this.ports.memory.write(await make(await this.load())));
    this.last = changed.catch(() => undefined);
    return changed;
  }
}

/** Under which name the draft of an amendment is kept, apart from that of a new form. */
export function nameAmendmentDraft(formUri: string, caseId: string): string {
  return `${formUri}#amends=${caseId}`;
}

/** True of the draft of an amendment: it is gone on with from its case. */
export function isAmendmentDraft({ form }: { readonly form: string }): boolean {
  return form.includes('#amends=');
}
