import { AppError } from '../errors/index.ts';
import type { FormDefinition } from './form-definition.ts';
import type { Manifest } from './manifest.ts';

type Terms = Pick<FormDefinition, 'mandates'>;
type Told = Pick<Manifest, 'answers' | 'mandate' | 'withdraws'>;

/** The national id of whom the form is about, where it takes mandates; null where it takes none, or names nobody, as a withdrawal does. */
export function findPrincipal({ mandates }: Terms, answers: Manifest['answers']): string | null {
  return answers.find(({ field }) => field === mandates?.principal)?.value ?? null;
}

/**
 * The mandate that a manifest speaks of is one that the form takes, and for whom the form is about. A withdrawal, which has no answers, names
 * nobody: whose matter it is, says the case that it takes back.
 * @throws AppError `mandate_not_accepted`, `mandate_relation_refused`, `mandate_wrong_principal`
 */
export function checkMandateTerms(terms: Terms, { answers, mandate, withdraws }: Told): void {
  if (mandate === undefined) return;
  if (terms.mandates === undefined) throw new AppError('mandate_not_accepted');
  if (!terms.mandates.relations.includes(mandate.relation)) throw new AppError('mandate_relation_refused');
  if (withdraws !== undefined) return;
  if (findPrincipal(terms, answers) !== mandate.principal.nationalId) throw new AppError('mandate_wrong_principal');
}

/**
 * Nobody signs for another without a mandate, where the form says whom it is about.
 * @param nationalId of who signs
 * @throws AppError `mandate_required`
 */
export function checkActsForSelf(terms: Terms, { answers, mandate }: Told, nationalId: string): void {
  const principal = findPrincipal(terms, answers);
  if (mandate === undefined && principal !== null && principal !== nationalId) throw new AppError('mandate_required');
}
