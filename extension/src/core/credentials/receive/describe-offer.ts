import { findRegisteredDocuments } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { IssuanceMetadata } from '@daricheh/shared/issuance';
import type { TrustedIssuer } from '@daricheh/shared/trust';
import type { OfferView } from '../../consent/prompt-view.ts';
import { type Configuration, findConfiguration, findIssuer, openIssuance, type ReceivePorts } from './open-issuance.ts';

/** What a link offers, by an issuer of the trust list. Nothing is taken yet, and the citizen is not named. @throws AppError `offer_invalid`, `issuer_not_trusted`, `issuer_metadata_invalid`, `offer_unknown`, `unavailable` */
export async function describeOffer(link: string, ports: ReceivePorts): Promise<OfferView> {
  const { client, issuers } = await openIssuance(ports);
  const offer = await client.readOffer(link);
  const configurations = listConfigurations(offer.configurationIds, await client.fetchMetadata(offer.issuer));
  for (const { configuration } of configurations) checkMayIssue(issuers, offer.issuer, configuration, ports);
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

/** An issuer gives the documents that the trust list has it for, and no others: the rest of the offer goes with them. */
function checkMayIssue(
  issuers: readonly TrustedIssuer[],
  issuer: string,
  { format, vct: name }: Configuration['configuration'],
  { nowMs }: Pick<ReceivePorts, 'nowMs'>,
): void {
  const type = format === 'mso_mdoc' ? { doctype: name } : { vct: name };
  const entries = findRegisteredDocuments(issuers, { issuer, type, at: new Date(nowMs()) });
  if (entries.length === 0) throw new AppError('issuer_not_trusted', { what: 'trust_list' });
}

/** Every configuration of these ids. @throws AppError `offer_unknown` */
export function listConfigurations(ids: readonly string[], metadata: IssuanceMetadata): Configuration[] {
  return ids.map((id) => findConfiguration(id, metadata));
}

/** Whether one of the documents is bound to a passkey. */
export function wantsPasskey(configurations: readonly Configuration[]): boolean {
  return configurations.some(({ configuration }) => configuration.daricheh_passkey_required === true);
}
