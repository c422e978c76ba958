import { publishEncryptionKey, type RequestRoute, signRequestObject } from '@daricheh/shared/presentation';
import type { Agency } from '../agencies/agency.ts';
import { type RequestRecord, requestLifetimeMs } from './request-record.ts';
import type { AtAgency } from './verifier-ports.ts';

/** The agency's client id: the hash of its certificate, with its prefix. */
export function clientIdOf({ seal }: Agency): string {
  return `x509_hash:${seal.certificateHash}`;
}

/** Where the answer to a request that came by link is posted. */
export function answerUriOf({ origin }: Agency, id: string): string {
  return `${origin}/daricheh/verifier/requests/${id}/direct-post`;
}

/** The request object of a record. Signing it again says the same, but for the wallet's nonce where one was sent. */
export function signRecordedRequest({
  agency,
  id,
  record,
  walletNonce,
}: AtAgency<{ id: string; record: RequestRecord; walletNonce?: string | undefined }>): Promise<string> {
  const content = {
    clientId: clientIdOf(agency),
    nonce: record.nonce,
    query: record.query,
    route: routeOf({ agency, id, record }),
    encryptionKey: publishEncryptionKey(record.decryptionKey),
    issuedAt: new Date(record.issuedAtMs),
    expiresAt: new Date(record.issuedAtMs + requestLifetimeMs),
    ...(walletNonce === undefined ? {} : { walletNonce }),
  };
  return signRequestObject(content, { x5c: [agency.seal.certificate], sign: agency.seal.sign });
}

function routeOf({ agency, id, record }: AtAgency<{ id: string; record: RequestRecord }>): RequestRoute {
  if (record.channel === 'dc_api') return { mode: 'dc_api.jwt', expectedOrigins: [agency.origin] };
  return { mode: 'direct_post.jwt', responseUri: answerUriOf(agency, id), state: record.state };
}
