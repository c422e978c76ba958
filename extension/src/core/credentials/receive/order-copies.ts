import { AppError } from '@daricheh/shared/errors';
import type { CredentialOrder, IssuanceClient, IssuanceMetadata, PasskeyEvidence } from '@daricheh/shared/issuance';
import { findDocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import { createHolderKey, type HolderKey, openKeyPair } from '../holder-key.ts';
import type { CredentialInstance } from '../stored-credential.ts';
import type { Configuration } from './open-issuance.ts';

/** Most copies that the wallet takes at a time. */
const maxCopies = 20;

export type CopyOrder = Configuration &
  Pick<CredentialOrder, 'token' | 'key' | 'identifier'> & {
    readonly client: IssuanceClient;
    readonly metadata: IssuanceMetadata;
    /** For the request that registers a passkey: the nonce that the passkey signed. Otherwise a fresh one is asked for. */
    readonly registration: { readonly nonce: string; readonly passkey: PasskeyEvidence } | null;
  };

/** Copies of one document with their keys; or why what came may not be kept. `notificationId`: by which the issuer wants to hear of them. */
export type CopyDelivery =
  | {
      readonly kind: 'received';
      readonly instances: readonly CredentialInstance[];
      readonly keys: readonly HolderKey[];
      readonly notificationId: string | null;
    }
  | { readonly kind: 'rejected'; readonly error: AppError; readonly notificationId: string | null };

/** Verified copies of one document, each under a fresh key. Nothing is kept yet. @throws AppError as `requestCredentials` */
export async function orderCopies(order: CopyOrder, nowMs: number): Promise<CopyDelivery> {
  const { client, metadata, token, key, identifier, registration } = order;
  const fresh = await Promise.all(Array.from({ length: countCopies(order) }, () => createHolderKey(nowMs)));
  const delivery = await client.requestCredentials({
    ...{ metadata, token, key, identifier },
    configurationId: order.id,
    nonce: registration?.nonce ?? (await client.requestNonce(metadata)),
    keys: await Promise.all(fresh.map((each) => openKeyPair(each.key))),
    ...(registration && { passkey: registration.passkey }),
  });
  if (delivery.kind === 'rejected') return delivery;
  const { credentials, notificationId } = delivery;
  // In the order of the keys, one for each: the client has seen to it.
  const instances = credentials.map(({ credential }, index) => ({ credential, keyId: keyAt(fresh, index).id, usedAtMs: null }));
  return { kind: 'received', instances, keys: fresh.map((each) => each.key), notificationId };
}

/**
 * How many copies are taken of a document of this kind: as many as its type is worth, never more than its issuer gives at
 * a time, and one where a passkey is bound to it.
 */
export function countCopies({ configuration, metadata }: Pick<CopyOrder, 'configuration' | 'metadata'>): number {
  if (configuration.daricheh_passkey_required === true) return 1;
  const type = findDocumentTypeId(configuration.vct);
  return Math.min(type ? getDocumentType(type).batchSize : maxCopies, metadata.batchSize, maxCopies);
}

function keyAt(keys: readonly { readonly key: HolderKey }[], index: number): HolderKey {
  const found = keys[index];
  if (!found) throw new AppError('credential_not_as_offered', { what: 'count' });
  return found.key;
}
