import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError, type ErrorCode } from '@daricheh/shared/errors';
import { computeMerkleRoot } from '@daricheh/shared/merkle';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import { submissionEnvelope } from '@daricheh/shared/submission';
import * as z from 'zod/mini';
import type { LeftOut } from '../consent/batch-view.ts';
import type { Gesture } from '../credentials/confirm-gesture.ts';
import { readHoldings } from '../credentials/read-holdings.ts';
import { sha256 } from '../credentials/wallet-crypto.ts';
import { describeGesture, growBatchTree, makeLeaf } from './gesture-tree.ts';
import { requireMandate } from './held-mandates.ts';
import { openWaitingForm } from './keep-waiting.ts';
import { areStillHeld } from './read-answers.ts';
import { fetchSigningRequest, openSigningRequest } from './request-signature.ts';
import type { ReviewedForm, ReviewPorts } from './review-form.ts';
import { type Consent, confirmConsent, type PlacedForm, type SignedForm, signPlaced } from './sign-form.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;
type BatchPorts = Pick<ReviewPorts, 'records' | 'trust' | 'send' | 'nowMs'>;

/** One form as a window showed it: which it is, and the hash of what was shown. */
export type ShownForm = { readonly id: string; readonly manifestHash: string };

/** What is to be agreed to with one gesture. It lies in memory while the passkey is asked; no answer of the citizen's stands in it. */
export const openBatch = z.strictObject({
  id: z.string(),
  /** Of the tree in which each form has its place, base64url. */
  root: z.string(),
  forms: z.array(
    z.strictObject({ id: z.string(), manifestHash: z.string(), requestObject: z.string(), place: submissionEnvelope.shape.leaf }),
  ),
});
export type OpenBatch = z.infer<typeof openBatch>;

/** Failures that are of the wallet and not of one form. */
const ofAll: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['vault_locked', 'form_changed']);

/**
 * The agencies' signed requests for these forms, fetched now, and the tree over all that one can be had for. A form whose agency is
 * away, or has another definition by now, or is trusted no more, is left out with the reason; the others go on.
 * @throws AppError `form_changed` when what is kept of a form is not what was shown
 */
export async function prepareBatch(
  shown: readonly ShownForm[],
  ports: BatchPorts,
): Promise<{ readonly batch: OpenBatch | null; readonly leftOut: readonly LeftOut[] }> {
  const asked = await Promise.all(shown.map((form) => askForOne(form, ports)));
  const leftOut = asked.flatMap((each) => ('code' in each ? [each] : []));
  const ready = asked.flatMap((each) => ('requestObject' in each ? [each] : []));
  if (ready.length === 0) return { batch: null, leftOut };
  const { gesture, places } = await growBatchTree(ready.map(({ manifestHash, nonce }) => makeLeaf(manifestHash, { nonce })));
  const forms = ready.flatMap(({ id, manifestHash, requestObject }, index) => {
    const place = places[index];
    return place ? [{ id, manifestHash, requestObject, place }] : [];
  });
  return { batch: { id: crypto.randomUUID(), root: gesture.context, forms }, leftOut };
}

/** What the passkey agrees to for the whole batch. */
export function describeBatchGesture({ root }: OpenBatch): Gesture {
  return describeGesture(decodeBase64Url(root));
}

/**
 * Every form of the batch, signed: each as it was shown, for its own request, under the one gesture. All are or none is; nothing is
 * sent or stored here.
 * @throws AppError `form_changed`, `request_expired`, `signing_request_mismatch`, `gesture_invalid`
 */
export async function signBatch(batch: OpenBatch, consent: Consent, ports: BatchPorts): Promise<SignedForm[]> {
  const placed = await Promise.all(batch.forms.map((form) => placeOne(form, batch, ports)));
  await confirmConsent(consent, describeBatchGesture(batch));
  const signed: SignedForm[] = [];
  for (const form of placed) signed.push(await signPlaced(form, consent, ports));
  return signed;
}

async function askForOne(
  shown: ShownForm,
  ports: BatchPorts,
): Promise<LeftOut | (ShownForm & { readonly requestObject: string; readonly nonce: string })> {
  try {
    const reviewed = await openShown(shown, ports);
    const requestObject = await fetchSigningRequest(reviewed, ports);
    const { nonce } = await openSigningRequest(requestObject, reviewed, ports);
    return { ...shown, requestObject, nonce };
  } catch (error) {
    if (!(error instanceof AppError) || ofAll.has(error.code)) throw error;
    return { id: shown.id, code: error.code };
  }
}

/** The form that waits, which must be what a window showed, and say of no answer that a document says it which counts no more. @throws AppError `form_changed`, `answer_outdated`; those of `requireMandate` */
async function openShown({ id, manifestHash }: ShownForm, ports: BatchPorts): Promise<Ready> {
  const waiting = await ports.records.waiting.find(id);
  const reviewed = waiting && (await openWaitingForm(waiting, ports));
  if (reviewed?.manifestHash !== manifestHash) throw new AppError('form_changed');
  const holdings = await readHoldings(ports.records, ports.nowMs());
  const { definition, manifest } = reviewed;
  if (!areStillHeld(definition, manifest.answers, holdings)) throw new AppError('answer_outdated');
  if (manifest.mandate) await requireMandate(manifest.mandate, definition, ports);
  return reviewed;
}

/** The form with its request and its place, which must lead to the root that the gesture agrees to. */
async function placeOne(form: OpenBatch['forms'][number], { root }: OpenBatch, ports: BatchPorts): Promise<PlacedForm> {
  const { requestObject, place } = form;
  const reviewed = await openShown(form, ports);
  const request: PresentationRequest = await openSigningRequest(requestObject, reviewed, ports);
  const proof = { ...place, path: place.path.map(decodeBase64Url) };
  const reached = await computeMerkleRoot(makeLeaf(form.manifestHash, request), proof, sha256);
  if (reached === undefined || encodeBase64Url(reached) !== root) throw new AppError('form_changed', { what: 'place' });
  return { reviewed, request, place };
}
