import { AppError } from '@daricheh/shared/errors';
import type { FormMap } from '@daricheh/shared/form-map';
import { type Classified, classifyPage } from '../../core/autofill/classify.ts';
import { findMappedFields } from '../../core/autofill/form-map/find-mapped-fields.ts';
import type { CorrectionEnd } from '../../core/autofill/learning/correction.ts';
import { recallAnswers } from '../../core/autofill/learning/learn-answer.ts';
import type { LearnedAnswer } from '../../core/autofill/learning/learned-answer.ts';
import type { FrameInfo, PagePort } from '../../core/autofill/page-port.ts';
import type { FramePlan, HeldValue } from '../../core/autofill/plan/fill-plan.ts';
import type {
  AllowedFrame,
  FillableSite,
  FillResult,
  FillView,
  FrameView,
  PickedRelative,
  RefusedFrame,
  UndoResult,
} from '../../core/autofill/plan/fill-view.ts';
import { addAge } from '../../core/autofill/plan/held-values.ts';
import { planFill } from '../../core/autofill/plan/make-plan.ts';
import { addParentNames, type CertifiedChild, makeRelatives, type Relative } from '../../core/autofill/plan/relatives.ts';
import { readStep } from '../../core/autofill/read-step.ts';
import type { PageSnapshot } from '../../core/autofill/snapshot.ts';
import type { SiteDescription } from '../../core/consent/describe-site.ts';
import type { Release } from '../../core/consent/release.ts';
import type { FamilyMember } from '../../core/family/family-member.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';
import { type Correction, forgetSite, keepCorrection, type LearnedStore, listLearnedSites } from './keep-corrections.ts';
import { type FrameOrder, makeReleases, type ReleaseDeps } from './make-releases.ts';
import { createStepsBefore, type StepsBefore } from './steps-before.ts';

export type FillDeps = ReleaseDeps & {
  readonly page: PagePort;
  readonly describeSite: (tabId: number) => Promise<SiteDescription>;
  /** What the wallet holds. Throws AppError `vault_locked` while it is not open. */
  readonly readHeld: () => Promise<readonly HeldValue[]>;
  /** Whom the wallet knows beside the citizen. */
  readonly readFamily: () => Promise<readonly FamilyMember[]>;
  /** The children whom a document of the citizen's describes. */
  readonly readChildren: () => Promise<readonly CertifiedChild[]>;
  readonly learned: LearnedStore;
  /** What the agency at an origin says of its own forms; undefined where it says nothing that holds. */
  readonly findFormMap: (origin: string) => Promise<FormMap | undefined>;
  /** Writes a row of the ledger, or takes it out again. */
  readonly ledger: { readonly put: (release: Release) => Promise<void>; readonly remove: (id: string) => Promise<void> };
};

type LookDeps = FillDeps & { readonly steps: StepsBefore };

/** A line that was ticked: its control, the text that was shown, and whether something stood in the control already. */
type ChosenLine = { readonly handle: number; readonly shown: string; readonly isTaken?: boolean | undefined };

/** What was ticked in one document: the snapshot that it was shown for, and the lines. */
export type ChosenFrame = { readonly documentId: string; readonly mark: string; readonly lines: readonly ChosenLine[] };

type Order = {
  readonly tabId: number;
  readonly frames: readonly ChosenFrame[];
  readonly sendsElsewhere: boolean;
  readonly allowed?: readonly AllowedFrame[] | undefined;
  readonly picked?: readonly PickedRelative[] | undefined;
};

type Asked = Pick<Order, 'tabId' | 'allowed' | 'picked'>;

type CorrectOrder = Correction & { readonly documentId: string; readonly allowed?: readonly AllowedFrame[] | undefined };

/** How many fields were filled in a tab, on which site; kept for as long as the worker lives. */
type Progress = Map<number, { readonly origin: string; readonly filled: number; readonly atMs: number }>;

const progressMs = 30 * 60_000;
/** One wait; whoever wants to wait longer asks again. */
const waitMs = 8_000;

