import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { createDecryptionKey, type DcqlRequest } from '@daricheh/shared/presentation';
import { findAgencyByOrigin } from '@daricheh/shared/trust';
import { hashBrowserSecret } from './browser-binding.ts';
import { putRequest } from './request-book.ts';
import type { RequestChannel, RequestRecord } from './request-record.ts';
import { buildSignInQuery } from './sign-in-query.ts';
import { clientIdOf, signRecordedRequest } from './sign-recorded-request.ts';
import type { AtAgency, VerifierPorts } from './verifier-ports.ts';

export type StartRequest = AtAgency<{
  /** Id of a use that the trust list registers for the agency. */
  readonly use: string;
  readonly channel: RequestChannel;
  readonly returnTo: string;
  /** Secret of the cookie that the answer must come back with. */
  readonly browserSecret: string;
}>;

/** What the agency's page gets: for the Digital Credentials API an entry of `requests`, else a link for the citizen to follow. */
export type StartedRequest =
  | { readonly id: string; readonly request: { readonly protocol: string; readonly data: { readonly request: string } } }
  | { readonly id: string; readonly link: string };

/**
 * A new request for what the use registers, with a nonce, a state and an encryption key of its own, kept for five minutes.
 * @throws AppError `use_not_registered`, `malformed_request` when `returnTo` leads off the agency's own origin
 */
export async function startRequest({ use: id, browserSecret, ...request }: StartRequest, ports: VerifierPorts): Promise<StartedRequest> {
  const { query, use } = await findUseQuery({ agency: request.agency, use: id }, ports);
  return openRequest({ ...request, use, query, asker: 'page', browser: hashBrowserSecret(browserSecret) }, ports);
}

/** The query for a use that the trust list registers for the agency. @throws AppError `use_not_registered` */
export async function findUseQuery(
  { agency, use: wanted }: AtAgency<{ readonly use: string }>,
  { trust }: Pick<VerifierPorts, 'trust'>,
): Promise<{ readonly use: string; readonly query: DcqlRequest }> {
  const use = findAgencyByOrigin(await trust.readList(), agency.origin)?.uses.find(({ id }) => id === wanted);
  if (use === undefined) throw new AppError('use_not_registered');
  return { use: use.id, query: buildSignInQuery(use) };
}

export type OpenRequest = AtAgency<Pick<RequestRecord, 'use' | 'channel' | 'asker' | 'browser' | 'returnTo' | 'query'>>;

/** A new request for `query`, with a nonce, a state and an encryption key of its own. @throws AppError `malformed_request` when `returnTo` leads off the agency's own origin */
export async function openRequest({ agency, ...asked }: OpenRequest, ports: VerifierPorts): Promise<StartedRequest> {
  const id = encodeBase64Url(ports.randomBytes(16));
  const record: RequestRecord = {
    ...asked,
    nonce: encodeBase64Url(ports.randomBytes(32)),
    state: encodeBase64Url(ports.randomBytes(32)),
    returnTo: checkReturnTo(asked.returnTo, agency.origin),
    decryptionKey: await createDecryptionKey(encodeBase64Url(ports.randomBytes(12))),
    issuedAtMs: ports.now().getTime(),
  };
  await putRequest({ agency, id, record }, ports);
  if (record.channel === 'link') return { id, link: buildLink(clientIdOf(agency), objectUri(agency.origin, id)) };
  const requestObject = await signRecordedRequest({ agency, id, record });
  return { id, request: { protocol: 'openid4vp-v1-signed', data: { request: requestObject } } };
}

function checkReturnTo(path: string, origin: string): string {
  const isPath = path.startsWith('/') && URL.canParse(path, origin) && new URL(path, origin).origin === origin;
  if (!isPath) throw new AppError('malformed_request', { field: 'returnTo' });
  return path;
}

function buildLink(clientId: string, requestUri: string): string {
  return `openid4vp://?${new URLSearchParams({ client_id: clientId, request_uri: requestUri, request_uri_method: 'post' })}`;
}

function objectUri(origin: string, id: string): string {
  return `${origin}/daricheh/verifier/requests/${id}/object`;
}
