import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { type FieldId, findDocumentTypeId, getDocumentType, getField, listDocumentClaims } from '@daricheh/shared/vocabulary';
import { type AttachResult, nameFile, type UploadFrame, type UploadLine } from '../../core/attachments/attach-view.ts';
import { planUploads } from '../../core/attachments/plan-uploads.ts';
import type { UploadAnswer, UploadFile, UploadSnapshot } from '../../core/attachments/upload-field.ts';
import type { FrameInfo } from '../../core/autofill/page-port.ts';
import type { SiteDescription } from '../../core/consent/describe-site.ts';
import type { DocumentView } from '../../core/consent/document-view.ts';
import type { Release, ReleasedItem } from '../../core/consent/release.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

export type AttachDeps = {
  readonly page: {
    readonly listFrames: (tabId: number) => Promise<readonly FrameInfo[]>;
    readonly snapshot: (tabId: number, documentId: string) => Promise<UploadSnapshot>;
    readonly put: (
      tabId: number,
      documentId: string,
      order: { readonly mark: string; readonly files: UploadFile[] },
    ) => Promise<UploadAnswer>;
    readonly undo: (tabId: number, documentId: string) => Promise<number>;
  };
  readonly describeSite: (tabId: number) => Promise<SiteDescription>;
  /** Every document in the wallet. Throws AppError `vault_locked` while it is not open. */
  readonly listDocuments: () => Promise<readonly DocumentView[]>;
  /** Writes a row of the ledger, or takes it out again. */
  readonly ledger: { readonly put: (release: Release) => Promise<void>; readonly remove: (id: string) => Promise<void> };
  readonly nowMs: () => number;
  readonly newId: () => string;
};

type FillableSite = Extract<SiteDescription, { kind: 'registered' | 'unknown' }>;
type Look = { readonly site: FillableSite; readonly frames: readonly UploadFrame[] };
/** One file for a box, and the document that it is a copy of. */
type ChosenFile = Omit<UploadFile, 'handle'> & { readonly handle: number; readonly credentialId: string };
type ChosenFrame = { readonly documentId: string; readonly mark: string; readonly files: readonly ChosenFile[] };

