import process from 'node:process';
import { describe } from 'vitest';
import { describeKills } from './testing/describe-kills.ts';

describe('F1: a server that is killed while twenty writers are at work', () => {
  describeKills({
    kills: 100,
    seed: Date.now() | 1,
    timeoutMs: 3_600_000,
    tell: (store, figures) => process.stdout.write(`${store}: ${JSON.stringify(figures)}\n`),
  });
});
