import { openCredential, presentCredential, type Sha256, type SignP256 } from '../credential/index.ts';
import { selectClaims } from '../presentation/index.ts';
import { mandatePaths } from './mandate-claims.ts';
import { bindTransaction, type SubmissionRequest } from './submission-request.ts';

export type MandatePresentation = {
  /** The copy as it was issued: the one that the manifest names by its hash. */
  readonly credential: string;
  /** Whoever answers it binds the mandate to the same nonce, agency and transaction as the signing credential. */
  readonly request: SubmissionRequest;
  readonly at: Date;
  /** By the key to which the copy is bound. */
  readonly sign: SignP256;
};

/** The mandate as it goes with a submission: what is at `mandatePaths` is shown, nothing else. @throws AppError `credential_malformed` */
export async function presentMandate(
  { credential, request, at, sign }: MandatePresentation,
  { sha256 }: { readonly sha256: Sha256 },
): Promise<string> {
  const { claims } = await openCredential(credential, sha256);
  const paths = mandatePaths.filter((path) => selectClaims(claims, path).length > 0);
  const { nonce, clientId: audience } = request;
  return presentCredential(
    { credential, paths, keyBinding: { nonce, audience, transactionData: bindTransaction(request), at, sign } },
    { sha256 },
  );
}