/** Copies of documents for a page's file boxes: each ticked by the citizen, drawn in a page of ours, and a release of all that stands in it. */
export function createAttachHandlers(deps: AttachDeps): FeatureHandlers<'attach'> {
  return {
    'attach/look': async ({ tabId }) => (await look(tabId, deps))?.frames ?? [],
    'attach/write': ({ tabId, frames }) => write(tabId, frames, deps),
    'attach/undo': async ({ tabId }) => {
      const frames = await deps.page.listFrames(tabId);
      const counts = await Promise.all(frames.map(({ documentId }) => deps.page.undo(tabId, documentId).catch(() => 0)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

/** Frames of the page's own origin alone, as with every fill. */
async function look(tabId: number, deps: AttachDeps): Promise<Look | undefined> {
  const held = [...(await deps.listDocuments())].sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  const site = await deps.describeSite(tabId);
  if (site.kind !== 'registered' && site.kind !== 'unknown') return undefined;
  const frames = await deps.page.listFrames(tabId).catch(() => []);
  const own = frames.some(({ isTop, origin }) => isTop && origin === site.origin)
    ? frames.filter(({ origin }) => origin === site.origin)
    : [];
  const views = await Promise.all(own.map((frame) => viewFrame(tabId, frame, held, deps)));
  return { site, frames: views.flatMap((view) => view ?? []) };
}

/** A frame that leaves while it is read has nothing to fill. */
async function viewFrame(
  tabId: number,
  { documentId, origin }: FrameInfo,
  held: readonly DocumentView[],
  deps: AttachDeps,
): Promise<UploadFrame | undefined> {
  const snapshot = await deps.page.snapshot(tabId, documentId).catch(() => undefined);
  if (!snapshot || snapshot.fields.length === 0) return undefined;
  return { documentId, mark: snapshot.mark, lines: planUploads(snapshot, held, origin) };
}

/** Looks again; where any box no longer asks what was shown, nothing is put anywhere. The ledger knows of it before the page does. */
async function write(tabId: number, chosen: readonly ChosenFrame[], deps: AttachDeps): Promise<AttachResult> {
  const seen = await look(tabId, deps);
  const matched = chosen.map((frame) => matchFrame(frame, seen?.frames ?? []));
  if (!seen || matched.some((documents) => documents === undefined)) return { kind: 'form-changed' };
  const release = makeRelease(
    seen.site,
    matched.flatMap((documents) => documents ?? []),
    deps,
  );
  await deps.ledger.put({ ...release, outcome: 'unknown' });
  const result = await putAll(tabId, chosen, deps);
  const hasLeft = result.kind === 'done' && result.outcomes.some(({ outcome }) => outcome === 'written' || outcome === 'changed');
  await (hasLeft ? deps.ledger.put(release) : deps.ledger.remove(release.id));
  return result;
}

/** The documents whose copies were chosen, as the plan of this moment offers them; undefined where it offers another. */
function matchFrame({ documentId, mark, files }: ChosenFrame, frames: readonly UploadFrame[]): DocumentView[] | undefined {
  const frame = frames.find((each) => each.documentId === documentId);
  if (!frame || frame.mark !== mark) return undefined;
  const isTwice = new Set(files.map(({ handle, name }) => `${handle} ${name}`)).size < files.length;
  const found = isTwice ? [undefined] : files.map((file) => matchFile(file, frame.lines));
  return found.every((document) => document !== undefined) ? found : undefined;
}

function matchFile(file: ChosenFile, lines: readonly UploadLine[]): DocumentView | undefined {
  const line = lines.find((each) => each.kind === 'offer' && each.handle === file.handle && nameFile(each) === file.name);
  if (line?.kind !== 'offer' || line.file.type !== file.type) return undefined;
  const { length } = decodeBase64Url(file.data);
  if (line.limitBytes !== null && length > line.limitBytes) throw new AppError('body_too_large');
  return line.documents.find(({ id }) => id === file.credentialId);
}

async function putAll(tabId: number, chosen: readonly ChosenFrame[], { page }: AttachDeps): Promise<AttachResult> {
  const outcomes: Extract<AttachResult, { kind: 'done' }>['outcomes'][number][] = [];
  for (const [place, { documentId, mark, files }] of chosen.entries()) {
    const order = { mark, files: files.map(({ credentialId: _document, ...file }) => file) };
    const answer = await page.put(tabId, documentId, order);
    if (answer.kind === 'form-changed') {
      await Promise.all(chosen.slice(0, place).map((frame) => page.undo(tabId, frame.documentId)));
      return answer;
    }
    outcomes.push(...answer.results.map((result) => ({ documentId, ...result })));
  }
  return { kind: 'done', outcomes };
}

/** A copy shows all that its document holds, so all of it is released. */
function makeRelease(site: FillableSite, documents: readonly DocumentView[], { nowMs, newId }: AttachDeps): Release {
  return {
    id: newId(),
    kind: 'fill',
    atMs: nowMs(),
    receiver: { origin: site.origin, agency: site.kind === 'registered' ? site.agency : null },
    purpose: null,
    items: [...new Map(documents.map((document) => [document.id, document])).values()].flatMap(listItems),
    outcome: 'sent',
  };
}

function listItems({ vct, claims, portrait }: DocumentView): ReleasedItem[] {
  const type = findDocumentTypeId(vct);
  if (!type) return [];
  const shown = new Set<FieldId | null>(claims.map(({ datum }) => datum));
  const source = getDocumentType(type).vct;
  return listDocumentClaims(type)
    .filter(({ datum }) => shown.has(datum) || (datum === 'photo' && portrait !== null))
    .map(({ datum, path }) => ({
      datum,
      label: { fa: getField(datum).fa, en: getField(datum).en },
      source: { kind: 'credential', vct: source, claim: [...path] },
    }));
}
