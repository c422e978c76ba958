import { AppError } from '@daricheh/shared/errors';
import { type UnsignedHeader, verifySignatureTimeStamp } from '@daricheh/shared/submission';
import { widePorts } from '../credentials/wallet-crypto.ts';
import type { TimeTrust } from '../trust/wallet-trust.ts';
import type { CaseRecord } from './case-record.ts';

/** When the signature existed for certain, by the clock of whoever stamped it; null where the stamp does not hold. It is no reason to refuse the receipt beside it. */
export async function checkTimeStamp(
  { envelope }: Pick<CaseRecord, 'envelope'>,
  header: UnsignedHeader,
  { trust }: { readonly trust: () => Promise<TimeTrust> },
): Promise<Date | null> {
  try {
    const { verifyChain, verifyTimeStampChain } = await trust();
    return (await verifySignatureTimeStamp(envelope.jws, header, { verifyChain, verifyTimeStampChain, ...widePorts })).at;
  } catch (error) {
    if (error instanceof AppError && error.code === 'time_stamp_invalid') return null;
    throw error;
  }
}
