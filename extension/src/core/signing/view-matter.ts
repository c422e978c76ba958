import { type ActsFor, describePrincipal } from '../cases/acts-for.ts';
import type { ReviewView } from '../consent/prompt-view.ts';
import type { ReviewedForm } from './review-form.ts';

type Reviewed<Kind extends ReviewedForm['kind']> = Extract<ReviewedForm, { kind: Kind }>;

/** What a window shows of a form about somebody else, for whom the citizen may not sign, or is to say as what they do. */
export function viewMatter(reviewed: Reviewed<'open' | 'unmandated'>): ReviewView {
  const { title, mandates: terms } = reviewed.definition;
  if (reviewed.kind === 'unmandated') return { kind: 'unmandated', title, problem: reviewed.problem, relations: terms?.relations ?? [] };
  const [first] = reviewed.mandates;
  const mandates = reviewed.mandates.map(({ credentialId, signed, issuer, lastDay }) => ({
    ...{ id: credentialId, relation: signed.relation, issuer, lastDay },
  }));
  return { kind: 'open', title, name: first?.signed.principal.name ?? '', mandates };
}

/** In whose place a form that is ready would be signed, and whether the citizen chose that; null where it is their own. */
export function viewActsFor({
  manifest: { mandate },
  isMandateChosen,
}: Pick<Reviewed<'ready'>, 'manifest' | 'isMandateChosen'>): (ActsFor & { readonly isChosen: boolean }) | null {
  return mandate === undefined ? null : { ...describePrincipal(mandate), isChosen: isMandateChosen === true };
}
