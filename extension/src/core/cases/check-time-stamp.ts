import { inflateZlib } from '@daricheh/shared/credential';
import { type UnsignedHeader, verifyLongTerm } from '@daricheh/shared/submission';
import { verifyP256, widePorts } from '../credentials/wallet-crypto.ts';
import type { TimeTrust } from '../trust/wallet-trust.ts';
import type { CaseRecord } from './case-record.ts';

/**
 * When the signature existed for certain, by the clock of whoever stamped it first; null where `header` does not prove that
 * as of `at`. It is no reason to refuse the receipt beside it.
 */
export async function checkTimeStamp(
  { envelope }: Pick<CaseRecord, 'envelope'>,
  header: UnsignedHeader,
  at: Date,
  { trust }: { readonly trust: () => Promise<TimeTrust> },
): Promise<Date | null> {
  const { verifyChain, verifyTimeStampChain } = await trust();
  const ports = { ...{ verifyChain, verifyTimeStampChain, verifyP256, ...widePorts }, inflate: inflateZlib };
  // The agency keeps the status token, and puts it into the header when it first renews that.
  const proof = await verifyLongTerm({ envelope, header, statusToken: null }, ports, at);
  return proof.kind === 'proven' ? proof.at : null;
}
