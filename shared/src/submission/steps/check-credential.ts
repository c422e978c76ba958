import { verifyCredential } from '../../credential/index.ts';
import { readSigningClaims } from '../signing-claims.ts';
import { bindTransaction, signingVct } from '../submission-request.ts';
import { given, type SubmissionContext } from './step.ts';

/**
 * The presentation is a signing credential that keeps every rule of credentials, bound by its holder to the request's
 * nonce, to this agency and to the transaction that names the manifest.
 * @throws AppError as `verifyCredential`
 */
export async function checkCredential(context: SubmissionContext): Promise<void> {
  const { envelope, expected, ports } = context;
  const request = given(context.request);
  const { nonce, clientId: audience } = request;
  const credential = await verifyCredential(
    envelope.presentation,
    {
      vctValues: [signingVct],
      issuers: expected.issuers,
      at: expected.receivedAt,
      keyBinding: { nonce, audience, transactionData: bindTransaction(request) },
    },
    ports,
  );
  context.credential = { ...credential, signing: readSigningClaims(credential.claims) };
}
