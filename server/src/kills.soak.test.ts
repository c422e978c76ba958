import process from 'node:process';
import { describeKills } from './testing/describe-kills.ts';

describeKills({
  kills: 100,
  seed: Date.now() | 1,
  timeoutMs: 3_600_000,
  tell: (store, figures) => process.stdout.write(`${store}: ${JSON.stringify(figures)}\n`),
});
