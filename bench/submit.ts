import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '@daricheh/server/testing';
import { quantileOf } from './measure.ts';
import type { BenchReport, BenchRow } from './report.ts';
import { fillStore } from './submit/fill.ts';
import { type Commit, createFloor, openPostgresCommit, openSqliteCommit, type Rates, verifications } from './submit/floor.ts';
import { type Load, openIntake } from './submit/intake.ts';

/** How many hand in at once, and how many submissions all of them together. */
const loads = [
  [1, 100],
  [16, 400],
  [200, 1000],
] as const;
/** The first of a server, which stays up for weeks, are not measured: it reads its lists, and the compiler, whose time counts as well, is at work for so long. */
const warmUp = [16, 1000] as const;
const floorSeconds = 1;

type StoreFigures = { readonly store: string; readonly stored: number; readonly floor: Rates; readonly loads: readonly Load[] };

/**
 * Signed submissions taken in over HTTP, per second of the server's processor time (per core) and by the clock, on SQLite and on PostgreSQL,
 * both of which have each commit on the disk. The server is a process of its own; envelopes are signed before the clock
 * starts. The floor, measured before each row: the verifications and the one signature that an envelope needs, and one
 * durable commit. `--stored 1000000` does it again with that many submissions in the store.
 *
 * Aims: 0.5 of the floor or more, p99 of 200 clients below a second, and no slower with a million stored.
 */
export async function run(args: readonly string[]): Promise<BenchReport> {
  const { values } = parseArgs({ args: [...args], options: { stored: { type: 'string', default: '0' } } });
  const stored = Number(values.stored);
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-bench-'));
  const postgres = await startPostgres({ isDurable: true });
  try {
    const [ours, floor] = [await postgres.createDatabase(), await postgres.createDatabase()];
    const figures = [
      ...(await measureStore('SQLite', join(folder, 'ours.sqlite'), openSqliteCommit(join(folder, 'floor.sqlite')), stored)),
      ...(await measureStore('PostgreSQL', ours, await openPostgresCommit(floor), stored)),
    ];
    return { name: 'submit: signed submissions over HTTP', rows: figures.flatMap(toRows), json: { figures } };
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStore(store: string, database: string, commit: Commit, stored: number): Promise<StoreFigures[]> {
  const floor = createFloor(commit);
  const figures = [{ store, stored: 0, ...(await measureLoads(database, floor)) }];
  if (stored > 0) {
    await fillStore(database, stored);
    figures.push({ store, stored, ...(await measureLoads(database, floor)) });
  }
  await commit.close();
  return figures;
}

async function measureLoads(database: string, floor: (seconds: number) => Promise<Rates>): Promise<Pick<StoreFigures, 'floor' | 'loads'>> {
  const intake = await openIntake(database);
  await intake.load(...warmUp);
  const [floors, measured]: [Rates[], Load[]] = [[], []];
  for (const [clients, count] of loads) {
    floors.push(await floor(floorSeconds));
    measured.push(await intake.load(clients, count));
  }
  await intake.close();
  const medianOf = (name: keyof Rates) =>
    quantileOf(
      floors.map((each) => each[name]),
      0.5,
    );
  return { floor: { perCore: medianOf('perCore'), byClock: medianOf('byClock') }, loads: measured };
}

function toRows({ store, stored, floor, loads: measured }: StoreFigures): BenchRow[] {
  const where = stored === 0 ? store : `${store}, ${stored} stored`;
  const rows = measured.map(({ clients, perCore, byClock, p50, p99 }) => ({
    label: `${where}: ours, ${clients} ${clients === 1 ? 'client' : 'clients'}`,
    value: perCore,
    unit: '/s per core',
    versus: `${(perCore / floor.perCore).toFixed(2)} of the floor; ${byClock.toFixed(0)} /s by the clock, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  }));
  const label = `${where}: floor, ${verifications} verifications, a signature, a durable commit`;
  return [{ label, value: floor.perCore, unit: '/s per core', versus: `${floor.byClock.toFixed(0)} /s by the clock` }, ...rows];
}
