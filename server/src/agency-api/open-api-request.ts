import { buildDocumentQuery } from '@daricheh/shared/agency';
import { requestLifetimeMs } from '../verifier/request-record.ts';
import { findUseQuery, openRequest } from '../verifier/start-request.ts';
import type { AtAgency, VerifierPorts } from '../verifier/verifier-ports.ts';
import type { ApiRequest, ApiRequestOpened } from './shapes.ts';

/** Name that stands in the place of a registered use where documents were asked for one by one. */
const ownQuery = '';

/**
 * A request in the name of the agency, whose answer the agency's own system will read.
 * @throws AppError `use_not_registered`; `malformed_request` for a datum that a document does not state, or a `returnTo` off the agency's origin; `too_much_asked`
 */
export async function openApiRequest(
  { agency, wish }: AtAgency<{ readonly wish: ApiRequest }>,
  ports: VerifierPorts,
): Promise<ApiRequestOpened> {
  const { channel, returnTo, documents } = wish;
  const asked =
    documents === undefined
      ? await findUseQuery({ agency, use: wish.use ?? ownQuery }, ports)
      : { use: ownQuery, query: buildDocumentQuery(documents) };
  const expiresAt = new Date(ports.now().getTime() + requestLifetimeMs).toISOString();
  const opened = await openRequest({ agency, ...asked, channel, returnTo, asker: 'system', browser: '' }, ports);
  return { ...opened, state: 'pending', expiresAt };
}
