import { AppError } from '../../errors/index.ts';
import { given, type SubmissionContext } from './step.ts';

/** Nobody has answered that request yet. Whoever stores the submission takes the nonce away in the same transaction. @throws AppError `submission_request_unknown` */
export async function checkRequestOpen({ request, expected }: SubmissionContext): Promise<void> {
  if (!(await expected.isRequestOpen(given(request).nonce))) throw new AppError('submission_request_unknown');
}
