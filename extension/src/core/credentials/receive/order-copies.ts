import { AppError } from '@daricheh/shared/errors';
import type { IssuanceClient, IssuanceMetadata, PasskeyEvidence } from '@daricheh/shared/issuance';
import { createHolderKey, type HolderKey, openHolderKey } from '../holder-key.ts';
import type { CredentialInstance } from '../stored-credential.ts';
import type { Configuration } from './open-issuance.ts';

/** Most copies that the wallet takes at a time. */
const maxCopies = 20;

export type CopyOrder = Configuration & {
  readonly client: IssuanceClient;
  readonly metadata: IssuanceMetadata;
  readonly accessToken: string;
  /** For the request that registers a passkey: the nonce that the passkey signed. Otherwise a fresh one is asked for. */
  readonly registration: { readonly nonce: string; readonly passkey: PasskeyEvidence } | null;
};

export type OrderedCopies = { readonly instances: readonly CredentialInstance[]; readonly keys: readonly HolderKey[] };

/** Verified copies of one document, each under a fresh key. Nothing is kept yet. @throws AppError as `requestCredentials` */
export async function orderCopies(order: CopyOrder, nowMs: number): Promise<OrderedCopies> {
  const { client, metadata, accessToken, registration } = order;
  const fresh = await Promise.all(Array.from({ length: countCopies(order) }, () => createHolderKey(nowMs)));
  const proven = await Promise.all(fresh.map(async ({ key, publicKey }) => ({ publicKey, sign: await openHolderKey(key) })));
  const received = await client.requestCredentials({
    metadata,
    accessToken,
    configurationId: order.id,
    nonce: registration?.nonce ?? (await client.requestNonce(metadata)),
    keys: proven,
    ...(registration && { passkey: registration.passkey }),
  });
  // In the order of the keys, one for each: the client has seen to it.
  const instances = received.map(({ sdJwt }, index) => ({ credential: sdJwt, keyId: keyAt(fresh, index).id, usedAtMs: null }));
  return { instances, keys: fresh.map(({ key }) => key) };
}

/** How many copies are taken of a document of this kind: as many as its issuer gives, and one where a passkey is bound to it. */
export function countCopies({ configuration, metadata }: Pick<CopyOrder, 'configuration' | 'metadata'>): number {
  return configuration.daricheh_passkey_required === true ? 1 : Math.min(metadata.batchSize, maxCopies);
}

function keyAt(keys: readonly { readonly key: HolderKey }[], index: number): HolderKey {
  const found = keys[index];
  if (!found) throw new AppError('credential_not_as_offered', { what: 'count' });
  return found.key;
}
