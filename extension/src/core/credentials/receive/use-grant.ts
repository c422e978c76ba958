import { AppError } from '@daricheh/shared/errors';
import type { IssuanceMetadata, IssuanceToken, HolderKey as ProofKey } from '@daricheh/shared/issuance';
import { openDpopKey } from './dpop-key.ts';
import { type IssuanceGrant, updateGrant } from './issuance-grant.ts';
import { type Issuance, openIssuance, type ReceivePorts } from './open-issuance.ts';

/** A grant that is about to be used again: the issuer's metadata of now, and the wallet's key there. */
export type OpenGrant = {
  readonly grant: IssuanceGrant;
  readonly client: Issuance['client'];
  readonly metadata: IssuanceMetadata;
  readonly key: ProofKey;
};

/** @throws AppError `not_found` when the grant is gone; `issuer_not_trusted`, `issuer_metadata_invalid`, `unavailable` */
export async function openGrant(grantId: string, ports: ReceivePorts): Promise<OpenGrant> {
  const grant = await ports.records.grants.find(grantId);
  if (!grant) throw new AppError('not_found', { what: 'grant' });
  const { client } = await openIssuance(ports);
  const metadata = await client.fetchMetadata(grant.issuer);
  return { grant, client, metadata, key: await openDpopKey(grant.issuer, ports.records, ports.nowMs()) };
}

/**
 * The grant under a new access token. A refresh token may serve once only, so the new one is kept before anything is done
 * with the access token.
 * @throws AppError `invalid_grant` when there is no refresh token, or the issuer no longer takes it
 */
export async function renewGrant(open: OpenGrant, { records }: Pick<ReceivePorts, 'records'>): Promise<OpenGrant> {
  const { refreshToken } = open.grant;
  if (refreshToken === null) throw new AppError('invalid_grant');
  const token: IssuanceToken = await open.client.renewToken(open.metadata, refreshToken, open.key);
  const grant = updateGrant(open.grant, token);
  await records.commit([records.grants.put(grant)]);
  return { ...open, grant };
}
