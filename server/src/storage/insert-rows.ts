import { CompiledQuery, type Insertable, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** By dialect, then by table and number of rows. There are as many as the code writes, times the largest batch. */
const written = new WeakMap<object, Map<string, string>>();

/** Inserts whole rows in one statement. Its text is written once for each number of rows: to write it takes longer than to insert. */
export async function insertRows<Table extends keyof Schema>(
  transaction: Transaction<Schema>,
  table: Table,
  rows: readonly Schema[Table][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Schema[Table])[];
  const sql = readText(transaction, `${table} ${rows.length} ${columns.join()}`, () =>
    transaction
      .insertInto(table)
      .values(rows as readonly Insertable<Schema[Table]>[])
      .compile(),
  );
  const parameters = rows.flatMap((row) => columns.map((column) => row[column]));
  await transaction.executeQuery(CompiledQuery.raw(sql, parameters));
}

function readText(transaction: Transaction<Schema>, name: string, write: () => CompiledQuery): string {
  const { adapter } = transaction.getExecutor();
  const texts = written.get(adapter) ?? new Map<string, string>();
  const text = texts.get(name) ?? write().sql;
  written.set(adapter, texts.set(name, text));
  return text;
}
