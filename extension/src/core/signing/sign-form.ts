import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { buildMerkleTree } from '@daricheh/shared/merkle';
import { answerPresentation, type PresentationRequest } from '@daricheh/shared/presentation';
import {
  hashView,
  type PasskeyAssertion,
  renderView,
  type SubmissionEnvelope,
  signingQueryId,
  signSubmission,
} from '@daricheh/shared/submission';
import { documentTypes } from '@daricheh/shared/vocabulary';
import type { PendingCase } from '../cases/case-record.ts';
import type { Release } from '../consent/release.ts';
import { confirmGesture, type Gesture, type PasskeyRing } from '../credentials/confirm-gesture.ts';
import { takeCredential } from '../credentials/usable-credentials.ts';
import { sha256 } from '../credentials/wallet-crypto.ts';
import type { Signer } from './request-signature.ts';
import type { ReviewedForm, ReviewPorts } from './review-form.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;

export type Signing = {
  readonly reviewed: Ready;
  readonly request: PresentationRequest;
  readonly signer: Signer;
  readonly assertion: PasskeyAssertion;
  readonly wallet: PasskeyRing['wallet'];
};

/** What the passkey agrees to: the root of the tree of manifests (here of one), for this request. */
export async function describeSigningGesture(
  { manifestHash }: Pick<Ready, 'manifestHash'>,
  request: PresentationRequest,
): Promise<Gesture> {
  const { root } = await buildTree(manifestHash);
  return { tag: 'daricheh/submit', context: encodeBase64Url(root), nonce: request.nonce };
}

/**
 * The signed form as it is kept until the agency has it, and its row for the ledger. Nothing is sent or stored here.
 * @throws AppError `gesture_invalid` when the gesture is not of one of the credential's passkeys over this very form
 */
export async function signForm(
  signing: Signing,
  ports: Pick<ReviewPorts, 'records' | 'nowMs'>,
): Promise<{ readonly pending: PendingCase; readonly release: Release }> {
  const { reviewed, request, signer, assertion, wallet } = signing;
  const gesture = await describeSigningGesture(reviewed, request);
  await confirmGesture(assertion, gesture, { passkeys: signer.claims.passkeys, wallet });
  const nowMs = ports.nowMs();
  const { sign } = await takeCredential(ports.records, signer.credentialId, ports.nowMs());
  const jws = await signSubmission(
    {
      bytes: reviewed.bytes,
      viewHash: await hashView(renderView(reviewed.manifest), sha256),
      x5c: signer.claims.signing_certificate.x5c,
      at: new Date(nowMs),
      sign,
    },
    { sha256 },
  );
  const { proofs } = await buildTree(reviewed.manifestHash);
  const [proof] = proofs;
  const envelope: SubmissionEnvelope = {
    type: 'daricheh.submission.v1',
    jws,
    request: request.requestObject ?? '',
    presentation: await presentSigner(signing, ports),
    assertion,
    leaf: { index: proof?.index ?? 0, size: proof?.size ?? 1, path: (proof?.path ?? []).map(encodeBase64Url) },
  };
  const id = crypto.randomUUID();
  return { pending: makePendingCase(id, reviewed, envelope, nowMs), release: makeRelease(id, reviewed, nowMs) };
}

async function presentSigner({ request, signer }: Signing, ports: Pick<ReviewPorts, 'records' | 'nowMs'>): Promise<string> {
  const disclosure = { queryId: signingQueryId, credentialId: signer.credentialId, paths: [['national_id']] };
  const answer = await answerPresentation(request, [disclosure], {
    takeCredential: (id) => takeCredential(ports.records, id, ports.nowMs()),
    sha256,
    now: () => new Date(ports.nowMs()),
  });
  const presentation = answer.kind === 'submission' ? answer.vpToken[signingQueryId]?.[0] : undefined;
  if (presentation === undefined) throw new AppError('signing_request_mismatch', { what: 'answer' });
  return presentation;
}

function makePendingCase(
  id: string,
  { bytes, definition, agency, manifest }: Ready,
  envelope: SubmissionEnvelope,
  nowMs: number,
): PendingCase {
  return {
    delivery: 'pending',
    id,
    agency: { id: agency.id, name: agency.name, origin: manifest.agency.origin },
    title: definition.title,
    idempotencyKey: crypto.randomUUID(),
    submissionsUri: definition.submissionsUri,
    signedAtMs: nowMs,
    manifest: encodeBase64Url(bytes),
    envelope,
    refusal: null,
  };
}

/** The ledger's row bears the case's id, so that the case can say in it when it arrived. */
function makeRelease(id: string, { definition, agency, manifest }: Ready, nowMs: number): Release {
  const datumOf = (field: string) => definition.fields.find((each) => each.id === field)?.datum ?? null;
  const nationalId = { datum: 'national-id', label: { fa: 'کد ملی', en: 'National ID' }, source: signerSource };
  return {
    id,
    kind: 'submission',
    atMs: nowMs,
    receiver: { origin: manifest.agency.origin, agency: { id: agency.id, name: agency.name } },
    purpose: manifest.purpose,
    items: [...manifest.answers.map(({ field, label, source }) => ({ datum: datumOf(field), label, source })), nationalId],
    outcome: 'unknown',
  };
}

const signerSource = { kind: 'credential' as const, vct: documentTypes.signing.vct, claim: ['national_id'] };

/** A tree of one leaf: forms are signed one by one for now. */
function buildTree(manifestHash: string) {
  return buildMerkleTree([decodeBase64Url(manifestHash)], sha256);
}
