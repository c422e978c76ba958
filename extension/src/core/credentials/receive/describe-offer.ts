import type { IssuanceMetadata } from '@daricheh/shared/issuance';
import type { OfferView } from '../../consent/prompt-view.ts';
import { type Configuration, findConfiguration, findIssuer, openIssuance, type ReceivePorts } from './open-issuance.ts';

/** What a link offers, by an issuer of the trust list. Nothing is taken yet, and the citizen is not named. @throws AppError `offer_invalid`, `issuer_not_trusted`, `issuer_metadata_invalid`, `offer_unknown`, `unavailable` */
export async function describeOffer(link: string, ports: ReceivePorts): Promise<OfferView> {
  const { client, issuers } = await openIssuance(ports);
  const offer = await client.readOffer(link);
  const configurations = listConfigurations(offer.configurationIds, await client.fetchMetadata(offer.issuer));
  const { txCode } = offer;
  return {
    issuer: { id: offer.issuer, name: findIssuer(issuers, offer.issuer).name },
    vcts: configurations.map(({ configuration }) => configuration.vct),
    registersPasskey: wantsPasskey(configurations),
    // Where there is a code, nobody need sign in.
    signsIn: offer.preAuthorizedCode === null,
    txCode: txCode && {
      isNumeric: txCode.input_mode === 'numeric',
      length: txCode.length ?? null,
      description: txCode.description ?? null,
    },
  };
}

/** Every configuration of these ids. @throws AppError `offer_unknown` */
export function listConfigurations(ids: readonly string[], metadata: IssuanceMetadata): Configuration[] {
  return ids.map((id) => findConfiguration(id, metadata));
}

/** Whether one of the documents is bound to a passkey. */
export function wantsPasskey(configurations: readonly Configuration[]): boolean {
  return configurations.some(({ configuration }) => configuration.daricheh_passkey_required === true);
}
