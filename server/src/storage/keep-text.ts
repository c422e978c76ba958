import type { CompiledQuery } from 'kysely';
import type { Db } from './run.ts';

/** By dialect, then by name. There are as many as the code writes. */
const written = new WeakMap<object, Map<string, string>>();

/**
 * The text of a statement in the dialect of `db`, written once under that name: to write it takes longer than to run it. What differs from
 * one call to the next stands in its parameters alone, in the order in which `write` names them.
 */
export function keepText(db: Db, name: string, write: () => CompiledQuery): string {
  const { adapter } = db.getExecutor();
  const texts = written.get(adapter) ?? new Map<string, string>();
  const text = texts.get(name) ?? write().sql;
  written.set(adapter, texts.set(name, text));
  return text;
}
