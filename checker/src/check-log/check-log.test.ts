import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '@daricheh/server/storage';
import { createTestApp, createTestSigner, originOf } from '@daricheh/server/testing';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import { encodeLogEntry, issueCheckpoint, type LogCheckpoint, type LoggedEntry } from '@daricheh/shared/log';
import { appendLeaf, computeFrontierRoot, emptyFrontier, hashLeaf } from '@daricheh/shared/merkle';
import { createTestRoot, createTestSeal, sha256, type TestCertificate, testTime } from '@daricheh/shared/testing';
import { encodeX5c } from '@daricheh/shared/x509';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import type { World } from '../world.ts';

const origin = 'https://tax.example';
let folder: string;
let root: TestCertificate;
let seal: TestCertificate;
/** A copy of a server's own database: ten cases of the tax agency, and one of the passport office. */
let database: string;
let whole: string;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daricheh-checker-'));
  root = await createTestRoot();
  seal = await createTestSeal(root, origin);
  writeFileSync(join(folder, 'root.pem'), toPem(root.der));
  whole = join(folder, 'whole.db');
  let now = testTime.getTime();
  const store = await openSqliteStore({ file: whole, now: () => new Date(now) });
  for (const [turn, agency] of [...Array(10).fill('tax'), 'passport'].entries()) {
    now += 60_000;
    const at = new Date(now);
    await store.submissions.record({
      case: { agency, caseNumber: `N${turn}`, formId: 'f', title: { fa: 'ف', en: 'f' }, isSigned: true, receivedAt: at, dueAt: at },
      submission: { id: `id-${turn}`, receivedAt: at, manifestHash: 'm', body: `{"turn":${turn}}`, receipt: `receipt-${turn}` },
      ...{ tokenHash: null, request: null, idempotency: null, eventId: `e${turn}`, recheck: null, evidence: null, attachments: [] },
    });
  }
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  count += 1;
  database = join(folder, `copy-${count}.db`);
  writeFileSync(database, await readFile(whole));
});

const toPem = (der: Uint8Array) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** Whoever has the database in their hands. */
function tamper(...statements: string[]): void {
  const opened = new DatabaseSync(database);
  for (const statement of statements) opened.exec(statement);
  opened.close();
}

function readEntries(): LoggedEntry[] {
  const opened = new DatabaseSync(database);
  const rows = opened
    .prepare("select leaf_index as 'index', kind, at, commitment, root from log_entries where agency = 'tax' order by leaf_index")
    .all();
  opened.close();
  return rows.map((row) => ({ ...row }) as LoggedEntry);
}

/** The same log with roots that follow from what stands in it, as somebody who knows the program would write them. */
async function rewriteRoots(): Promise<void> {
  let frontier = emptyFrontier;
  const statements: string[] = [];
  for (const entry of readEntries()) {
    frontier = (await appendLeaf(frontier, await hashLeaf(encodeLogEntry(entry), sha256), sha256)).frontier;
    const hash = encodeBase64Url(await computeFrontierRoot(frontier, sha256));
    statements.push(`update log_entries set root = '${hash}' where agency = 'tax' and leaf_index = ${entry.index}`);
  }
  tamper(...statements);
}

/** A checkpoint that somebody kept while the log had that many entries. */
async function keepCheckpoint(size: number, changes: Partial<LogCheckpoint> = {}, by = seal): Promise<string> {
  const content = {
    type: 'daricheh.log-checkpoint.v1',
    ...{ origin, size, root: readEntries()[size - 1]?.root ?? '', issuedAt: testTime.toISOString() },
    ...changes,
  } as const;
  count += 1;
  const file = join(folder, `checkpoint-${count}.jws`);
  writeFileSync(file, await issueCheckpoint(content, { x5c: encodeX5c([by.der]), sign: by.key.sign }));
  return file;
}

async function check(args: readonly string[], getJson: World['getJson'] = () => Promise.reject(new Error('no network'))) {
  const lines: string[] = [];
  const exit = await run(['check-log', ...args, '--lang', 'en'], {
    readText: (file) => readFile(file, 'utf8'),
    listFolder: () => Promise.reject(new Error('no folder')),
    getJson,
    now: () => testTime,
    write: (line) => lines.push(line),
  });
  return { exit, lines };
}

const checkDatabase = (...args: string[]) => check([database, '--agency', 'tax', ...args]);

