import { globSync } from 'node:fs';
import process from 'node:process';
import { describeTally, nothing } from './check/tally.ts';
import { runVitest } from './check/test-steps.ts';
import { placeReport, root } from './places.ts';
import { endGroupsWithProcess } from './processes/run-command.ts';

/** Longer hunts than `npm test` has time for: every `*.soak.test.ts`, or those whose path holds the words given. */
const hours = 3;
const words = process.argv.slice(2);
const files = globSync('{shared,server,agencies,extension/src/core}/**/*.soak.test.ts', { cwd: root, exclude: ['**/node_modules/**'] });

endGroupsWithProcess();
console.log(`Hunting in ${files.length} files; reports in ${placeReport('.')}.`);
const result =
  files.length === 0 ? { ...nothing, output: '' } : await runVitest('soak', ['--project', 'soak', ...words], hours * 3_600_000);
console.log(result.output);
console.log(describeTally(result));
process.exit(result.failed === 0 ? 0 : 1);
