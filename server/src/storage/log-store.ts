import { decodeBase64Url } from '@daricheh/shared/encoding';
import { encodeLogEntry, type LoggedEntry, logEntryKinds } from '@daricheh/shared/log';
import { hashLeaf, hashNothing, type TileName, tileWidth } from '@daricheh/shared/merkle';
import { sha256 } from '../crypto/node-crypto.ts';
import type { LogStore } from './logs.ts';
import { type Db, run } from './run.ts';
import type { LogEntryRow } from './schema.ts';

/** The agencies' logs, in the tables `log_entries` and `log_hashes`. */
export function createLogStore(db: Db): LogStore {
  return {
    readHead: (agency) =>
      run(async () => {
        const last = await db
          .selectFrom('log_entries')
          .select(['leaf_index', 'root'])
          .where('agency', '=', agency)
          .orderBy('leaf_index', 'desc')
          .limit(1)
          .executeTakeFirst();
        if (last === undefined) return { size: 0, root: await hashNothing(sha256) };
        return { size: Number(last.leaf_index) + 1, root: decodeBase64Url(last.root) };
      }),
    list: ({ agency, start, count }) => run(async () => (await selectEntries(db, agency, start, count)).map(readEntry)),
    readTile: ({ agency, level, index }) =>
      run(() => (level === 0 ? readLeaves(db, agency, index) : readHashes(db, agency, { level, index }))),
    findReceipt: ({ agency, caseNumber }) =>
      run(async () => {
        const row = await db
          .selectFrom('submissions')
          .innerJoin('log_entries', (join) =>
            join.onRef('log_entries.agency', '=', 'submissions.agency').onRef('log_entries.subject', '=', 'submissions.id'),
          )
          .selectAll('log_entries')
          .where((where) => where.and({ 'submissions.agency': agency, case_number: caseNumber, kind: 'receipt' }))
          .orderBy('leaf_index')
          .limit(1)
          .executeTakeFirst();
        return row?.salt ? { ...readEntry(row), salt: row.salt } : null;
      }),
  };
}

function selectEntries(db: Db, agency: string, start: number, count: number) {
  return db
    .selectFrom('log_entries')
    .selectAll()
    .where('agency', '=', agency)
    .where('leaf_index', '>=', start)
    .where('leaf_index', '<', start + count)
    .orderBy('leaf_index')
    .execute();
}

async function readLeaves(db: Db, agency: string, index: number) {
  const rows = await selectEntries(db, agency, index * tileWidth, tileWidth);
  return Promise.all(rows.map((row) => hashLeaf(encodeLogEntry(readEntry(row)), sha256)));
}

async function readHashes(db: Db, agency: string, { level, index }: TileName) {
  const rows = await db
    .selectFrom('log_hashes')
    .select('hash')
    .where((where) => where.and({ agency, level }))
    .where('place', '>=', index * tileWidth)
    .where('place', '<', (index + 1) * tileWidth)
    .orderBy('place')
    .execute();
  return rows.map(({ hash }) => decodeBase64Url(hash));
}

function readEntry({ leaf_index: index, kind, at, commitment, root, erased_at: erasedAt }: LogEntryRow): LoggedEntry {
  const known = logEntryKinds.find((each) => each === kind);
  if (known === undefined) throw new Error('The log holds an entry of a kind that this program does not know.');
  const erased = erasedAt === null ? {} : { erasedOn: new Date(Number(erasedAt)).toISOString().slice(0, 10) };
  return { index: Number(index), kind: known, at: Number(at), commitment, root, ...erased };
}
