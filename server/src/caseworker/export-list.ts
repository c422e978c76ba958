import { encodeUtf8 } from '@daricheh/shared/encoding';
import type { Deps } from '../deps.ts';
import type { CaseRecord, CaseState } from '../storage/store.ts';
import { formatDay } from './format.ts';
import type { ListFilter } from './pages/list-page.ts';
import type { Visit } from './pages/page.ts';
import { text } from './text.ts';
import { byteOrderMark, writeCsvRecord } from './write-csv.ts';

/** Lists by the state of their cases; requests for erasure are few, and are decided one by one. */
export type ExportedFilter = Exclude<ListFilter, 'erasure'>;

const rowsAtOnce = 500;

/** The list as a file for spreadsheets, written as it is read: however long it is, a page of it is in memory. */
export function exportList(
  { agency, states, filter }: { readonly agency: string; readonly states: readonly CaseState[]; readonly filter: ExportedFilter },
  visit: Visit,
  { store }: Pick<Deps, 'store'>,
): Response {
  const words = text[visit.language];
  let last: CaseRecord | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      const heads = [words.case, words.number, words.state, words.signature, words.received, words.due];
      stream.enqueue(encodeUtf8(byteOrderMark + writeCsvRecord(heads)));
    },
    pull: async (stream) => {
      const page = await store.cases.list({ agency, states, limit: rowsAtOnce, ...(last && { after: last }) });
      last = page.at(-1);
      if (page.length > 0) stream.enqueue(encodeUtf8(page.map((record) => writeCsvRecord(listCells(record, visit))).join('')));
      if (page.length < rowsAtOnce) stream.close();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="cases-${filter}.csv"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** What the page shows of a case, in the same words. */
function listCells({ caseNumber, title, state, isSigned, recheck, receivedAt, dueAt }: CaseRecord, { language }: Visit): string[] {
  const words = text[language];
  const signature = recheck === null ? (isSigned ? words.verified : words.unsigned) : words.recheckBadges[recheck.state];
  return [title[language], caseNumber, words.states[state], signature, formatDay(receivedAt, language), formatDay(dueAt, language)];
}
