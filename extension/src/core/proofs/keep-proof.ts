import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { type LocalProof, signLocalProof } from '@daricheh/shared/local-proof';
import { takeCredential } from '../credentials/usable-credentials.ts';
import { randomBytes, sha256 } from '../credentials/wallet-crypto.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import { findSigner } from '../signing/find-signer.ts';
import type { ProofOffer } from './proof-offers.ts';
import type { StoredProof } from './stored-proof.ts';

type KeepPorts = { readonly records: WalletRecords; readonly nowMs: () => number };

/**
 * The offer as a record, signed by the key of the citizen's signing credential; not yet stamped, and not stored.
 * @throws AppError `signing_credential_missing`
 */
export async function signOffer(offer: ProofOffer, { records, nowMs }: KeepPorts): Promise<StoredProof> {
  const signer = await findSigner(records, nowMs());
  const { sign } = await takeCredential(records, signer.credentialId, nowMs());
  const proof: LocalProof = {
    type: 'daricheh.local-proof.v1',
    page: offer.page,
    sentTo: offer.sentTo,
    sentBy: offer.sentBy,
    sentAt: new Date(offer.atMs).toISOString(),
    lines: [...offer.lines],
    picture: offer.picture === null ? null : await describePicture(offer.picture),
    salt: encodeBase64Url(randomBytes(16)),
  };
  const { x5c } = signer.claims.signing_certificate;
  const jws = await signLocalProof(proof, new Date(nowMs()), { x5c, sign }, { sha256 });
  return { id: offer.id, keptAtMs: nowMs(), file: { type: 'daricheh.local-proof-file.v1', jws, picture: offer.picture } };
}

async function describePicture(picture: string): Promise<LocalProof['picture']> {
  const bytes = decodeBase64Url(picture);
  return { mediaType: 'image/jpeg', sha256: encodeBase64Url(await sha256(bytes)), size: bytes.length };
}
