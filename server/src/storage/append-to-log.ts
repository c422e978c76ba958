import type { Bytes } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { commitTo, encodeLogEntry, type LogEntry, saltLength } from '@daricheh/shared/log';
import { appendLeaf, computeFrontierRoot, type Frontier, hashLeaf, type TileHash, tileWidth } from '@daricheh/shared/merkle';
import { CompiledQuery, type Transaction } from 'kysely';
import { randomBytes, sha256 } from '../crypto/node-crypto.ts';
import { insertEvents } from './insert-events.ts';
import { insertRows } from './insert-rows.ts';
import { keepText } from './keep-text.ts';
import type { LogFact } from './logs.ts';
import type { LogEntryRow, LogHeadRow, Schema } from './schema.ts';

/** Adds to an agency's log, and to its outbox, in the transaction of what is logged. Called last: see `createLogWriter`. */
export type WriteLog = (transaction: Transaction<Schema>, agency: string, facts: readonly LogFact[]) => Promise<void>;

/**
 * A writer whose entries bear the time by `now`, and which puts into the outbox what an agency of `told` is to be told of. From the first statement until its transaction ends it holds the row of
 * the agency's head, and others of that agency wait; so it is called when everything else is written. Who holds the row asks
 * for no other, and two transactions cannot wait for each other over it.
 */
export function createLogWriter(now: () => Date, told: ReadonlySet<string>): WriteLog {
  return async (transaction, agency, facts) => {
    const commitments = await Promise.all(facts.map(commit));
    const frontier = await claimPlaces(transaction, agency, facts.length);
    const time = now();
    const at = Math.floor(time.getTime() / 1000);
    const entries = facts.map(({ kind, subject }, of) => ({ kind, at, subject, ...(commitments[of] ?? { commitment: '', salt: '' }) }));
    await writeEntries(transaction, { agency, frontier, entries });
    const announced = facts.flatMap(({ announce }, of) => (announce === undefined ? [] : [{ announce, logIndex: frontier.size + of }]));
    if (told.has(agency)) await insertEvents(transaction, agency, time, announced);
  };
}

type NewEntry = LogEntry & { readonly subject: string; readonly salt: string };

async function commit({ content }: LogFact) {
  const salt = randomBytes(saltLength);
  return { salt: encodeBase64Url(salt), commitment: await commitTo(content, salt, sha256) };
}

/** Takes the next places for this transaction alone. @returns the tree as it was before */
async function claimPlaces(transaction: Transaction<Schema>, agency: string, count: number): Promise<Frontier> {
  const sql = keepText(transaction, 'claim places in log', () =>
    transaction
      .insertInto('log_heads')
      .values({ agency, size: count, frontier: '' })
      .onConflict((conflict) => conflict.column('agency').doUpdateSet((row) => ({ size: row('log_heads.size', '+', count) })))
      .returning(['size', 'frontier'])
      .compile(),
  );
  const { rows } = await transaction.executeQuery<Pick<LogHeadRow, 'size' | 'frontier'>>(
    CompiledQuery.raw(sql, [agency, count, '', count]),
  );
  const [head] = rows;
  if (head === undefined) throw new Error('A log has no head.');
  return { size: Number(head.size) - count, hashes: head.frontier === '' ? [] : head.frontier.split('.').map(decodeBase64Url) };
}

type Batch = { readonly agency: string; readonly frontier: Frontier; readonly entries: readonly NewEntry[] };

async function writeEntries(transaction: Transaction<Schema>, { agency, frontier: before, entries }: Batch): Promise<void> {
  let frontier = before;
  const rows: LogEntryRow[] = [];
  const whole: TileHash[] = [];
  for (const { kind, at, commitment, salt, subject } of entries) {
    const appended = await appendLeaf(frontier, await hashLeaf(encodeLogEntry({ kind, at, commitment }), sha256), sha256);
    const root = encodeBase64Url(await computeFrontierRoot(appended.frontier, sha256));
    rows.push({ agency, leaf_index: frontier.size, kind, at, commitment, root, salt, subject, erased_at: null });
    whole.push(...appended.whole);
    frontier = appended.frontier;
  }
  await insertRows(transaction, 'log_entries', rows);
  await writeHashes(transaction, agency, whole);
  const hashes = frontier.hashes.map((hash: Bytes) => encodeBase64Url(hash)).join('.');
  const sql = keepText(transaction, 'move head of log', () =>
    transaction.updateTable('log_heads').set({ frontier: hashes }).where('agency', '=', agency).compile(),
  );
  await transaction.executeQuery(CompiledQuery.raw(sql, [hashes, agency]));
}

async function writeHashes(transaction: Transaction<Schema>, agency: string, hashes: readonly TileHash[]): Promise<void> {
  const rows = hashes.map(({ level, index, offset, hash }) => ({
    ...{ agency, level, place: index * tileWidth + offset, hash: encodeBase64Url(hash) },
  }));
  await insertRows(transaction, 'log_hashes', rows);
}
