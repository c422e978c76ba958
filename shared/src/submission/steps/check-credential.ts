import { verifyCredential } from '../../credential/index.ts';
import { readSigningClaims } from '../signing-claims.ts';
import { signingVct } from '../submission-request.ts';
import { given, type SubmissionContext } from './step.ts';

/**
 * The presentation is a signing credential that keeps every rule of credentials, bound by its holder to the request's
 * nonce, to this agency and to the transaction that names the manifest.
 * @throws AppError as `verifyCredential`
 */
export async function checkCredential(context: SubmissionContext): Promise<void> {
  const { envelope, expected, ports } = context;
  const { nonce, clientId, transaction, transactionText } = given(context.request);
  const { transaction_data_hashes_alg: hashAlgorithms } = transaction;
  const transactionData = [{ encoded: transactionText, ...(hashAlgorithms === undefined ? {} : { hashAlgorithms }) }];
  const credential = await verifyCredential(
    envelope.presentation,
    {
      vctValues: [signingVct],
      issuers: expected.issuers,
      at: expected.receivedAt,
      keyBinding: { nonce, audience: clientId, transactionData },
    },
    ports,
  );
  context.credential = { ...credential, signing: readSigningClaims(credential.claims) };
}