/** Reads forms, plans, writes and takes back: each by one gesture in a page of ours. */
export function createFillHandlers(given: FillDeps): FeatureHandlers<'fill'> {
  const deps: LookDeps = { ...given, steps: createStepsBefore(given.nowMs) };
  const progress: Progress = new Map();
  return {
    'fill/look': async (asked) => countBefore(asked.tabId, await look(asked, deps), progress, deps.nowMs()),
    'fill/write': async (order) => {
      const result = await write(order, deps);
      await noteProgress(order.tabId, result, progress, deps);
      return result;
    },
    'fill/undo': async ({ tabId }) => {
      progress.delete(tabId);
      return undoAll(tabId, deps);
    },
    'fill/correct': (order) => correct(order, deps),
    'fill/forget': async ({ id }) => {
      await deps.learned.remove([id]);
      return null;
    },
    'fill/learned': () => listLearnedSites(deps.learned),
    'fill/forget-site': async ({ origin }) => {
      await forgetSite(origin, deps.learned);
      return null;
    },
    'fill/wait': ({ tabId, frames }) => waitForAny(frames.map((seen) => () => waitForFrame(tabId, seen, deps))),
  };
}

/** A frame that has left has nothing to take back. */
async function undoAll(tabId: number, { page }: FillDeps): Promise<UndoResult> {
  const frames = await page.listFrames(tabId);
  const answers = await Promise.all(
    frames.map(async ({ documentId }) => {
      const { left, ...counts } = await page.undo(tabId, documentId).catch(() => ({ restored: 0, left: [], gone: 0 }));
      return { ...counts, left: left.map((handle) => ({ documentId, handle })) };
    }),
  );
  const add = (count: 'restored' | 'gone') => answers.reduce((sum, answer) => sum + answer[count], 0);
  return { restored: add('restored'), left: answers.flatMap(({ left }) => left), gone: add('gone') };
}

async function look({ tabId, allowed = [], picked = [] }: Asked, deps: LookDeps): Promise<FillView> {
  const own = addAge(await deps.readHeld(), deps.nowMs());
  const relatives = makeRelatives(await deps.readFamily(), own, deps.nowMs(), await deps.readChildren());
  const held = addParentNames(own, relatives);
  const site = await deps.describeSite(tabId);
  if (site.kind !== 'registered' && site.kind !== 'unknown') return { kind: 'closed', site };
  const found = await openFrames(tabId, site, allowed, deps);
  if (!found) return { kind: site.isEnabled ? 'unreadable' : 'closed', site };
  const known = await deps.learned.list();
  const views = await Promise.all(found.open.map((each) => viewFrame(tabId, each, { held, relatives, picked, known }, deps)));
  return {
    kind: 'open',
    site,
    frames: views.flatMap((view) => view ?? []),
    refused: found.refused,
    filledBefore: 0,
    hasData: held.length + relatives.length > 0,
  };
}

/** The frames of a tab that may be read, and those that get nothing; undefined where the tab no longer shows this site. */
async function openFrames(tabId: number, site: FillableSite, allowed: readonly AllowedFrame[], deps: FillDeps) {
  const frames = await deps.page.listFrames(tabId).catch(() => []);
  if (frames.find((frame) => frame.isTop)?.origin !== site.origin) return undefined;
  const sorted = await Promise.all(frames.map((frame) => sortFrame(frame, site.origin, allowed, deps)));
  return {
    open: sorted.flatMap((each) => ('refused' in each ? [] : [each])),
    refused: [...sorted.flatMap((each) => ('refused' in each ? [each.refused] : [])), ...listShut(frames)],
  };
}

/** Keeps a correction of a form that the panel shows; of no other frame of the tab. */
async function correct(order: CorrectOrder, deps: FillDeps): Promise<CorrectionEnd> {
  const site = onlyFillable(await deps.describeSite(order.tabId));
  const found = site && (await openFrames(order.tabId, site, order.allowed ?? [], deps));
  const opened = found?.open.find(({ frame }) => frame.documentId === order.documentId);
  return opened ? keepCorrection(order, opened.frame, deps) : 'form-changed';
}

