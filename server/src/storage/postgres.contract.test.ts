import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { at } from './contract-time.ts';
import { describeErasure } from './erasure-store.contract.ts';
import { openPostgresStore } from './postgres.ts';
import { describeStore } from './store.contract.ts';
import { type RunningPostgres, startPostgres } from './testing/start-postgres.ts';

/** A statement that waits for another's lock on a busy machine is no storage that is away. */
const patienceMs = 60_000;

let postgres: RunningPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describeStore('the store in PostgreSQL', async () =>
  openPostgresStore({ url: await postgres.createDatabase(), now: () => at, told: new Set(['tax']), patienceMs }),
);

describeErasure('PostgreSQL', async () => {
  const url = await postgres.createDatabase();
  const dump = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const tables = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const rows: Record<string, string[]> = {};
    for (const { name } of tables.rows) rows[name] = (await client.query(`select * from ${name}`)).rows.map((row) => JSON.stringify(row));
    await client.end();
    return rows;
  };
  return { store: await openPostgresStore({ url, now: () => at, told: new Set(['tax']), patienceMs }), dump };
});

it('a PostgreSQL database is shaped once by eight processes that start together', async () => {
  const url = await postgres.createDatabase();
  const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore({ url, now: () => at, patienceMs })));
  await Promise.all(stores.map((store) => store.checkHealth()));
  await Promise.all(stores.map((store) => store.close()));
});

it('a PostgreSQL database refuses text that it cannot keep', async () => {
  const store = await openPostgresStore({ url: await postgres.createDatabase(), now: () => at });
  const name = { agency: 'tax', caseNumber: 'A\u0000' };
  await expect(store.cases.read(name)).rejects.toMatchObject({ code: 'malformed_request' });
  await store.close();
});

it('a PostgreSQL server that is not there is told as unavailable', async () => {
  const store = await openPostgresStore({ url: await postgres.createDatabase(), now: () => at });
  await postgres.stop();
  await expect(store.checkHealth()).rejects.toMatchObject({ code: 'unavailable' });
  await store.close();
});
