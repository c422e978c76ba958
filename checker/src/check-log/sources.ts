import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { type LoggedEntry, loggedEntry, logPage, maxPageEntries } from '@daricheh/shared/log';
import * as z from 'zod/mini';
import type { Audit, AuditedRow, Opened } from './audit-log.ts';

/** A log to be audited: its rows, and what its owner's own record says of its length. */
export type LogSource = Pick<Audit, 'rows' | 'claimedSize'>;

/** GET an address; the parsed JSON of an answer of status 200. */
export type GetJson = (url: string) => Promise<unknown>;

/** An entry as a database names its columns. Columns that an export adds are left aside. */
const row = z.pipe(
  z.object({
    ...{ leaf_index: z.unknown(), kind: z.unknown(), at: z.unknown(), commitment: z.unknown(), root: z.unknown() },
    erased_at: z.optional(z.unknown()),
  }),
  z.transform(({ leaf_index: index, kind, at, commitment, root, erased_at: erasedAt }) => ({
    ...{ index, kind, at, commitment, root },
    ...(typeof erasedAt === 'number' ? { erasedOn: new Date(erasedAt).toISOString().slice(0, 10) } : {}),
  })),
);

/** The log of a running agency, page by page. */
export function readFromAgency(origin: string, getJson: GetJson): LogSource {
  return { rows: readPages(origin, getJson), claimedSize: null };
}

/** A file with one entry to a line, in their order: as the server publishes them, or as a database exports the rows of `log_entries`. */
export function readFromLines(file: string): LogSource {
  return { rows: readLines(file), claimedSize: null };
}

/** One agency of an SQLite database of the server's, with the stored submissions and receipts that its entries commit to. */
export function readFromSqlite(file: string, agency: string): LogSource {
  const database = new DatabaseSync(file, { readOnly: true });
  const head = database.prepare('select size from log_heads where agency = ?').get(agency);
  return { rows: readRows(database, agency), claimedSize: typeof head?.['size'] === 'number' ? head['size'] : 0 };
}

/** The agencies that have a log in an SQLite database. */
export function listAgencies(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare('select agency from log_heads union select agency from log_entries order by agency').all();
    return rows.map(({ agency }) => String(agency));
  } finally {
    database.close();
  }
}

async function* readPages(origin: string, getJson: GetJson): AsyncGenerator<AuditedRow> {
  for (let start = 0; ; ) {
    const { entries } = logPage.parse(await getJson(`${origin}/daricheh/log/entries?start=${start}`));
    for (const [at, entry] of entries.entries()) yield { line: start + at + 1, entry };
    start += entries.length;
    if (entries.length < maxPageEntries) return;
  }
}

async function* readLines(file: string): AsyncGenerator<AuditedRow> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '') yield { line, entry: readEntry(parseJson(text)) };
  }
}

const contents = `select e.*, s.body as body, s.receipt as receipt from log_entries e
  left join submissions s on s.agency = e.agency and s.id = e.subject where e.agency = ? order by e.leaf_index`;

function* readRows(database: DatabaseSync, agency: string): Generator<AuditedRow> {
  let line = 0;
  try {
    for (const found of database.prepare(contents).iterate(agency)) {
      line += 1;
      const entry = readEntry(found);
      const opened = entry === null ? null : readOpened(entry.kind, found);
      yield entry === null || opened === null ? { line, entry } : { line, entry, opened };
    }
  } finally {
    database.close();
  }
}

/** Of an act no table holds the content in one column. */
function readOpened(kind: LoggedEntry['kind'], { salt, body, receipt }: Record<string, unknown>): Opened | null {
  if (kind === 'act' || typeof salt !== 'string') return null;
  const content = kind === 'submission' ? body : receipt;
  return { salt, content: typeof content === 'string' ? content : null };
}

function readEntry(value: unknown): LoggedEntry | null {
  const asRow = row.safeParse(value);
  const parsed = loggedEntry.safeParse(asRow.success ? asRow.data : value);
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is, it is no entry: the caller says which line.
    return null;
  }
}
