import { caseStatus } from '@daricheh/shared/catalogue';
import { AppError } from '@daricheh/shared/errors';
import { readJson, type SendHttp } from '../http/http.ts';
import type { ReceivedCase } from './case-record.ts';

/**
 * The case with what its agency says of it now. The token goes to the agency's own origin alone.
 * @throws AppError `unavailable`, `agency_refused`, and the codes that the agency names
 */
export async function refreshCase(record: ReceivedCase, send: SendHttp, nowMs: number): Promise<ReceivedCase> {
  if (new URL(record.caseUri).origin !== record.agency.origin) throw new AppError('agency_refused', { what: 'address' });
  const headers = { authorization: `Bearer ${record.caseToken}`, accept: 'application/json' };
  const parsed = caseStatus.safeParse(readJson(await send({ url: record.caseUri, method: 'GET', headers })));
  if (!parsed.success || parsed.data.caseNumber !== record.caseNumber) throw new AppError('agency_refused', { what: 'case' });
  return { ...record, status: parsed.data, checkedAtMs: nowMs };
}