describe('a log in a database', () => {
  it('holds when nothing is off', async () => {
    const [older, newest] = [await keepCheckpoint(7), await keepCheckpoint(20)];
    const report = await checkDatabase('--checkpoint', older, '--checkpoint', newest, '--root', join(folder, 'root.pem'));
    expect(report).toEqual({
      exit: 0,
      lines: [
        expect.stringContaining(`7 entries of ${origin}`),
        expect.stringContaining(`20 entries of ${origin}`),
        'Entries: 20',
        `Root: ${readEntries()[19]?.root}`,
        'Everything holds.',
      ],
    });
  });

  it('holds when what was logged has been erased with its salt', async () => {
    tamper("delete from submissions where id = 'id-3'", "update log_entries set salt = null, subject = null where subject = 'id-3'");
    expect((await checkDatabase('--checkpoint', await keepCheckpoint(20))).exit).toBe(0);
  });

  it('holds when a case was erased, and says which day and how much', async () => {
    const store = await openSqliteStore({ file: database, now: () => testTime });
    const erasure = { id: 'erased', at: new Date('2026-11-28T10:00:00Z'), actor: null };
    expect(await store.erasures.erase({ agency: 'tax', caseNumber: 'N3' }, erasure)).toBe(true);
    await store.close();
    tamper("update log_entries set at = (select max(at) from log_entries) where agency = 'tax' and leaf_index = 20");
    await rewriteRoots();
    const { exit, lines } = await checkDatabase('--checkpoint', await keepCheckpoint(20));
    expect([exit, lines]).toEqual([
      0,
      expect.arrayContaining(['2 entries: erased on 2026-11-28, still in the tree.', 'Everything holds.']),
    ]);
  });

  it.each<[string, string[], string]>([
    ['a row was altered', ["update log_entries set kind = 'act' where agency = 'tax' and leaf_index = 6"], 'Entry 6 was altered'],
    ['a date was altered', ["update log_entries set at = at + 1 where agency = 'tax' and leaf_index = 6"], 'Entry 6 was altered'],
    ['a row was deleted', ["delete from log_entries where agency = 'tax' and leaf_index = 6"], 'Entry 6 is missing'],
    ['rows were deleted', ["delete from log_entries where agency = 'tax' and leaf_index in (6, 7)"], 'Entries 6 to 7 are missing'],
    [
      'a row was deleted and the gap closed',
      [
        "delete from log_entries where agency = 'tax' and leaf_index = 6",
        "update log_entries set leaf_index = -leaf_index where agency = 'tax' and leaf_index > 6",
        "update log_entries set leaf_index = -leaf_index - 1 where agency = 'tax' and leaf_index < 0",
      ],
      'Entry 6 was altered',
    ],
    [
      'two rows were swapped',
      [
        "update log_entries set leaf_index = -1 where agency = 'tax' and leaf_index = 6",
        "update log_entries set leaf_index = 6 where agency = 'tax' and leaf_index = 9",
        "update log_entries set leaf_index = 9 where agency = 'tax' and leaf_index = -1",
      ],
      'Entry 6 was altered',
    ],
    [
      'a row was inserted',
      [
        "update log_entries set leaf_index = -leaf_index where agency = 'tax' and leaf_index >= 6",
        "update log_entries set leaf_index = -leaf_index + 1 where agency = 'tax' and leaf_index < 0",
        "insert into log_entries (agency, leaf_index, kind, at, commitment, root) select agency, 6, kind, at, commitment, root from log_entries where agency = 'tax' and leaf_index = 5",
      ],
      'Entry 6 was altered',
    ],
    ['the tail was cut off', ["delete from log_entries where agency = 'tax' and leaf_index >= 18"], 'entries 18 to 19 were there once'],
    ['no row is left', ["delete from log_entries where agency = 'tax'"], 'entries 0 to 19 were there once'],
    ['a row is no entry', ["update log_entries set commitment = 'x' where agency = 'tax' and leaf_index = 6"], 'Line 7 is not an entry'],
    ['a submission was altered', ["update submissions set body = '{}' where id = 'id-3'"], 'What entry 6 stands for was altered'],
    ['a receipt was altered', ["update submissions set receipt = 'r' where id = 'id-3'"], 'What entry 7 stands for was altered'],
    ['a submission was deleted', ["delete from submissions where id = 'id-3'"], 'What entry 6 stands for was altered, or is gone'],
  ])('E11: is off when %s', async (_what, statements, expected) => {
    tamper(...statements);
    const { exit, lines } = await checkDatabase();
    expect(exit).toBe(1);
    expect(lines.join('\n')).toContain(expected);
  });

  it('E11: is off where the clock was put back, though its roots follow', async () => {
    tamper("update log_entries set at = at - 3600 where agency = 'tax' and leaf_index = 6");
    await rewriteRoots();
    const { exit, lines } = await checkDatabase();
    expect([exit, lines.filter((line) => line.startsWith('Entry'))]).toEqual([
      1,
      ['Entry 6 is dated before the one that precedes it: a clock was put back.'],
    ]);
  });

  it('holds where the clocks of two machines differ by seconds', async () => {
    tamper(
      "update log_entries set at = (select at - 5 from log_entries where agency = 'tax' and leaf_index = 5) where agency = 'tax' and leaf_index = 6",
    );
    await rewriteRoots();
    expect((await checkDatabase()).exit).toBe(0);
  });

  it('E11: is found to be cut off with all its traces by a checkpoint that was kept', async () => {
    const kept = await keepCheckpoint(20);
    tamper("delete from log_entries where agency = 'tax' and leaf_index >= 18", "update log_heads set size = 18 where agency = 'tax'");
    expect((await checkDatabase()).exit).toBe(0);
    const { exit, lines } = await checkDatabase('--checkpoint', kept);
    expect([exit, lines.join('\n')]).toEqual([1, expect.stringContaining('entries 18 to 19 were there once')]);
  });

  it('E11: is found to be written anew by a checkpoint that was kept, which says from where', async () => {
    const kept = [await keepCheckpoint(5), await keepCheckpoint(12), await keepCheckpoint(20)];
    tamper("update log_entries set kind = 'act', salt = null where agency = 'tax' and leaf_index = 8");
    await rewriteRoots();
    expect((await checkDatabase()).exit).toBe(0);
    const { exit, lines } = await checkDatabase(...kept.flatMap((file) => ['--checkpoint', file]));
    expect([exit, lines.join('\n')]).toEqual([1, expect.stringContaining('written anew between entry 5 and entry 11')]);
  });

  it('E12: is found to have been shown in two forms by two checkpoints of one size', async () => {
    const [mine, yours] = [await keepCheckpoint(12), await keepCheckpoint(12, { root: 'A'.repeat(43) })];
    const { exit, lines } = await checkDatabase('--checkpoint', mine, '--checkpoint', yours);
    expect([exit, lines.join('\n')]).toEqual([1, expect.stringContaining('Two checkpoints of 12 entries differ')]);
  });

  it('asks which of several', async () => {
    expect(await check([database])).toEqual({ exit: 2, lines: [expect.stringContaining('passport, tax')] });
  });
});