/** Frames that pages name by their address, and that the browser does not show us. */
function listShut(frames: readonly FrameInfo[]): RefusedFrame[] {
  const known = new Set(frames.map(({ origin }) => origin));
  const named = new Set(frames.flatMap(({ inner }) => inner));
  return [...named].filter((origin) => !known.has(origin)).map((origin) => ({ why: 'shut', origin }));
}

type OpenFrame = { readonly frame: FrameInfo; readonly foreign: string | undefined };

/** Frames of the page's own origin are open; another's only where the citizen has allowed this very document, its origin named, and that origin is safe. */
async function sortFrame(
  frame: FrameInfo,
  own: string,
  allowed: readonly AllowedFrame[],
  { describeOrigin }: FillDeps,
): Promise<OpenFrame | { readonly refused: RefusedFrame }> {
  const { origin, documentId } = frame;
  if (origin === own) return { frame, foreign: undefined };
  if (origin === 'null') return { refused: { why: 'unsupported' } };
  const { kind } = await describeOrigin(origin);
  if (kind !== 'registered' && kind !== 'unknown') return { refused: { why: 'unsafe', origin } };
  const isAllowed = allowed.some((each) => each.documentId === documentId && each.origin === origin);
  return isAllowed ? { frame, foreign: origin } : { refused: { why: 'cross-origin', origin, documentId } };
}

type Known = {
  readonly held: readonly HeldValue[];
  readonly relatives: readonly Relative[];
  readonly picked: readonly PickedRelative[];
  readonly known: readonly LearnedAnswer[];
};

/** A frame that leaves while it is read has nothing to fill. */
async function viewFrame(
  tabId: number,
  { frame, foreign }: OpenFrame,
  { held, relatives, picked, known }: Known,
  deps: LookDeps,
): Promise<FrameView | undefined> {
  const snapshot = await deps.page.snapshot(tabId, frame.documentId).catch(() => undefined);
  if (!snapshot || snapshot.fields.length === 0) return undefined;
  const learned = await recallAnswers(snapshot, frame, known);
  const mapped = findMappedFields(snapshot, frame.path, await deps.findFormMap(frame.origin));
  const guesses = classifyStep(tabId, frame, snapshot, deps.steps);
  const { documentId } = frame;
  const family = { relatives, picked: listPicked(picked, documentId, snapshot) };
  return { documentId, foreign, plan: planFill(snapshot, held, frame.origin, { mapped, learned }, guesses, family) };
}

/** The next step of a form may be about the next child: what was said of one step says nothing of another. */
function listPicked(picked: readonly PickedRelative[], documentId: string, { stage = '' }: PageSnapshot): string[] {
  return picked.filter((each) => each.documentId === documentId && each.stage === stage).map(({ id }) => id);
}

/** What the classifier makes of a page, and of whom the step before it was about. Frames stand side by side, not one after another: the page's own alone is a step. */
function classifyStep(tabId: number, frame: FrameInfo, snapshot: PageSnapshot, steps: StepsBefore): Classified[] {
  if (!frame.isTop) return classifyPage(snapshot);
  const earlier = steps.recall(tabId, frame);
  const answers = classifyPage(snapshot, earlier);
  steps.note(tabId, frame, readStep(snapshot, answers, earlier));
  return answers;
}

/** Looks again, and writes only what is still as it was shown. Everything is written, or, where any form has changed, nothing. */
async function write(order: Order, deps: LookDeps): Promise<FillResult> {
  const { tabId, frames, sendsElsewhere } = order;
  const view = await look(order, deps);
  if (view.kind !== 'open') return { kind: 'form-changed' };
  const matched = frames.map((frame) => matchFrame(frame, view.frames, sendsElsewhere));
  const orders = matched.flatMap((order) => order ?? []);
  if (orders.length < matched.length) return { kind: 'form-changed' };
  const releases = await makeReleases(view.site, orders, deps);
  for (const release of releases) await deps.ledger.put({ ...release, outcome: 'unknown' });
  const result = await writeFrames(tabId, orders, deps);
  for (const release of releases) await (hasLeft(result) ? deps.ledger.put(release) : deps.ledger.remove(release.id));
  return result;
}

