import { AppError } from '@daricheh/shared/errors';
import {
  type CredentialOffer,
  createIssuanceClient,
  type IssuanceClient,
  type IssuanceMetadata,
  type PasskeyEvidence,
  type HolderKey as ProofKey,
} from '@daricheh/shared/issuance';
import type { TrustedIssuer } from '@daricheh/shared/trust';
import * as z from 'zod/mini';
import type { OfferView } from '../consent/prompt-view.ts';
import type { SendHttp } from '../http/http.ts';
import type { ItemChange } from '../records/wallet-items.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import type { WalletTrust } from '../trust/wallet-trust.ts';
import type { Gesture } from './confirm-gesture.ts';
import { createHolderKey, openHolderKey } from './holder-key.ts';
import type { StoredCredential } from './stored-credential.ts';
import { sha256, verifyP256 } from './wallet-crypto.ts';

export type ReceivePorts = {
  readonly records: WalletRecords;
  readonly trust: () => Promise<WalletTrust>;
  readonly send: SendHttp;
  readonly nowMs: () => number;
};

/** What the citizen accepted, while the passkey is asked. The access token is a secret: it stays in memory. */
const acceptedOffer = z.strictObject({
  issuer: z.string(),
  configurationIds: z.array(z.string()),
  accessToken: z.string(),
  /** Nonce of the request that registers the passkey; null where none of the documents wants that. */
  passkeyNonce: z.nullable(z.string()),
});
export type AcceptedOffer = z.infer<typeof acceptedOffer>;

/** The accepted offer that was written by `JSON.stringify`. @throws AppError `prompt_over` when it is none */
export function parseAcceptedOffer(text: string | null): AcceptedOffer {
  const parsed = acceptedOffer.safeParse(JSON.parse(text ?? 'null'));
  if (!parsed.success) throw new AppError('prompt_over');
  return parsed.data;
}

/** What a link offers, by an issuer of the trust list. Nothing is taken yet, and the citizen is not named. @throws AppError `offer_invalid`, `issuer_not_trusted`, `issuer_metadata_invalid`, `offer_unknown`, `unavailable` */
export async function describeOffer(link: string, ports: ReceivePorts): Promise<OfferView> {
  const { client, issuers } = await openClient(ports);
  const offer = await client.readOffer(link);
  const metadata = await client.fetchMetadata(offer.issuer);
  const configurations = findConfigurations(offer, metadata);
  return {
    issuer: { id: offer.issuer, name: findIssuer(issuers, offer.issuer).name },
    vcts: configurations.map(({ configuration }) => configuration.vct),
    registersPasskey: configurations.some(({ configuration }) => configuration.daricheh_passkey_required === true),
  };
}

/** Takes the offer: its code is used up from here on. */
export async function acceptOffer(link: string, ports: ReceivePorts): Promise<AcceptedOffer> {
  const { client } = await openClient(ports);
  const offer = await client.readOffer(link);
  if (offer.txCode) throw new AppError('offer_unknown', { what: 'tx_code' });
  const metadata = await client.fetchMetadata(offer.issuer);
  const wantsPasskey = findConfigurations(offer, metadata).some(({ configuration }) => configuration.daricheh_passkey_required === true);
  const accessToken = await client.requestToken(metadata, offer);
  return {
    issuer: offer.issuer,
    configurationIds: [...offer.configurationIds],
    accessToken,
    passkeyNonce: wantsPasskey ? await client.requestNonce(metadata) : null,
  };
}

/** What the passkey agrees to when it is registered with an issuer. */
export function describeRegistrationGesture(accepted: AcceptedOffer): Gesture | null {
  return accepted.passkeyNonce === null ? null : { tag: 'daricheh/register', context: accepted.issuer, nonce: accepted.passkeyNonce };
}

/**
 * Receives every document of the offer under a fresh key each, verifies them, and keeps all of them or none. A document
 * takes the place of an older one of the same type from the same issuer.
 * @returns how many were received
 */
