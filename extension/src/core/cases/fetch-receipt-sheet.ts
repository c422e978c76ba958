import type { Bytes } from '@daricheh/shared/credential';
import { encodeUtf8, isSameBytes } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { findEmbeddedFile } from '@daricheh/shared/pdf';
import { readBytes } from '../http/http.ts';
import type { ReceivedCase } from './case-record.ts';
import type { DeliverPorts } from './deliver-case.ts';

/** Most that it may weigh: the pages, the form, its receipt and the evidence. */
const maxSheetBytes = 1_048_576;
/** The agency makes it anew, letter by letter: seconds where it has much to do. */
const timeoutMs = 30_000;

/**
 * The receipt of a case as PDF, from the agency that issued it, once the receipt in it is the one that is kept, byte for byte.
 * The token goes to the agency's own origin alone.
 *
 * Not checked: the seal over the file, which readers of PDF check, and what its pages say.
 * @throws AppError `unavailable`, `agency_refused`, the codes that the agency names, and `receipt_sheet_invalid`
 */
export async function fetchReceiptSheet(
  { caseUri, caseToken, receipt, agency }: Pick<ReceivedCase, 'caseUri' | 'caseToken' | 'receipt' | 'agency'>,
  language: 'fa' | 'en',
  { send }: Pick<DeliverPorts, 'send'>,
): Promise<Bytes> {
  if (new URL(caseUri).origin !== agency.origin) throw new AppError('agency_refused', { what: 'address' });
  const headers = { authorization: `Bearer ${caseToken}`, accept: 'application/pdf' };
  const answer = await send({ url: `${caseUri}/receipt.pdf?lang=${language}`, method: 'GET', headers, timeoutMs });
  const bytes = readBytes(answer, maxSheetBytes);
  if (!isSameBytes(findEmbeddedFile(bytes, 'receipt.jws'), encodeUtf8(receipt)))
    throw new AppError('receipt_sheet_invalid', { what: 'receipt' });
  return bytes;
}