/** The lines that were ticked, as they stand in the plan of this moment; undefined where the plan is no longer the one that was shown. */
function matchFrame(chosen: ChosenFrame, frames: readonly FrameView[], sendsElsewhere: boolean): FrameOrder | undefined {
  const frame = frames.find(({ documentId }) => documentId === chosen.documentId);
  const plan: FramePlan | undefined = frame?.plan;
  if (!frame || !plan || plan.mark !== chosen.mark || (plan.postsTo.length > 0 && !sendsElsewhere)) return undefined;
  const pairs = chosen.lines.map((wanted) => ({
    wanted,
    line: plan.lines.find((each) => each.handle === wanted.handle && each.shown === wanted.shown),
  }));
  const found = pairs.flatMap(({ wanted, line }) => (line ? [{ line, isKept: line.isTaken && !wanted.isTaken }] : []));
  if (found.length < pairs.length) return undefined;
  return {
    documentId: chosen.documentId,
    foreign: frame.foreign,
    mark: plan.mark,
    lines: found.flatMap(({ line, isKept }) => (isKept ? [] : [line])),
    kept: found.flatMap(({ line, isKept }) => (isKept ? [line.handle] : [])),
  };
}

type Outcomes = Extract<FillResult, { kind: 'done' }>['outcomes'];

async function writeFrames(tabId: number, orders: readonly FrameOrder[], deps: FillDeps): Promise<FillResult> {
  const outcomes: Outcomes[number][] = [];
  for (const [place, { documentId, mark, lines, kept }] of orders.entries()) {
    const answer = await deps.page.write(tabId, documentId, { mark, writes: lines.map((line) => line.write) });
    if (answer.kind === 'form-changed') {
      await Promise.all(orders.slice(0, place).map((order) => deps.page.undo(tabId, order.documentId)));
      return answer;
    }
    outcomes.push(...answer.results.map((result) => ({ documentId, ...result })));
    outcomes.push(...kept.map((handle) => ({ documentId, handle, outcome: 'kept' as const })));
  }
  return { kind: 'done', outcomes };
}

/** Whatever stood in a control for a moment could be read there, also where it was put back. */
function hasLeft(result: FillResult): boolean {
  return result.kind === 'done' && result.outcomes.some(({ outcome }) => outcome !== 'unseen' && outcome !== 'gone' && outcome !== 'kept');
}

async function noteProgress(tabId: number, result: FillResult, progress: Progress, { describeSite, nowMs }: FillDeps): Promise<void> {
  if (result.kind !== 'done') return;
  const site: FillableSite | undefined = onlyFillable(await describeSite(tabId));
  if (!site) return;
  const filled = result.outcomes.filter(({ outcome }) => outcome === 'written').length;
  const before = readProgress(tabId, site.origin, progress, nowMs());
  progress.set(tabId, { origin: site.origin, filled: before + filled, atMs: nowMs() });
}

function onlyFillable(site: SiteDescription): FillableSite | undefined {
  return site.kind === 'registered' || site.kind === 'unknown' ? site : undefined;
}

function countBefore(tabId: number, view: FillView, progress: Progress, nowMs: number): FillView {
  return view.kind === 'open' ? { ...view, filledBefore: readProgress(tabId, view.site.origin, progress, nowMs) } : view;
}

function readProgress(tabId: number, origin: string, progress: Progress, nowMs: number): number {
  const known = progress.get(tabId);
  return known && known.origin === origin && nowMs - known.atMs < progressMs ? known.filled : 0;
}

type SeenFrame = { readonly documentId: string; readonly mark: string; readonly stage: string };

/** A document that has left is another page by now. */
async function waitForFrame(tabId: number, { documentId, mark, stage }: SeenFrame, { page }: FillDeps): Promise<boolean> {
  return page
    .wait(tabId, documentId, { mark, stage, forMs: waitMs })
    .catch((error) => error instanceof AppError && error.code === 'page_gone');
}

/** True as soon as one of them is; false when none was. */
async function waitForAny(waits: readonly (() => Promise<boolean>)[]): Promise<boolean> {
  const settled = waits.map(async (wait) => {
    if (!(await wait())) throw noChange;
    return true;
  });
  return Promise.any(settled).catch(() => false);
}

const noChange = Symbol('no change');