export async function receiveOffer(accepted: AcceptedOffer, passkey: PasskeyEvidence | null, ports: ReceivePorts): Promise<number> {
  const { client, issuers } = await openClient(ports);
  const metadata = await client.fetchMetadata(accepted.issuer);
  const issuer = findIssuer(issuers, accepted.issuer);
  const received: Received[] = [];
  for (const each of findConfigurations(accepted, metadata)) {
    received.push(await receiveOne({ ...each, accepted, passkey, metadata, issuer, client }, ports.nowMs()));
  }
  const older = await findReplaced(received, ports.records);
  await ports.records.commit([...received.flatMap((each) => keep(each, ports.records)), ...older]);
  return received.length;
}

type Received = { readonly credential: StoredCredential; readonly key: Awaited<ReturnType<typeof createHolderKey>>['key'] };
type Configuration = { readonly id: string; readonly configuration: IssuanceMetadata['configurations'][string] };

async function receiveOne(
  order: Configuration & {
    readonly accepted: AcceptedOffer;
    readonly passkey: PasskeyEvidence | null;
    readonly metadata: IssuanceMetadata;
    readonly issuer: TrustedIssuer;
    readonly client: IssuanceClient;
  },
  nowMs: number,
): Promise<Received> {
  const { accepted, metadata, client, issuer, configuration } = order;
  const { key, publicKey } = await createHolderKey(nowMs);
  const proof: ProofKey = { publicKey, sign: await openHolderKey(key) };
  const wantsPasskey = configuration.daricheh_passkey_required === true;
  const nonce = wantsPasskey && accepted.passkeyNonce !== null ? accepted.passkeyNonce : await client.requestNonce(metadata);
  const [received] = await client.requestCredentials({
    metadata,
    accessToken: accepted.accessToken,
    configurationId: order.id,
    nonce,
    keys: [proof],
    ...(wantsPasskey && order.passkey && { passkey: order.passkey }),
  });
  if (!received) throw new AppError('credential_not_as_offered', { what: 'count' });
  const credential: StoredCredential = {
    version: 2,
    id: crypto.randomUUID(),
    format: 'dc+sd-jwt',
    vct: configuration.vct,
    issuer: { id: issuer.issuer, name: issuer.name },
    configurationId: order.id,
    instances: [{ credential: received.sdJwt, keyId: key.id, usedAtMs: null }],
    isSingleUse: false,
    receivedAtMs: nowMs,
    renewedAtMs: null,
    standing: null,
    display: null,
    renewal: null,
    notificationIds: [],
    stopped: null,
  };
  return { credential, key };
}

function keep({ credential, key }: Received, records: WalletRecords): ItemChange[] {
  return [records.keys.put(key), records.credentials.put(credential)];
}

async function findReplaced(received: readonly Received[], records: WalletRecords): Promise<ItemChange[]> {
  const { items } = await records.credentials.list();
  const older = items.filter((kept) =>
    received.some(({ credential }) => credential.vct === kept.vct && credential.issuer.id === kept.issuer.id),
  );
  return older.flatMap((kept) => [records.credentials.remove(kept.id), ...kept.instances.map(({ keyId }) => records.keys.remove(keyId))]);
}

async function openClient({ trust, send, nowMs }: ReceivePorts) {
  const { list, verifyChain } = await trust();
  const now = () => new Date(nowMs());
  return {
    client: createIssuanceClient({ verifyChain, verifyP256, sha256, sendHttp: send, now, issuers: list.issuers }),
    issuers: list.issuers,
  };
}

/** Every configuration of the offer. @throws AppError `offer_unknown` when the issuer does not describe one in a form that the wallet reads */
function findConfigurations(offer: Pick<CredentialOffer, 'configurationIds'>, metadata: IssuanceMetadata): Configuration[] {
  return offer.configurationIds.map((id) => {
    const configuration = Object.hasOwn(metadata.configurations, id) ? metadata.configurations[id] : undefined;
    if (!configuration) throw new AppError('offer_unknown');
    return { id, configuration };
  });
}

function findIssuer(issuers: readonly TrustedIssuer[], id: string): TrustedIssuer {
  const issuer = issuers.find((each) => each.issuer === id);
  if (!issuer) throw new AppError('issuer_not_trusted');
  return issuer;
}
