import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { decodeManifest, hashManifest, type Manifest, renderView } from '@daricheh/shared/submission';
import type { WaitingLine, WaitingView } from '../consent/batch-view.ts';
import { sha256 } from '../credentials/wallet-crypto.ts';
import { nameSubmission } from './name-submission.ts';
import { findAgency, openAgencyForm, type ReviewedForm, type ReviewPorts } from './review-form.ts';
import type { WaitingForm } from './waiting-form.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;

/** Most forms that may wait: as many as one gesture covers. */
export const maxWaiting = 50;

/** Whether a form may wait: one with files is signed while its page still has them, and one that two people sign is for the other to wait for. */
export function canWait({ manifest }: Ready): boolean {
  return manifest.attachments.length === 0 && manifest.signers === undefined;
}

type Whole = Pick<Ready, 'agency' | 'manifest' | 'bytes' | 'formJws' | 'filled'>;
type Origins = Pick<WaitingForm, 'pageUri' | 'draft' | 'keptAtMs'>;

/** What is kept of a whole form until it is signed. `pageUri`: where it was filled in; `draft`: the name of its draft, if it may have one. */
export function makeWaitingForm({ agency, manifest, bytes, formJws, filled }: Whole, { pageUri, draft, keptAtMs }: Origins): WaitingForm {
  return {
    id: crypto.randomUUID(),
    agency: { id: agency.id, name: agency.name },
    title: nameSubmission(manifest),
    pageUri,
    ...(draft !== undefined && { draft }),
    manifest: encodeBase64Url(bytes),
    formJws,
    keptAtMs,
    ...(filled && { filled }),
  };
}

/**
 * The form as it was reviewed, its definition held anew to the agency's seal: to be signed if it is still what a window shows.
 * @throws AppError `verifier_not_trusted`, `lookalike_origin`, `form_not_trusted`; `form_changed` when its parts are not of one form
 */
export async function openWaitingForm(waiting: WaitingForm, ports: Pick<ReviewPorts, 'trust' | 'nowMs'>): Promise<Ready> {
  const bytes = decodeBase64Url(waiting.manifest);
  const manifest = decodeManifest(bytes);
  const { origin } = manifest.agency;
  const agency = await findAgency(origin, ports);
  const { definition, hash } = await openAgencyForm(waiting.formJws, agency, origin, ports);
  if (hash !== manifest.form.hash) throw new AppError('form_changed', { what: 'definition' });
  const manifestHash = await hashManifest(bytes, sha256);
  return {
    ...{ kind: 'ready', agency, definition, formHash: hash, formJws: waiting.formJws },
    ...{ manifest, bytes, manifestHash, differences: [], files: [] },
    ...(waiting.filled && { filled: waiting.filled }),
  };
}

/** The waiting forms as a list shows them, the oldest first. */
export function listWaiting(forms: readonly WaitingForm[]): WaitingLine[] {
  return sortByAge(forms).map(describeWaiting);
}

/** The same, each with the whole text that would be signed, rendered from its manifest alone. */
export async function viewWaiting(forms: readonly WaitingForm[]): Promise<WaitingView[]> {
  const opened = sortByAge(forms).map((form) => {
    const bytes = decodeBase64Url(form.manifest);
    return { form, bytes, manifest: decodeManifest(bytes) };
  });
  const views = opened.map(async ({ form, bytes, manifest }, index) => ({
    ...describeWaiting(form),
    manifestHash: await hashManifest(bytes, sha256),
    view: renderView(manifest),
    isOutdone: opened.slice(index + 1).some((later) => isSameForm(later.manifest, manifest)),
  }));
  return Promise.all(views);
}

function sortByAge(forms: readonly WaitingForm[]): WaitingForm[] {
  return [...forms].sort((a, b) => a.keptAtMs - b.keptAtMs);
}

function describeWaiting({ id, agency, title, pageUri, keptAtMs, manifest }: WaitingForm): WaitingLine {
  const isWithdrawal = decodeManifest(decodeBase64Url(manifest)).withdraws !== undefined;
  return { id, agency, title, pageUri, keptAtMs, isWithdrawal };
}

function isSameForm(a: Manifest, b: Manifest): boolean {
  return a.agency.origin === b.agency.origin && a.form.id === b.form.id && a.withdraws?.caseNumber === b.withdraws?.caseNumber;
}
