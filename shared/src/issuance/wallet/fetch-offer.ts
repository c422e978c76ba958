import { AppError } from '../../errors/index.ts';
import { type CredentialOffer, parseOfferLink, readCredentialOffer } from '../credential-offer.ts';
import { readAnswer } from '../http-port.ts';
import { type IssuanceClientPorts, jsonHeaders } from './client-ports.ts';

/** Most that an offer may weigh. */
const maxOfferBytes = 65_536;

/**
 * The offer in a link, fetched where the link only names its address: at the origin of an issuer of the trust list, and
 * nowhere else, so that no page can have the wallet call an address of its choice.
 * @throws AppError `offer_invalid`, `issuer_not_trusted`, `unavailable`, `body_too_large`
 */
export async function fetchOffer(link: string, ports: Pick<IssuanceClientPorts, 'sendHttp' | 'issuers'>): Promise<CredentialOffer> {
  const parsed = parseOfferLink(link);
  const offer = parsed.kind === 'offer' ? parsed.offer : await fetchFrom(parsed.uri, ports);
  requireTrustedIssuer(offer.issuer, ports);
  return offer;
}

/** @throws AppError `issuer_not_trusted` */
export function requireTrustedIssuer(identifier: string, { issuers }: Pick<IssuanceClientPorts, 'issuers'>): void {
  if (!issuers.some(({ issuer }) => issuer === identifier)) throw new AppError('issuer_not_trusted', { what: 'issuer' });
}

async function fetchFrom(uri: string, { sendHttp, issuers }: Pick<IssuanceClientPorts, 'sendHttp' | 'issuers'>): Promise<CredentialOffer> {
  const { origin } = new URL(uri);
  if (!issuers.some(({ issuer }) => new URL(issuer).origin === origin)) throw new AppError('issuer_not_trusted', { what: 'origin' });
  const answer = await sendHttp({ url: uri, method: 'GET', headers: jsonHeaders });
  if (answer.bytes.length > maxOfferBytes) throw new AppError('body_too_large', { limit: maxOfferBytes });
  return readCredentialOffer(readAnswer(answer));
}
