import { localProofLimits } from '@daricheh/shared/local-proof';
import { randomBytes, sha256, verifyP256, widePorts } from '../core/credentials/wallet-crypto.ts';
import type { ProofOffers } from '../core/proofs/proof-offers.ts';
import type { WalletRecords } from '../core/records/wallet-records.ts';
import type { SignedTrust, TimeTrust } from '../core/trust/wallet-trust.ts';
import { createProofHandlers } from '../features/proofs/background.ts';
import { signalChange } from '../platform/change-signal.ts';
import { postBytes } from '../platform/http.ts';
import { takePicture } from '../platform/picture-of-tab.ts';

type Deps = {
  readonly records: WalletRecords;
  readonly offers: ProofOffers;
  readonly isUnlocked: () => Promise<boolean>;
  readonly trust: () => Promise<TimeTrust>;
  readonly readSignedTrust: () => Promise<SignedTrust>;
  readonly nowMs: () => number;
};

/** Hands the keeping of records the browser, and the authorities that the trust list names. */
export function createProofsFeature({ trust, ...deps }: Deps) {
  return createProofHandlers({
    ...deps,
    newId: () => crypto.randomUUID(),
    ask: { postBytes, randomBytes },
    verifying: async () => ({ ...(await trust()), ...widePorts, sha256, verifyP256 }),
    authorities: async () => ((await trust()).list.timeStampAuthorities ?? []).flatMap(({ uri }) => uri ?? []),
    takePicture: (document) => takePicture(document, localProofLimits.picture),
    signal: signalChange,
  });
}
