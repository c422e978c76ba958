import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { answerPresentation, type PresentationRequest } from '@daricheh/shared/presentation';
import {
  type FormSigner,
  findSignerRole,
  hashView,
  type Manifest,
  mandatePaths,
  mandateVct,
  type PasskeyAssertion,
  renderView,
  type SubmissionEnvelope,
  signingQueryId,
  signSubmission,
} from '@daricheh/shared/submission';
import { documentTypes } from '@daricheh/shared/vocabulary';
import { describePrincipal } from '../cases/acts-for.ts';
import type { PendingCase } from '../cases/case-record.ts';
import { describeClaim } from '../consent/describe-claim.ts';
import type { Release } from '../consent/release.ts';
import { confirmGesture, type Gesture, type PasskeyRing } from '../credentials/confirm-gesture.ts';
import { takeCredential } from '../credentials/usable-credentials.ts';
import { sha256 } from '../credentials/wallet-crypto.ts';
import type { Signer } from './find-signer.ts';
import { growGestureTree, makeLeaf, type Place } from './gesture-tree.ts';
import { nameSubmission } from './name-submission.ts';
import type { ReviewedForm, ReviewPorts } from './review-form.ts';
import { showMandate } from './show-mandate.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;

/** A form, the request that it is signed for, and where it stands in the tree of the gesture. */
export type PlacedForm = { readonly reviewed: Ready; readonly request: PresentationRequest; readonly place: Place };

export type Consent = {
  readonly signer: Signer;
  readonly assertion: PasskeyAssertion;
  readonly wallet: PasskeyRing['wallet'];
};

/** A signed form as it is kept until the agency has it, and its row for the ledger. */
export type SignedForm = { readonly pending: PendingCase; readonly release: Release };

type SignPorts = Pick<ReviewPorts, 'records' | 'nowMs'>;

/** What the passkey agrees to when one form is signed alone, and the form's place in it. */
async function placeAlone({ manifestHash }: Pick<Ready, 'manifestHash'>, request: PresentationRequest) {
  const { gesture, places } = await growGestureTree([makeLeaf(manifestHash, request)]);
  return { gesture, place: places[0] ?? { index: 0, size: 1, path: [] } };
}

/** What the passkey agrees to: the root of a tree of this form alone, for this request. */
export async function describeSigningGesture(reviewed: Pick<Ready, 'manifestHash'>, request: PresentationRequest): Promise<Gesture> {
  return (await placeAlone(reviewed, request)).gesture;
}

/**
 * The signed form as it is kept until the agency has it, and its row for the ledger. Nothing is sent or stored here.
 * @throws AppError `gesture_invalid` when the gesture is not of one of the credential's passkeys over this very form
 */
export async function signForm(
  { reviewed, request, ...consent }: Consent & Pick<PlacedForm, 'reviewed' | 'request'>,
  ports: SignPorts,
): Promise<SignedForm> {
  const { gesture, place } = await placeAlone(reviewed, request);
  await confirmConsent(consent, gesture);
  return signPlaced({ reviewed, request, place }, consent, ports);
}

/** That one of the signing credential's passkeys made this very gesture. @throws AppError `gesture_invalid` */
export async function confirmConsent({ assertion, signer, wallet }: Consent, gesture: Gesture): Promise<void> {
  await confirmGesture(assertion, gesture, { passkeys: signer.claims.passkeys, wallet });
}

/** The form signed and put into its envelope. That the gesture covers it is for the caller to have confirmed. */
export async function signPlaced(
  { reviewed, request, place }: PlacedForm,
  { signer, assertion }: Consent,
  ports: SignPorts,
): Promise<SignedForm> {
  const nowMs = ports.nowMs();
  const { mandate } = reviewed.manifest;
  const role = requireRole(reviewed, signer);
  const { sign } = await takeCredential(ports.records, signer.credentialId, nowMs);
  const jws = await signSubmission(
    {
      bytes: reviewed.bytes,
      viewHash: await hashView(renderView(reviewed.manifest), sha256),
      x5c: signer.claims.signing_certificate.x5c,
      at: new Date(nowMs),
      role: role?.id ?? null,
      sign,
    },
    { sha256 },
  );
  const envelope: SubmissionEnvelope = {
    type: 'daricheh.submission.v1',
    jws,
    request: request.requestObject ?? '',
    presentation: await presentSigner({ request, signer }, ports),
    ...(mandate && { mandate: await showMandate(mandate, { definition: reviewed.definition, request }, ports) }),
    assertion,
    leaf: place,
  };
  const id = crypto.randomUUID();
  return { pending: makePendingCase(id, reviewed, envelope, nowMs), release: makeRelease(id, reviewed, nowMs) };
}

/**
 * As what the citizen signs; null in a form that one person signs.
 * @throws AppError `signer_not_named` where the form is for others to sign
 */
export function requireRole({ manifest, first }: Pick<Ready, 'manifest' | 'first'>, { claims }: Pick<Signer, 'claims'>): FormSigner | null {
  const role = findSignerRole(manifest, claims.national_id, first === undefined ? [] : [first.role]);
  if (role === undefined) throw new AppError('signer_not_named');
  return role;
}

async function presentSigner(
  { request, signer }: { readonly request: PresentationRequest; readonly signer: Signer },
  ports: SignPorts,
): Promise<string> {
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
  { bytes, definition, agency, manifest, formJws, filled }: Ready,
  envelope: SubmissionEnvelope,
  nowMs: number,
): PendingCase {
  return {
    delivery: 'pending',
    id,
    agency: { id: agency.id, name: agency.name, origin: manifest.agency.origin },
    title: nameSubmission(manifest),
    idempotencyKey: crypto.randomUUID(),
    submissionsUri: definition.submissionsUri,
    signedAtMs: nowMs,
    manifest: encodeBase64Url(bytes),
    form: formJws,
    envelope,
    ...(filled && { filled }),
    ...describeAbout(manifest),
    ...(manifest.mandate && { actsFor: describePrincipal(manifest.mandate) }),
    refusal: null,
  };
}

function describeAbout({ amends, withdraws }: Manifest): Pick<PendingCase, 'about'> {
  if (withdraws) return { about: { kind: 'withdraws', caseNumber: withdraws.caseNumber } };
  return amends ? { about: { kind: 'amends', caseNumber: amends.caseNumber } } : {};
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
    items: [
      ...manifest.answers.map(({ field, label, source }) => ({ datum: datumOf(field), label, source })),
      nationalId,
      ...(manifest.mandate ? listMandateItems() : []),
    ],
    ...(manifest.mandate && { actsFor: describePrincipal(manifest.mandate) }),
    outcome: 'unknown',
  };
}

/** What the agency is shown of the mandate. */
function listMandateItems(): Release['items'] {
  return mandatePaths.map((path) => {
    const { datum, label } = describeClaim(mandateVct, path, '');
    return { datum, label, source: { kind: 'credential', vct: mandateVct, claim: path.map(String) } };
  });
}

const signerSource = { kind: 'credential' as const, vct: documentTypes.signing.vct, claim: ['national_id'] };
