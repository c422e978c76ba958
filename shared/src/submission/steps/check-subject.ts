import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * Whoever signed is whom the form is about: a national id that came out of a document is the signer's own.
 * @throws AppError `signature_invalid`
 */
export function checkSubject({ manifest, form, credential }: SubmissionContext): void {
  const { national_id: nationalId } = given(credential).signing;
  const fields = given(form).definition.fields.filter(({ datum }) => datum === 'national-id');
  const isOther = manifest.answers.some(
    ({ field, value, source }) => source.kind === 'credential' && value !== nationalId && fields.some(({ id }) => id === field),
  );
  if (isOther) throw invalidSignature('subject');
}
