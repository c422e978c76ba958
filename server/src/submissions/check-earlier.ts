import { isOpenState } from '@daricheh/shared/catalogue';
import { decodeBase64Url, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { type AmendmentRule, decodeManifest, signedEnvelope, splitSignatures, type VerifiedSubmission } from '@daricheh/shared/submission';
import type { Deps } from '../deps.ts';
import type { CaseFile, CaseState, NewSubmission } from '../storage/store.ts';
import { makeRandomName } from './random-names.ts';
import { readSigner } from './read-signer.ts';

const openStates: readonly CaseState[] = ['received', 'in-review', 'more-needed'];

/** From which states a case may be amended. Where the agency waits for the citizen, nobody's work is undone by that. */
const amendableStates: Readonly<Record<AmendmentRule, readonly CaseState[]>> = {
  'until-decided': openStates,
  'until-review': ['received', 'more-needed'],
  never: [],
};

/**
 * The case that a submission amends or withdraws, as the store is to close it; undefined where it is about none. That case is of this agency, holds
 * the very manifest that is named, of the same form, by the same signer, for the same person where it was signed for another, and is open to it. Another may close it still: the store
 * looks again in its transaction.
 * @throws AppError `earlier_case_unknown`, `co_signed_fixed`, `mandate_earlier_differs`, `amendment_not_allowed`, `case_closed`
 */
export async function checkEarlier(
  agency: string,
  { manifest, definition, nationalId }: Pick<VerifiedSubmission, 'manifest' | 'definition' | 'nationalId'>,
  { store, randomBytes }: Pick<Deps, 'store' | 'randomBytes'>,
): Promise<NewSubmission['about']> {
  const { amends, withdraws = amends } = manifest;
  if (withdraws === undefined) return undefined;
  const { caseNumber, manifestHash } = withdraws;
  const file = await store.cases.read({ agency, caseNumber });
  const submission = file?.submissions.find((each) => each.manifestHash === manifestHash);
  // Whoever only guesses numbers is not told whether there is such a case.
  if (file === null || submission === undefined) throw unknownCase('case');
  const signers = listSigners(submission.body);
  if (!signers.includes(nationalId)) throw unknownCase('signer');
  // What two people signed is not one person's to amend or to take back.
  if (signers.length > 1) throw new AppError('co_signed_fixed', { step: 'earlier' });
  if (file.case.formId !== definition.id) throw unknownCase('form');
  if (readPrincipal(submission.body) !== (manifest.mandate?.principal.nationalId ?? null))
    throw new AppError('mandate_earlier_differs', { step: 'earlier' });
  const kind = amends === undefined ? 'withdraws' : 'amends';
  const from = kind === 'amends' ? amendableStates[definition.amendments ?? 'until-decided'] : openStates;
  requireOpen(file, from);
  return { kind, caseNumber, from, eventId: makeRandomName(randomBytes, 16) };
}

/** National ids of all who signed a stored submission; nobody where it was not signed. */
function listSigners(body: string): string[] {
  const signed = signedEnvelope.safeParse(parseStrictJson(body));
  return signed.success ? splitSignatures(signed.data).map(({ envelope }) => readSigner(envelope.presentation)) : [];
}

/** National id of whom a stored submission was signed for; null where the signer signed for themselves. */
function readPrincipal(body: string): string | null {
  const signed = signedEnvelope.parse(parseStrictJson(body));
  return decodeManifest(decodeBase64Url(signed.jws.payload)).mandate?.principal.nationalId ?? null;
}

function requireOpen({ case: { state } }: CaseFile, from: readonly CaseState[]): void {
  if (from.includes(state)) return;
  throw new AppError(isOpenState(state) ? 'amendment_not_allowed' : 'case_closed', { step: 'earlier', state });
}

function unknownCase(what: string): AppError {
  return new AppError('earlier_case_unknown', { step: 'earlier', what });
}
