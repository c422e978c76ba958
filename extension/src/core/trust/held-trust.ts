import type { Edition } from '@daricheh/shared/trust';
import type { VerifyChain, VerifyWideChain } from '@daricheh/shared/x509';
import type { StoredTrust } from './stored-trust.ts';

/** The list in use. `lastSerial`: the greatest serial that was ever in use; `isOwn`: it is the build's own copy. */
export type HeldTrust = {
  readonly edition: Edition;
  readonly verifyChain: VerifyChain;
  readonly verifyTimeStampChain: VerifyWideChain;
  readonly isOwn: boolean;
  readonly lastSerial: number;
  readonly stored: StoredTrust | undefined;
};
