import type { CaseRecord } from '../cases/case-record.ts';
import { offerMs, type ProofOffer } from './proof-offers.ts';

type SignedCase = { readonly agency: Pick<CaseRecord['agency'], 'origin'>; readonly signedAtMs: number };

/** The offers without those to a site that has the citizen's signed form since: it owes a receipt, and the steps before are in what was signed. */
export function listWithoutReceipt(offers: readonly ProofOffer[], cases: readonly SignedCase[]): readonly ProofOffer[] {
  const isSigned = ({ atMs, page, sentTo }: ProofOffer) =>
    cases.some(({ agency, signedAtMs }) => [page.origin, sentTo.origin].includes(agency.origin) && signedAtMs > atMs - offerMs);
  return offers.filter((offer) => !isSigned(offer));
}
