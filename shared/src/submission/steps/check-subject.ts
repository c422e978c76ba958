import { findNamedSigner } from '../signer-role.ts';
import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * Whoever signed is whom the form is about: a national id that came out of a document is the signer's own. Whom the form says that somebody may sign
 * for in their place is left to the step `mandate`. In a form that
 * several sign, whoever signed is whom the role names that the signature was made in.
 * @throws AppError `signature_invalid`
 */
export function checkSubject(context: SubmissionContext): void {
  const { signers } = given(context.form).definition;
  if (signers === undefined) checkAlone(context);
  else checkRole(context, signers);
}

function checkAlone({ manifest, form, credential, header }: SubmissionContext): void {
  if (header.signer_role !== undefined) throw invalidSignature('role');
  const { national_id: nationalId } = given(credential).signing;
  const { fields: all, mandates } = given(form).definition;
  const fields = all.filter(({ id, datum }) => datum === 'national-id' && id !== mandates?.principal);
  const isOther = manifest.answers.some(
    ({ field, value, source }) => source.kind === 'credential' && value !== nationalId && fields.some(({ id }) => id === field),
  );
  if (isOther) throw invalidSignature('subject');
}

function checkRole(
  { manifest, credential, header }: SubmissionContext,
  signers: NonNullable<SubmissionContext['manifest']['signers']>,
): void {
  const role = signers.find(({ id }) => id === header.signer_role);
  if (role === undefined) throw invalidSignature('role');
  // Where nobody is named, as in a withdrawal, which has no answers, nobody has the role.
  const isNamed = role.field === undefined || findNamedSigner(manifest, role) === given(credential).signing.national_id;
  if (!isNamed) throw invalidSignature('subject');
}
