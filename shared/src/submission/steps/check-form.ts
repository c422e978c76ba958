import { AppError } from '../../errors/index.ts';
import type { SubmissionContext } from './step.ts';

/**
 * The manifest answers a form that the agency publishes, in the version and with the very bytes that it publishes now.
 * @throws AppError `form_version_mismatch`
 */
export function checkForm(context: SubmissionContext): void {
  const { form } = context.manifest;
  const published = context.expected.findForm(form.id);
  if (published === undefined) throw new AppError('form_version_mismatch', { what: 'id' });
  if (published.definition.version !== form.version) throw new AppError('form_version_mismatch', { what: 'version' });
  if (published.hash !== form.hash) throw new AppError('form_version_mismatch', { what: 'hash' });
  context.form = published;
}
