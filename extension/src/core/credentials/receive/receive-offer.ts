import type { IssuanceMetadata, PasskeyEvidence } from '@daricheh/shared/issuance';
import type { TrustedIssuer } from '@daricheh/shared/trust';
import type { ItemChange } from '../../records/wallet-items.ts';
import type { WalletRecords } from '../../records/wallet-records.ts';
import type { HolderKey } from '../holder-key.ts';
import type { StoredCredential } from '../stored-credential.ts';
import type { AcceptedOffer } from './accepted-offer.ts';
import { type Configuration, findConfiguration, findIssuer, type Issuance, openIssuance, type ReceivePorts } from './open-issuance.ts';
import { orderCopies } from './order-copies.ts';
import { readDisplay } from './read-display.ts';

/**
 * Receives every document of the offer, in as many copies as its issuer gives, verifies them, and keeps all of them or
 * none. A document takes the place of an older one of the same type from the same issuer.
 * @returns how many were received
 */
export async function receiveOffer(accepted: AcceptedOffer, passkey: PasskeyEvidence | null, ports: ReceivePorts): Promise<number> {
  const issuance = await openIssuance(ports);
  const metadata = await issuance.client.fetchMetadata(accepted.issuer);
  const issuer = findIssuer(issuance.issuers, accepted.issuer);
  const received: Received[] = [];
  for (const id of accepted.configurationIds) {
    const order = { ...findConfiguration(id, metadata), accepted, passkey, metadata, issuer, issuance };
    received.push(await receiveOne(order, ports.nowMs()));
  }
  const older = await findReplaced(received, ports.records);
  await ports.records.commit([...received.flatMap((each) => keep(each, ports.records)), ...older]);
  return received.length;
}

type Received = { readonly credential: StoredCredential; readonly keys: readonly HolderKey[] };

async function receiveOne(
  order: Configuration & {
    readonly accepted: AcceptedOffer;
    readonly passkey: PasskeyEvidence | null;
    readonly metadata: IssuanceMetadata;
    readonly issuer: TrustedIssuer;
    readonly issuance: Issuance;
  },
  nowMs: number,
): Promise<Received> {
  const { id, configuration, accepted, passkey, metadata, issuer, issuance } = order;
  const nonce = configuration.daricheh_passkey_required === true ? accepted.passkeyNonce : null;
  const registration = passkey && nonce !== null ? { nonce, passkey } : null;
  const { client } = issuance;
  const copies = await orderCopies({ id, configuration, client, metadata, accessToken: accepted.accessToken, registration }, nowMs);
  const credential: StoredCredential = {
    version: 2,
    id: crypto.randomUUID(),
    format: configuration.format,
    vct: configuration.vct,
    issuer: { id: issuer.issuer, name: issuer.name },
    configurationId: id,
    instances: [...copies.instances],
    isSingleUse: copies.instances.length > 1,
    receivedAtMs: nowMs,
    renewedAtMs: null,
    standing: null,
    display: readDisplay(configuration),
    renewal: null,
    notificationIds: [],
    stopped: null,
  };
  return { credential, keys: copies.keys };
}

function keep({ credential, keys }: Received, records: WalletRecords): ItemChange[] {
  return [...keys.map((key) => records.keys.put(key)), records.credentials.put(credential)];
}

async function findReplaced(received: readonly Received[], records: WalletRecords): Promise<ItemChange[]> {
  const { items } = await records.credentials.list();
  const older = items.filter((kept) =>
    received.some(({ credential }) => credential.vct === kept.vct && credential.issuer.id === kept.issuer.id),
  );
  return older.flatMap((kept) => [records.credentials.remove(kept.id), ...kept.instances.map(({ keyId }) => records.keys.remove(keyId))]);
}
