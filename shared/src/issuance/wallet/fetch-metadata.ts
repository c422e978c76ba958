import { decodeUtf8, type Json } from '../../encoding/index.ts';
import { type HttpAnswer, readAnswer } from '../http-port.ts';
import { authorizationServerMetadataUrl, checkIssuanceMetadata, type IssuanceMetadata, issuerMetadataUrl } from '../metadata.ts';
import { signedMetadataMediaType, verifySignedMetadata } from '../signed-metadata.ts';
import { type IssuanceClientPorts, jsonHeaders } from './client-ports.ts';
import { requireTrustedIssuer } from './fetch-offer.ts';

/**
 * What the issuer says of itself, checked. Asked for under its seal; an issuer that signs nothing is read as it stands, and
 * one that signs must have signed by a certificate of its own under a root that the wallet pins.
 * @throws AppError `issuer_not_trusted`, `issuer_metadata_invalid`, `unavailable`, and those of the chain verifier
 * @see OpenID4VCI 1.0, sections 12.2.2 and 12.2.3
 */
export async function fetchMetadata(issuer: string, ports: IssuanceClientPorts): Promise<IssuanceMetadata> {
  requireTrustedIssuer(issuer, ports);
  const accept = `${signedMetadataMediaType}, application/json;q=0.9`;
  const [own, server] = await Promise.all([
    ports.sendHttp({ url: issuerMetadataUrl(issuer), method: 'GET', headers: { accept } }),
    ports.sendHttp({ url: authorizationServerMetadataUrl(issuer), method: 'GET', headers: jsonHeaders }),
  ]);
  return checkIssuanceMetadata(issuer, { issuer: await readOwn(own, issuer, ports), server: readAnswer(server) });
}

async function readOwn(answer: HttpAnswer, issuer: string, ports: IssuanceClientPorts): Promise<Json> {
  if (answer.status !== 200 || answer.contentType !== signedMetadataMediaType) return readAnswer(answer);
  return verifySignedMetadata(decodeUtf8(answer.bytes), { issuer, at: ports.now() }, ports);
}
