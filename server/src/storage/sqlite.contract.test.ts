import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll } from 'vitest';
import { at } from './contract-time.ts';
import { describeErasure } from './erasure-store.contract.ts';
import { openSqliteStore } from './sqlite.ts';
import { describeStore } from './store.contract.ts';

const options = { now: () => at, told: new Set(['tax']) };
const folder = mkdtempSync(join(tmpdir(), 'daricheh-contract-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

describeStore('the store in SQLite', () => openSqliteStore({ file: ':memory:', ...options }));

describeErasure('SQLite', async () => {
  files += 1;
  const file = join(folder, `${files}.sqlite`);
  const dump = async () => {
    const raw = new SqliteDatabase(file, { readonly: true });
    const tables = raw.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
    const rows = tables.map(({ name }) => [
      name,
      raw
        .prepare(`select * from ${name}`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]);
    raw.close();
    return Object.fromEntries(rows) as Record<string, string[]>;
  };
  return { store: await openSqliteStore({ file, ...options }), dump };
});
