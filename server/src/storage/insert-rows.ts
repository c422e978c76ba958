import { CompiledQuery, type Insertable, type Transaction } from 'kysely';
import { keepText } from './keep-text.ts';
import type { Schema } from './schema.ts';

/** So many go into one statement at most. */
const mostRows = 64;

export type InsertOptions<Table extends keyof Schema> = {
  /** A row is left out where one stands that is the same in these columns, by which rows are told apart; none is left out when absent. */
  readonly unlessSameIn?: readonly (keyof Schema[Table] & string)[];
};

/** Inserts whole rows in few statements, whose texts are kept. @returns how many were written */
export async function insertRows<Table extends keyof Schema>(
  transaction: Transaction<Schema>,
  table: Table,
  rows: readonly Schema[Table][],
  { unlessSameIn }: InsertOptions<Table> = {},
): Promise<number> {
  let written = 0;
  for (const part of partRows(rows)) {
    const columns = Object.keys(part[0] ?? {}) as (keyof Schema[Table])[];
    const sql = keepText(transaction, `insert ${table} ${part.length} ${columns.join()} ${unlessSameIn?.join()}`, () => {
      const insert = transaction.insertInto(table).values(part as readonly Insertable<Schema[Table]>[]);
      return (unlessSameIn === undefined ? insert : insert.onConflict((conflict) => conflict.columns(unlessSameIn).doNothing())).compile();
    });
    const parameters = part.flatMap((row) => columns.map((column) => row[column]));
    written += Number((await transaction.executeQuery(CompiledQuery.raw(sql, parameters))).numAffectedRows);
  }
  return written;
}

/** In parts of 64, 32, 16 … rows: however many come together, there are seven texts for a table and not as many as batches can be large. */
export function* partRows<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  let at = 0;
  for (let size = mostRows; size >= 1; size /= 2) for (; rows.length - at >= size; at += size) yield rows.slice(at, at + size);
}
