import { describe } from 'vitest';
import { describeKills } from './testing/describe-kills.ts';

describe('F1: a server that is killed while twenty writers are at work', () => {
  describeKills({ kills: 10, seed: 1, timeoutMs: 300_000 });
});
