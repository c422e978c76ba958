import { AppError } from '@daricheh/shared/errors';
import { readJson } from '../http/http.ts';
import type { ReceivedCase } from './case-record.ts';
import type { DeliverPorts } from './deliver-case.ts';

/**
 * What the agency answers at an address of the case, parsed and not yet believed: to a GET or, where there is a body, a POST.
 * The case's token goes to the agency's own origin alone.
 * @throws AppError `unavailable`, `agency_refused`, and the codes that the agency names
 */
export async function askAboutCase(
  { agency, caseToken }: ReceivedCase,
  url: string,
  { send }: Pick<DeliverPorts, 'send'>,
  body?: string,
): Promise<unknown> {
  if (new URL(url).origin !== agency.origin) throw new AppError('agency_refused', { what: 'address' });
  const headers = { authorization: `Bearer ${caseToken}`, accept: 'application/json' };
  if (body === undefined) return readJson(await send({ url, method: 'GET', headers }));
  return readJson(await send({ url, method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }));
}
