import { describeKills } from './testing/describe-kills.ts';

describeKills({ kills: 10, seed: 1, timeoutMs: 300_000 });
