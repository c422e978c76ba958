import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, it } from 'vitest';
import { insertRows } from './insert-rows.ts';
import { migrate } from './migrate.ts';
import type { LogHashRow, Schema } from './schema.ts';

const describeRows = (count: number): LogHashRow[] =>
  Array.from({ length: count }, (_none, place) => ({ agency: 'tax', level: 1, place, hash: `hash-${place}` }));

async function openTables() {
  const texts: string[] = [];
  const dialect = new SqliteDialect({ database: new SqliteDatabase(':memory:') });
  const db = new Kysely<Schema>({ dialect, log: ({ query }) => void texts.push(query.sql) });
  await migrate(db, new Date());
  texts.length = 0;
  const readAll = () => db.selectFrom('log_hashes').selectAll().orderBy('place').execute();
  return { db, texts, readAll };
}

it.each([0, 1, 3, 64, 100, 200])('%i rows are written whole, each once', async (count) => {
  const { db, readAll } = await openTables();
  expect(await db.transaction().execute((transaction) => insertRows(transaction, 'log_hashes', describeRows(count)))).toBe(count);
  expect(await readAll()).toEqual(describeRows(count));
});

it('however many rows come together, a table has seven texts at most', async () => {
  const { db, texts } = await openTables();
  let at = 0;
  for (let count = 1; count <= 130; count++) {
    const rows = describeRows(count).map((row) => ({ ...row, place: at++ }));
    await db.transaction().execute((transaction) => insertRows(transaction, 'log_hashes', rows));
  }
  expect(new Set(texts.filter((text) => text.startsWith('insert'))).size).toBe(7);
});

it('a row that stands already is left out where that was asked for, and is an error where it was not', async () => {
  const { db, readAll } = await openTables();
  const insert = (rows: readonly LogHashRow[], options = {}) =>
    db.transaction().execute((transaction) => insertRows(transaction, 'log_hashes', rows, options));
  await insert(describeRows(2));
  const again = describeRows(5).map((row) => ({ ...row, hash: 'another' }));
  expect(await insert(again, { unlessSameIn: ['agency', 'level', 'place'] })).toBe(3);
  expect((await readAll()).map(({ hash }) => hash)).toEqual(['hash-0', 'hash-1', 'another', 'another', 'another']);
  await expect(insert(again)).rejects.toThrow();
});