describe('a kept checkpoint', () => {
  it.each<[string, () => Promise<string>, string]>([
    [
      'another key sealed it',
      async () => keepCheckpoint(20, {}, await createTestSeal(await createTestRoot(), origin)),
      'issuer_not_trusted',
    ],
    ['it speaks of another origin', () => keepCheckpoint(20, { origin: 'https://passport.example' }), 'origin'],
  ])('is off when %s', async (_what, keep, what) => {
    const { exit, lines } = await checkDatabase('--checkpoint', await keep(), '--root', join(folder, 'root.pem'));
    expect([exit, lines.join('\n')]).toEqual([1, expect.stringContaining(`does not bear the agency’s valid seal (${what})`)]);
  });

  it('is off when it is none', async () => {
    const file = join(folder, 'none.txt');
    writeFileSync(file, '{"checkpoint":1}');
    expect((await checkDatabase('--checkpoint', file)).exit).toBe(1);
  });

  it('has a seal that is not looked at without a root, which is said', async () => {
    const { exit, lines } = await checkDatabase('--checkpoint', await keepCheckpoint(20));
    expect([exit, lines.join('\n')]).toEqual([0, expect.stringContaining('Seals on checkpoints were not checked')]);
  });
});

describe('a log in a file', () => {
  const write = (lines: readonly object[]) => {
    const file = join(folder, `lines-${count}.jsonl`);
    writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    return file;
  };

  it('holds as it is published, and as a database exports it', async () => {
    const entries = readEntries();
    expect((await check([write(entries)])).exit).toBe(0);
    const rows = entries.map(({ index, ...rest }) => ({ agency: 'tax', leaf_index: index, ...rest, salt: null, subject: null }));
    expect((await check([write(rows)])).exit).toBe(0);
  });

  it('E11: is off when an entry stands twice, or lines changed places', async () => {
    const entries = readEntries();
    const [sixth, seventh] = [entries[6], entries[7]];
    if (!sixth || !seventh) throw new Error('twenty');
    expect((await check([write(entries.toSpliced(8, 0, sixth))])).lines).toContainEqual(
      expect.stringContaining('Entry 6 does not stand where'),
    );
    expect((await check([write(entries.with(6, seventh).with(7, sixth))])).lines).toContainEqual(
      expect.stringContaining('Entry 6 is missing'),
    );
  });

  it('is off where a line is no JSON', async () => {
    const file = write(readEntries());
    writeFileSync(file, `${await readFile(file, 'utf8')}…\n`);
    expect((await check([file])).lines).toContainEqual('Line 21 is not an entry of a log.');
  });

  it('is not there', async () => {
    expect(await check([join(folder, 'absent.jsonl')])).toEqual({ exit: 2, lines: [expect.stringContaining('could not be read')] });
  });
});

