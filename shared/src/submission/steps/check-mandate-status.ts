import { AppError, type ErrorCode } from '../../errors/index.ts';
import { translateCodes } from './check-mandate.ts';
import { given, type SubmissionContext } from './step.ts';

const codes: Partial<Record<ErrorCode, ErrorCode>> = {
  credential_revoked: 'mandate_revoked',
  credential_suspended: 'mandate_suspended',
  status_list_unreachable: 'status_list_unreachable',
};

/**
 * The issuer has not revoked the mandate. Where its list cannot be reached it is as with the signing credential: the last one that held serves until it
 * expires. A mandate without a status is refused: nobody could ever take it back.
 * @throws AppError `mandate_revoked`, `mandate_suspended`, `mandate_invalid`, `status_list_unreachable`
 */
export async function checkMandateStatus(context: SubmissionContext): Promise<void> {
  const { manifest, ports } = context;
  if (manifest.mandate === undefined) return;
  const { status: reference, issuer } = given(context.mandate);
  if (reference === null) throw new AppError('mandate_invalid', { what: 'status' });
  const found = await translateCodes(codes, () => ports.checkStatus(reference, { issuer, whenUnreachable: 'use_last' }));
  context.mandateStatus = { reference, issuer, ...found };
}
