import type { JsonObject } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import {
  describeMandate,
  type FormDefinition,
  findPrincipal,
  hashMandate,
  isMandateInForce,
  type MandateClaims,
  type Manifest,
  mandateVct,
  readMandateClaims,
  type SignedMandate,
} from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { DocumentState } from '../consent/document-view.ts';
import type { MandateProblem } from '../consent/prompt-view.ts';
import { judgeDocument, readSeconds } from '../credentials/describe-document.ts';
import { openStored } from '../credentials/open-copy.ts';
import type { StoredCredential } from '../credentials/stored-credential.ts';
import { chooseCopy } from '../credentials/usable-credentials.ts';
import { sha256 } from '../credentials/wallet-crypto.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import { findSigner } from './find-signer.ts';

type Held = Pick<WalletRecords, 'credentials' | 'keys'>;
export type MandatePorts = { readonly records: Held; readonly nowMs: () => number };

/** A mandate that a form may be signed under, as its manifest would name it. */
export type HeldMandate = {
  readonly credentialId: string;
  readonly signed: SignedMandate;
  readonly issuer: LocalizedText;
  /** Last day on which its holder may act, ISO 8601. */
  readonly lastDay: string;
};

/** In whose matter a form is signed: one's own, under this mandate, under one of several that the citizen is to choose from, or it cannot be. */
export type Matter =
  | { readonly kind: 'own' }
  | { readonly kind: 'mandated'; readonly mandate: HeldMandate; readonly isOnly: boolean }
  | { readonly kind: 'open'; readonly mandates: readonly HeldMandate[] }
  | { readonly kind: 'unmandated'; readonly problem: MandateProblem };

type About = {
  readonly definition: FormDefinition;
  readonly answers: Manifest['answers'];
  /** The document that the citizen has chosen, where several fit. */
  readonly chosenId: string | null;
};

/**
 * In whose matter a form with these answers is signed. Nothing leaves the wallet by it.
 * @throws AppError `signing_credential_missing` where the form says whom it is about and nobody can sign it
 */
export async function findMatter({ definition, answers, chosenId }: About, ports: MandatePorts): Promise<Matter> {
  const principal = findPrincipal(definition, answers);
  if (principal === null) return { kind: 'own' };
  const { claims } = await findSigner(ports.records, ports.nowMs());
  if (claims.national_id === principal) return { kind: 'own' };
  return chooseMandate(principal, { definition, chosenId }, ports);
}

/** The mandate for the person of that national id: the only one that fits the form, the chosen one, or why there is none. */
async function chooseMandate(
  principal: string,
  { definition, chosenId }: Pick<About, 'definition' | 'chosenId'>,
  ports: MandatePorts,
): Promise<Exclude<Matter, { readonly kind: 'own' }>> {
  const about = (await listHeld(ports)).filter(({ claims }) => claims.principal.national_id === principal);
  const fitting = about.filter((held) => findProblem(held, definition, ports) === null);
  const mandates = await Promise.all(dropAlike(fitting).map(describeHeld));
  const [only, another] = mandates;
  if (!only) {
    const problem = about.map((held) => findProblem(held, definition, ports)).find((each) => each !== null);
    return { kind: 'unmandated', problem: problem ?? 'mandate_required' };
  }
  if (!another) return { kind: 'mandated', mandate: only, isOnly: true };
  const chosen = mandates.find(({ credentialId }) => credentialId === chosenId);
  return chosen ? { kind: 'mandated', mandate: chosen, isOnly: false } : { kind: 'open', mandates };
}

/**
 * A mandate for whom an earlier form was signed for: in the same relation where one is held, else any that the form takes. Undefined where that was the
 * citizen's own.
 * @throws AppError why nothing that is held lets the citizen sign for that person any more: `mandate_required`, `mandate_revoked` and others
 */
export async function findSameMandate(
  { mandate: earlier }: Pick<Manifest, 'mandate'>,
  definition: FormDefinition,
  ports: MandatePorts,
): Promise<SignedMandate | undefined> {
  if (earlier === undefined) return undefined;
  const matter = await chooseMandate(earlier.principal.nationalId, { definition, chosenId: null }, ports);
  if (matter.kind === 'unmandated') throw new AppError(matter.problem);
  const held = matter.kind === 'mandated' ? [matter.mandate] : matter.mandates;
  return (held.find(({ signed }) => signed.relation === earlier.relation) ?? held[0])?.signed;
}