describe('the log of a running agency', () => {
  const serve =
    (entries: readonly LoggedEntry[], checkpoint: string): World['getJson'] =>
    async (url) => {
      const { origin: at, pathname, searchParams } = new URL(url);
      if (at !== origin) throw new Error('another origin');
      if (pathname === '/daricheh/log/checkpoint') return { checkpoint };
      const start = Number(searchParams.get('start'));
      return { entries: entries.slice(start, start + 1000) };
    };

  it('holds, and is held to what it says of itself', async () => {
    const checkpoint = await readFile(await keepCheckpoint(20), 'utf8');
    const args = [origin, '--root', join(folder, 'root.pem')];
    expect((await check(args, serve(readEntries(), checkpoint))).exit).toBe(0);
    expect((await check(args, serve(readEntries().slice(0, 18), checkpoint))).lines).toContainEqual(
      expect.stringContaining('entries 18 to 19'),
    );
  });

  it('is read from the server as it is, under the seal that it has', async () => {
    const app = await createTestApp();
    const signer = await createTestSigner(app);
    await signer.submit(await signer.sign());
    const rootFile = join(folder, 'demo-root.pem');
    writeFileSync(rootFile, toPem(app.authority.root.der));
    const getJson: World['getJson'] = async (url) => (await app.send('tax', url.slice(originOf('tax').length))).json();
    const { exit, lines } = await check([originOf('tax'), '--root', rootFile], getJson);
    expect([exit, lines]).toEqual([0, expect.arrayContaining(['Entries: 2', 'Everything holds.'])]);
    expect((await check([originOf('tax'), '--root', join(folder, 'root.pem')], getJson)).exit).toBe(1);
  });

  it('E11: is not the log that was shown before', async () => {
    const kept = await keepCheckpoint(12);
    tamper("update log_entries set kind = 'act' where agency = 'tax' and leaf_index = 8");
    await rewriteRoots();
    const checkpoint = await readFile(await keepCheckpoint(20), 'utf8');
    const { exit, lines } = await check([origin, '--checkpoint', kept], serve(readEntries(), checkpoint));
    expect([exit, lines.join('\n')]).toEqual([1, expect.stringContaining('written anew between entry 0 and entry 11')]);
  });

  it('is not there', async () => {
    expect((await check([origin])).exit).toBe(2);
  });
});

describe('the command', () => {
  const call = async (...args: string[]) => {
    const lines: string[] = [];
    const world: World = {
      readText: (file) => readFile(file, 'utf8'),
      listFolder: () => Promise.reject(new Error('none')),
      getJson: () => Promise.reject(new Error('none')),
      now: () => testTime,
      write: (line) => lines.push(line),
    };
    return { exit: await run(args, world), lines };
  };

  it.each([
    [[]],
    [['check-log']],
    [['check-log', 'a', 'b']],
    [['check']],
    [['check-log', 'a', '--json']],
    [['check-log', 'a', '--no-such']],
    [['check-log', 'a', '--lang', 'de']],
  ])('says in both languages how it is called, when it is called as %j', async (args) => {
    const { exit, lines } = await call(...args);
    expect([exit, lines]).toEqual([2, [expect.stringContaining('وارسی'), expect.stringContaining('checks an agency’s log')]]);
  });

  it('speaks Persian, with its digits, unless told otherwise', async () => {
    tamper("update log_entries set kind = 'act' where agency = 'tax' and leaf_index = 16");
    const { exit, lines } = await call('check-log', database, '--agency', 'tax');
    expect([exit, lines.join('\n')]).toEqual([1, expect.stringContaining('سطر ۱۶ عوض شده')]);
    expect(lines).toContain('شمار سطرها: ۲۰');
  });
});
