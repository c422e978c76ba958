import { canonicalizeJson } from '../../encoding/index.ts';
import { checkStandsAlone } from '../find-earlier.ts';
import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * The page was at the agency's own origin, and what the person was told of agency, purpose, recipients, retention and fee, and
 * of who must sign, is what the definition says. A withdrawal costs nothing. What several sign changes no earlier case.
 * @throws AppError `signature_invalid`; `co_signed_fixed`
 */
export function checkTerms({ manifest, form, expected }: SubmissionContext): void {
  const { definition } = given(form);
  const { id, origin } = expected.agency;
  if (manifest.agency.id !== id || definition.agency.id !== id) throw invalidSignature('agency');
  if (manifest.agency.origin !== origin) throw invalidSignature('origin');
  const told = [
    manifest.agency.name,
    manifest.title,
    manifest.purpose,
    manifest.recipients,
    manifest.retention,
    manifest.fee ?? null,
    manifest.signers ?? null,
  ];
  const said = [
    definition.agency.name,
    definition.title,
    definition.purpose,
    definition.recipients,
    definition.retention,
    (manifest.withdraws === undefined ? definition.fee : undefined) ?? null,
    definition.signers ?? null,
  ];
  if (canonicalizeJson(told) !== canonicalizeJson(said)) throw invalidSignature('terms');
  checkStandsAlone(manifest);
}
