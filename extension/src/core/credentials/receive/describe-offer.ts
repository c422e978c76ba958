import { AppError } from '@daricheh/shared/errors';
import type { OfferView } from '../../consent/prompt-view.ts';
import type { AcceptedOffer } from './accepted-offer.ts';
import { findConfiguration, findIssuer, openIssuance, type ReceivePorts } from './open-issuance.ts';

/** What a link offers, by an issuer of the trust list. Nothing is taken yet, and the citizen is not named. @throws AppError `offer_invalid`, `issuer_not_trusted`, `issuer_metadata_invalid`, `offer_unknown`, `unavailable` */
export async function describeOffer(link: string, ports: ReceivePorts): Promise<OfferView> {
  const { client, issuers } = await openIssuance(ports);
  const offer = await client.readOffer(link);
  const metadata = await client.fetchMetadata(offer.issuer);
  const configurations = offer.configurationIds.map((id) => findConfiguration(id, metadata));
  return {
    issuer: { id: offer.issuer, name: findIssuer(issuers, offer.issuer).name },
    vcts: configurations.map(({ configuration }) => configuration.vct),
    registersPasskey: configurations.some(({ configuration }) => configuration.daricheh_passkey_required === true),
  };
}

/** Takes the offer: its code is used up from here on. */
export async function acceptOffer(link: string, ports: ReceivePorts): Promise<AcceptedOffer> {
  const { client } = await openIssuance(ports);
  const offer = await client.readOffer(link);
  if (offer.txCode) throw new AppError('offer_unknown', { what: 'tx_code' });
  const metadata = await client.fetchMetadata(offer.issuer);
  const configurations = offer.configurationIds.map((id) => findConfiguration(id, metadata));
  const wantsPasskey = configurations.some(({ configuration }) => configuration.daricheh_passkey_required === true);
  const accessToken = await client.requestToken(metadata, offer);
  return {
    issuer: offer.issuer,
    configurationIds: [...offer.configurationIds],
    accessToken,
    passkeyNonce: wantsPasskey ? await client.requestNonce(metadata) : null,
  };
}
