import { getField } from '@daricheh/shared/vocabulary';
import type { FrameInfo, PagePort } from '../../core/autofill/page-port.ts';
import type { FramePlan, HeldValue, PlanLine } from '../../core/autofill/plan/fill-plan.ts';
import type { FillResult, FillView, FrameView, RefusedFrame } from '../../core/autofill/plan/fill-view.ts';
import { planFill } from '../../core/autofill/plan/make-plan.ts';
import type { SiteDescription } from '../../core/consent/describe-site.ts';
import type { Release } from '../../core/consent/release.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

export type FillDeps = {
  readonly page: PagePort;
  readonly describeSite: (tabId: number) => Promise<SiteDescription>;
  /** What the wallet holds. Throws AppError `vault_locked` while it is not open. */
  readonly readHeld: () => Promise<readonly HeldValue[]>;
  /** Writes a row of the ledger, or takes it out again. */
  readonly ledger: { readonly put: (release: Release) => Promise<void>; readonly remove: (id: string) => Promise<void> };
  readonly nowMs: () => number;
  readonly newId: () => string;
};

/** What was ticked in one document: the snapshot that it was shown for, and each control with the text that was shown. */
export type ChosenFrame = {
  readonly documentId: string;
  readonly mark: string;
  readonly lines: readonly { readonly handle: number; readonly shown: string }[];
};

/** Reads forms, plans, writes and takes back: each by one gesture in a page of ours. */
export function createFillHandlers(deps: FillDeps): FeatureHandlers<'fill'> {
  return {
    'fill/look': ({ tabId }) => look(tabId, deps),
    'fill/write': ({ tabId, frames, sendsElsewhere }) => write(tabId, frames, sendsElsewhere, deps),
    'fill/undo': async ({ tabId }) => {
      const frames = await deps.page.listFrames(tabId);
      const counts = await Promise.all(frames.map(({ documentId }) => deps.page.undo(tabId, documentId).catch(() => 0)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

async function look(tabId: number, deps: FillDeps): Promise<FillView> {
  const held = await deps.readHeld();
  const site = await deps.describeSite(tabId);
  if (site.kind !== 'registered' && site.kind !== 'unknown') return { kind: 'closed', site };
  const frames = await deps.page.listFrames(tabId).catch(() => []);
  const top = frames.find((frame) => frame.isTop);
  if (!top || top.origin !== site.origin) return { kind: site.isEnabled ? 'unreadable' : 'closed', site };
  const own = frames.filter((frame) => frame.origin === site.origin);
  const views = await Promise.all(own.map((frame) => viewFrame(tabId, frame, held, deps)));
  return {
    kind: 'open',
    site,
    frames: views.flatMap((view) => view ?? []),
    refused: frames.flatMap((frame) => refuse(frame, site.origin)),
    hasData: held.length > 0,
  };
}

/** A frame that leaves while it is read has nothing to fill. */
async function viewFrame(tabId: number, frame: FrameInfo, held: readonly HeldValue[], deps: FillDeps): Promise<FrameView | undefined> {
  const snapshot = await deps.page.snapshot(tabId, frame.documentId).catch(() => undefined);
  if (!snapshot || snapshot.fields.length === 0) return undefined;
  return { documentId: frame.documentId, plan: planFill(snapshot, held, frame.origin) };
}

function refuse({ origin }: FrameInfo, own: string): RefusedFrame[] {
  if (origin === own) return [];
  return [origin === 'null' ? { why: 'unsupported' } : { why: 'cross-origin', origin }];
}

/** Looks again, and writes only what is still as it was shown. Everything is written, or, where any form has changed, nothing. */
async function write(tabId: number, chosen: readonly ChosenFrame[], sendsElsewhere: boolean, deps: FillDeps): Promise<FillResult> {
  const view = await look(tabId, deps);
  if (view.kind !== 'open') return { kind: 'form-changed' };
  const orders = chosen.map((frame) => matchFrame(frame, view.frames, sendsElsewhere));
  const release = makeRelease(
    view.site,
    orders.flatMap((order) => order?.lines ?? []),
    deps,
  );
  if (orders.some((order) => order === undefined)) return { kind: 'form-changed' };
  await deps.ledger.put({ ...release, outcome: 'unknown' });
  const result = await writeFrames(
    tabId,
    orders.flatMap((order) => order ?? []),
    deps,
  );
  await (hasLeft(result) ? deps.ledger.put(release) : deps.ledger.remove(release.id));
  return result;
}

type FrameOrder = { readonly documentId: string; readonly mark: string; readonly lines: readonly PlanLine[] };

/** The lines that were ticked, as they stand in the plan of this moment; undefined where the plan is no longer the one that was shown. */
function matchFrame(chosen: ChosenFrame, frames: readonly FrameView[], sendsElsewhere: boolean): FrameOrder | undefined {
  const plan: FramePlan | undefined = frames.find((frame) => frame.documentId === chosen.documentId)?.plan;
  if (!plan || plan.mark !== chosen.mark || (plan.postsTo.length > 0 && !sendsElsewhere)) return undefined;
  const lines = chosen.lines.map(({ handle, shown }) => plan.lines.find((line) => line.handle === handle && line.shown === shown));
  const found = lines.flatMap((line) => line ?? []);
  return found.length === lines.length ? { documentId: chosen.documentId, mark: plan.mark, lines: found } : undefined;
}

async function writeFrames(tabId: number, orders: readonly FrameOrder[], deps: FillDeps): Promise<FillResult> {
  const outcomes: Extract<FillResult, { kind: 'done' }>['outcomes'][number][] = [];
  for (const [place, { documentId, mark, lines }] of orders.entries()) {
    const answer = await deps.page.write(tabId, documentId, { mark, writes: lines.map((line) => line.write) });
    if (answer.kind === 'form-changed') {
      await Promise.all(orders.slice(0, place).map((order) => deps.page.undo(tabId, order.documentId)));
      return answer;
    }
    outcomes.push(...answer.results.map((result) => ({ documentId, ...result })));
  }
  return { kind: 'done', outcomes };
}

/** Whatever stood in a control for a moment could be read there, also where it was put back. */
function hasLeft(result: FillResult): boolean {
  return result.kind === 'done' && result.outcomes.some(({ outcome }) => outcome !== 'unseen' && outcome !== 'gone');
}

function makeRelease(site: SiteDescription, lines: readonly PlanLine[], { nowMs, newId }: FillDeps): Release {
  const byDatum = new Map(lines.map((line) => [line.datum, line]));
  return {
    id: newId(),
    kind: 'fill',
    atMs: nowMs(),
    receiver: { origin: site.kind === 'none' ? '' : site.origin, agency: site.kind === 'registered' ? site.agency : null },
    purpose: null,
    items: [...byDatum.values()].map(({ datum, source }) => ({ datum, label: { fa: getField(datum).fa, en: getField(datum).en }, source })),
    outcome: 'sent',
  };
}
