import { generateKeyPairSync, sign, verify } from 'node:crypto';
import Database from 'better-sqlite3';
import pg from 'pg';

/** Signatures that one envelope brings along: form's request, credential, key binding, manifest, passkey, certificate. */
export const verifications = 6;
const bodyLength = 8192;

/** Per second: of processor time, and by the clock on the wall. */
export type Rates = { readonly perCore: number; readonly byClock: number };

/** One durable commit of a body, in the store that the floor is of. */
export type Commit = { readonly commit: (body: string) => unknown; readonly close: () => unknown };

/** In SQLite with the same promises as ours: a commit is on the disk before it is acknowledged. */
export function openSqliteCommit(file: string): Commit {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE floor (id INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO floor (body) VALUES (?)');
  return { commit: (body) => insert.run(body), close: () => database.close() };
}

export async function openPostgresCommit(url: string): Promise<Commit> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE floor (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body TEXT)');
  return {
    commit: (body) => client.query({ name: 'insert', text: 'INSERT INTO floor (body) VALUES ($1)', values: [body] }),
    close: () => client.end(),
  };
}

/** What no intake can do without, for `seconds`: the verifications and the one signature that an envelope needs, and one durable commit. */
export function createFloor({ commit }: Commit): (seconds: number) => Promise<Rates> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const data = new Uint8Array(1024);
  const signature = sign('sha256', data, privateKey);
  const body = 'a'.repeat(bodyLength);
  return async (seconds) => {
    const [start, usage] = [performance.now(), process.cpuUsage()];
    let calls = 0;
    for (; performance.now() < start + seconds * 1000; calls++) {
      for (let count = 0; count < verifications; count++) verify('sha256', data, publicKey, signature);
      sign('sha256', data, privateKey);
      await commit(body);
    }
    const { user, system } = process.cpuUsage(usage);
    return { perCore: (calls * 1e6) / (user + system), byClock: (calls * 1000) / (performance.now() - start) };
  };
}
