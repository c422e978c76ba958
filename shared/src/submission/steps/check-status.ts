import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * The issuer has not revoked the credential. Where its list cannot be reached, the last one that held serves until it
 * expires. A credential without a status is refused: its key could never be cut off.
 * @throws AppError as `CheckStatus`, `signature_invalid`
 */
export async function checkSubmissionStatus(context: SubmissionContext): Promise<void> {
  const { credential, ports } = context;
  const { status, issuer } = given(credential);
  if (status === null) throw invalidSignature('status');
  context.status = { reference: status, issuer, ...(await ports.checkStatus(status, { issuer, whenUnreachable: 'use_last' })) };
}
