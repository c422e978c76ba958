import type { ErrorCode } from '@daricheh/shared/errors';
import type { LocalProof } from '@daricheh/shared/local-proof';
import type { ProofOffer } from './proof-offers.ts';

/** An offer as it is shown. `canSign`: false where the wallet holds no credential that signs. */
export type OfferView = Omit<ProofOffer, 'tabId'> & { readonly canSign: boolean };

/** A kept record in the list. */
export type ProofLine = {
  readonly id: string;
  readonly origin: string;
  readonly title: string;
  readonly sentAtMs: number;
  readonly isStamped: boolean;
};

/** A record as it is shown, looked at anew. `problem`: what did not hold; then nothing of it is shown. */
export type ProofView =
  | { readonly kind: 'holds'; readonly proof: LocalProof; readonly stampedAtMs: number | null; readonly picture: string | null }
  | { readonly kind: 'fails'; readonly problem: ErrorCode };