/**
 * The document that a manifest was reviewed with, which must still be held, and count.
 * @throws AppError `answer_outdated` where it is gone or was replaced; `mandate_revoked`, `mandate_suspended`, `mandate_not_in_force`, `mandate_relation_refused`
 */
export async function requireMandate({ hash }: SignedMandate, definition: FormDefinition, ports: MandatePorts): Promise<string> {
  for (const held of await listHeld(ports)) {
    if ((await hashMandate(chooseCopy(held.stored).credential, sha256)) !== hash) continue;
    const problem = findProblem(held, definition, ports);
    if (problem !== null) throw new AppError(problem);
    return held.stored.id;
  }
  throw new AppError('answer_outdated');
}

/** A mandate, whatever became of it. */
export type OpenedMandate = {
  readonly stored: StoredCredential;
  /** All that it says; and of that, what every mandate says. */
  readonly all: JsonObject;
  readonly claims: MandateClaims;
  readonly state: DocumentState;
};

/** Every mandate in the wallet, the newest first; what is not in the shape of one is none. */
export async function listMandates({ records, nowMs }: Pick<MandatePorts, 'nowMs'> & { readonly records: Pick<Held, 'credentials'> }) {
  const { items } = await records.credentials.list();
  const newestFirst = items.filter(({ vct }) => vct === mandateVct).sort((a, b) => b.receivedAtMs - a.receivedAtMs);
  const opened = await Promise.all(newestFirst.map((stored) => openHeld(stored, nowMs())));
  return opened.flatMap((held) => held ?? []);
}

/** Those that were given to who would sign. */
async function listHeld(ports: MandatePorts): Promise<OpenedMandate[]> {
  const { claims: signer } = await findSigner(ports.records, ports.nowMs());
  return (await listMandates(ports)).filter(({ claims }) => claims.national_id === signer.national_id);
}

async function openHeld(stored: StoredCredential, nowMs: number): Promise<OpenedMandate | undefined> {
  const { claims: all } = await openStored(stored);
  const state = judgeDocument(stored, { expiresAtMs: readSeconds(all['exp']), hasStatus: all['status'] !== undefined }, nowMs);
  try {
    return { stored, all, claims: readMandateClaims(all), state };
  } catch (error) {
    if (error instanceof AppError && error.code === 'mandate_invalid') return undefined;
    throw error;
  }
}

/** Why nothing can be signed under it now; null where something can. */
export function findStop({ claims, state }: OpenedMandate, nowMs: number): MandateProblem | null {
  if (state === 'revoked' || state === 'suspended') return `mandate_${state}`;
  return state === 'expired' || !isMandateInForce(claims, new Date(nowMs)) ? 'mandate_not_in_force' : null;
}

/** Why the form cannot be signed under it; null where it can. */
function findProblem(held: OpenedMandate, { mandates }: FormDefinition, { nowMs }: MandatePorts): MandateProblem | null {
  const stop = findStop(held, nowMs());
  if (stop !== null) return stop;
  const { claims } = held;
  return mandates?.relations.includes(claims.relation) ? null : 'mandate_relation_refused';
}

/** Of those that the same issuer gave for the same relation the newest alone. */
function dropAlike(newestFirst: readonly OpenedMandate[]): OpenedMandate[] {
  const isAlike = (a: OpenedMandate, b: OpenedMandate) => a.claims.relation === b.claims.relation && a.claims.iss === b.claims.iss;
  return newestFirst.filter((held, place) => newestFirst.findIndex((other) => isAlike(held, other)) === place);
}

async function describeHeld({ stored, all, claims }: OpenedMandate): Promise<HeldMandate> {
  const { credential } = chooseCopy(stored);
  const signed = await describeMandate({ credential, claims: all }, { sha256 });
  return { credentialId: stored.id, signed, issuer: stored.issuer.name, lastDay: claims.valid_until };
}
