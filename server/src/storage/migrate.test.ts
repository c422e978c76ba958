import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from './migrations/index.ts';
import { openSqliteStore } from './sqlite.ts';

const now = (): Date => new Date('2026-11-23T09:00:00Z');

describe('opening a database file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'daricheh-'));
    file = join(folder, 'a.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes each shape once and keeps what is there', async () => {
    const name = { agency: 'tax', kind: 'k', key: 'a' };
    const first = await openSqliteStore({ file, now });
    await first.oneTime.put({ ...name, value: 1, expiresAt: new Date('2030-01-01') }, now());
    await first.close();
    const second = await openSqliteStore({ file, now });
    expect(await second.oneTime.read(name, now())).toBe(1);
    await second.close();
    const raw = new SqliteDatabase(file);
    expect(raw.prepare('select max(version) as version, count(*) as count from migrations').get()).toEqual({
      version: migrations.length,
      count: migrations.length,
    });
    raw.close();
  });

  it('commits durably', async () => {
    const store = await openSqliteStore({ file, now });
    const raw = new SqliteDatabase(file);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    raw.close();
    await store.close();
  });

  it('refuses one that a newer program has shaped', async () => {
    await (await openSqliteStore({ file, now })).close();
    const raw = new SqliteDatabase(file);
    raw.prepare('insert into migrations values (?, 0)').run(migrations.length + 1);
    raw.close();
    await expect(openSqliteStore({ file, now })).rejects.toThrow(/shape/);
  });
});
