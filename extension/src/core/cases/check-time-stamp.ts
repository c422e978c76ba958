import type { Sha256, VerifyP256 } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { type UnsignedHeader, verifySignatureTimeStamp } from '@daricheh/shared/submission';
import type { WalletTrust } from '../trust/wallet-trust.ts';
import type { CaseRecord } from './case-record.ts';

type CheckPorts = {
  readonly trust: () => Promise<WalletTrust>;
  readonly crypto: { readonly sha256: Sha256; readonly verifyP256: VerifyP256 };
};

/** When the signature existed for certain, by the clock of whoever stamped it; null where the stamp does not hold. It is no reason to refuse the receipt beside it. */
export async function checkTimeStamp(
  { envelope }: Pick<CaseRecord, 'envelope'>,
  header: UnsignedHeader,
  { trust, crypto }: CheckPorts,
): Promise<Date | null> {
  try {
    const { verifyChain } = await trust();
    return (await verifySignatureTimeStamp(envelope.jws, header, { verifyChain, ...crypto })).at;
  } catch (error) {
    if (error instanceof AppError && error.code === 'time_stamp_invalid') return null;
    throw error;
  }
}
