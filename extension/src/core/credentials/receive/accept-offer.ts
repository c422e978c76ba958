import type { IssuanceMetadata, IssuanceToken } from '@daricheh/shared/issuance';
import type { AcceptedOffer } from './accepted-offer.ts';
import { listConfigurations, wantsPasskey } from './describe-offer.ts';
import { openDpopKey } from './dpop-key.ts';
import { type Issuance, openIssuance, type ReceivePorts } from './open-issuance.ts';

/** Takes the offer by the code in it: the code is used up from here on. @throws AppError `tx_code_wrong`, `invalid_grant` and others of the issuer */
export async function acceptOffer(link: string, txCode: string | undefined, ports: ReceivePorts): Promise<AcceptedOffer> {
  const { client } = await openIssuance(ports);
  const offer = await client.readOffer(link);
  const metadata = await client.fetchMetadata(offer.issuer);
  const key = await openDpopKey(offer.issuer, ports.records, ports.nowMs());
  const token = await client.redeemOffer(metadata, offer, { key, ...(txCode !== undefined && { txCode }) });
  return describeAccepted({ client, metadata, token, configurationIds: offer.configurationIds });
}

/** What was accepted, once there is a token for it. @throws AppError `offer_unknown`, `unavailable` */
export async function describeAccepted(taken: {
  readonly client: Issuance['client'];
  readonly metadata: IssuanceMetadata;
  readonly token: IssuanceToken;
  readonly configurationIds: readonly string[];
}): Promise<AcceptedOffer> {
  const { client, metadata, token, configurationIds } = taken;
  const needsNonce = wantsPasskey(listConfigurations(configurationIds, metadata));
  const identifiers = Object.fromEntries(Object.entries(token.identifiers).map(([id, names]) => [id, [...names]]));
  return {
    issuer: metadata.issuer,
    configurationIds: [...configurationIds],
    token: { ...token, identifiers },
    passkeyNonce: needsNonce ? await client.requestNonce(metadata) : null,
  };
}
