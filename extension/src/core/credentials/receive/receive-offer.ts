import { AppError } from '@daricheh/shared/errors';
import type { IssuanceMetadata, PasskeyEvidence, HolderKey as ProofKey } from '@daricheh/shared/issuance';
import type { TrustedIssuer } from '@daricheh/shared/trust';
import { readSeconds } from '../describe-document.ts';
import { openCopy } from '../open-copy.ts';
import type { StoredCredential } from '../stored-credential.ts';
import type { AcceptedOffer } from './accepted-offer.ts';
import { openDpopKey } from './dpop-key.ts';
import type { IssuanceGrant } from './issuance-grant.ts';
import { writeNotice } from './issuer-notice.ts';
import { keepReceived, type Received } from './keep-received.ts';
import { type Configuration, findConfiguration, findIssuer, type Issuance, openIssuance, type ReceivePorts } from './open-issuance.ts';
import { orderCopies } from './order-copies.ts';
import { planRenewal } from './plan-renewal.ts';
import { readDisplay } from './read-display.ts';

/**
 * Receives every document of the offer, in as many copies as it is worth, verifies them, and keeps all of them or none. A
 * document takes the place of an older one of the same type from the same issuer, unless it is about something else.
 * What the issuer is to hear of them is kept with them.
 * @returns how many were received
 */
export async function receiveOffer(accepted: AcceptedOffer, passkey: PasskeyEvidence | null, ports: ReceivePorts): Promise<number> {
  const issuance = await openIssuance(ports);
  const metadata = await issuance.client.fetchMetadata(accepted.issuer);
  const issuer = findIssuer(issuance.issuers, accepted.issuer);
  const { accessToken, isBound, refreshToken } = accepted.token;
  const grant = { id: crypto.randomUUID(), issuer: accepted.issuer, accessToken, isBound, refreshToken };
  const key = await openDpopKey(accepted.issuer, ports.records, ports.nowMs());
  const received: Received[] = [];
  for (const named of nameWanted(accepted, metadata)) {
    received.push(await receiveOne({ ...named, accepted, passkey, metadata, issuer, issuance, grant, key }, ports));
  }
  await keepReceived(received, grant, ports);
  return received.length;
}

type Named = Configuration & { readonly identifier: string | null };

/** Every document that was granted: by its own name where the issuer gave it one, and then there may be several of one kind. */
function nameWanted({ configurationIds, token }: AcceptedOffer, metadata: IssuanceMetadata): Named[] {
  return configurationIds.flatMap((id) => {
    const found = findConfiguration(id, metadata);
    const names: readonly (string | null)[] = token.identifiers[id] ?? [null];
    return names.map((identifier) => ({ ...found, identifier }));
  });
}

type Order = Named & {
  readonly accepted: AcceptedOffer;
  readonly passkey: PasskeyEvidence | null;
  readonly metadata: IssuanceMetadata;
  readonly issuer: TrustedIssuer;
  readonly issuance: Issuance;
  readonly grant: IssuanceGrant;
  readonly key: ProofKey;
};

async function receiveOne(order: Order, ports: ReceivePorts): Promise<Received> {
  const { id, configuration, identifier, metadata, grant, key, issuance, issuer } = order;
  const nowMs = ports.nowMs();
  const registration = readRegistration(order);
  const { client } = issuance;
  const delivery = await orderCopies({ id, configuration, identifier, client, metadata, token: grant, key, registration }, nowMs);
  if (delivery.kind === 'rejected') {
    await rememberRejection(grant, delivery.notificationId, ports);
    throw delivery.error;
  }
  const { instances, keys, notificationId } = delivery;
  const [first] = instances;
  if (!first) throw new AppError('credential_not_as_offered', { what: 'count' });
  const { claims } = await openCopy(configuration.format, first.credential);
  const canRenew = grant.refreshToken !== null && registration === null;
  const credential: StoredCredential = {
    version: 2,
    id: crypto.randomUUID(),
    format: configuration.format,
    vct: configuration.vct,
    issuer: { id: issuer.issuer, name: issuer.name },
    configurationId: id,
    instances: [...instances],
    isSingleUse: instances.length > 1,
    receivedAtMs: nowMs,
    renewedAtMs: null,
    standing: null,
    checkFailedAtMs: null,
    display: readDisplay(configuration),
    grantId: grant.id,
    identifier,
    renewal: canRenew ? { dueAtMs: planRenewal(nowMs, readSeconds(claims['exp']), ports.random), failed: null } : null,
    reusedAtMs: null,
    notificationIds: notificationId === null ? [] : [notificationId],
    stopped: null,
  };
  return { credential, keys };
}

function readRegistration({ configuration, accepted, passkey }: Order): { nonce: string; passkey: PasskeyEvidence } | null {
  const nonce = configuration.daricheh_passkey_required === true ? accepted.passkeyNonce : null;
  return passkey && nonce !== null ? { nonce, passkey } : null;
}

/** The issuer is to hear that what it sent was not what was ordered. */
async function rememberRejection(grant: IssuanceGrant, notificationId: string | null, { records, nowMs }: ReceivePorts): Promise<void> {
  if (notificationId === null) return;
  const notice = writeNotice({ grantId: grant.id, notificationId, event: 'credential_failure', createdAtMs: nowMs() });
  await records.commit([records.grants.put(grant), records.notices.put(notice)]);
}
