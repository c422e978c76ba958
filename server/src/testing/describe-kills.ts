import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '@daricheh/shared/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningPostgres, startPostgres } from '../storage/testing/start-postgres.ts';
import { huntByKills, type KillFigures, sentPerKill } from './hunt-by-kills.ts';

type Hunt = {
  readonly kills: number;
  readonly seed: number;
  readonly timeoutMs: number;
  /** Told the figures of each store. */
  readonly tell?: (store: string, figures: KillFigures) => void;
};

/** Tests on each store: after `kills` kills, nothing that was acknowledged is lost, nothing counts twice, the log is whole, and each deed is told under one id. */
export function describeKills({ kills, seed, timeoutMs, tell }: Hunt): void {
  let postgres: RunningPostgres;
  let folder: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'daricheh-kills-'));
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const stores = [
    ['SQLite', async () => join(folder, 'killed.sqlite')],
    ['PostgreSQL', () => postgres.createDatabase()],
  ] as const;

  it.each(stores)(
    `of what was acknowledged nothing is lost, nothing counts twice, the log is whole and no event is lost or recorded twice, over ${kills} kills (%s)`,
    async (store, createDatabase) => {
      const figures = await huntByKills(await createDatabase(), { kills, random: createRandom(seed) });
      tell?.(store, figures);
      expect(figures).toMatchObject({
        kills,
        sent: sentPerKill * kills,
        lost: 0,
        surplus: 0,
        isLogWhole: true,
        eventsLost: 0,
        eventsTwice: 0,
      });
      // Else no kill fell into the work.
      expect(Math.min(figures.acknowledged, figures.cutOff)).toBeGreaterThan(0);
    },
    timeoutMs,
  );
}
