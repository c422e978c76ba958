import { decodeBase64Url } from '@daricheh/shared/encoding';
import { emptyTrustList, type TrustList, verifyTrustList } from '@daricheh/shared/trust';
import { createChainVerifier, type VerifyChain } from '@daricheh/shared/x509';
import { verifyP256 } from '../credentials/wallet-crypto.ts';

/** Whom the wallet believes: the list of agencies and issuers, and certificates under the roots that the build pins. */
export type WalletTrust = { readonly list: TrustList; readonly verifyChain: VerifyChain };

/** What a build pins: DER of each root (base64url) and the signed trust list. */
export type TrustMaterial = { readonly roots: readonly string[]; readonly trustList: string | null };

/**
 * Gives the wallet's trust, verified the first time it is asked for. A build that pins no list trusts emptyTrustList.
 * The promise rejects with AppError `trust_list_invalid` when the pinned list does not hold under the pinned roots.
 */
export function createTrust(material: TrustMaterial, now: () => Date): () => Promise<WalletTrust> {
  let opened: Promise<WalletTrust> | undefined;
  return () => {
    opened ??= openTrust(material, now);
    return opened;
  };
}

async function openTrust({ roots, trustList }: TrustMaterial, now: () => Date): Promise<WalletTrust> {
  const verifyChain = createChainVerifier({ anchors: roots.map(decodeBase64Url), verifyP256 });
  return { list: trustList === null ? emptyTrustList : await verifyTrustList(trustList, { verifyChain, verifyP256, now }), verifyChain };
}
