import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { planted } from './check/planted.ts';
import { releaseBuilds } from './check/release-step.ts';
import { runSteps, type Step, type StepResult } from './check/steps.ts';
import { addTallies, describeTally } from './check/tally.ts';
import { browserReady, browserTests, build, contractTests, peersReady, unitTests } from './check/test-steps.ts';
import { arrows, deadCode, extensionPrepared, lint, sharedPackage, types } from './check/tool-steps.ts';
import { placeReport } from './places.ts';
import { killLeftBehind } from './processes/left-behind.ts';
import { endGroupsWithProcess } from './processes/run-command.ts';

const steps: readonly Step[] = [
  extensionPrepared,
  browserReady,
  peersReady,
  types,
  lint,
  arrows,
  deadCode,
  sharedPackage,
  planted,
  contractTests,
  build,
  releaseBuilds,
  unitTests,
  browserTests,
];

/** Everything, or the steps whose names begin with one of the words given: `npm test -- types unit`. */
function chooseSteps(words: readonly string[]): readonly Step[] {
  const chosen = words.length === 0 ? steps : steps.filter(({ name }) => words.some((word) => name.startsWith(word)));
  if (chosen.length > 0) return chosen;
  throw new Error(`No step of that name. There are: ${steps.map(({ name }) => name).join(', ')}.`);
}

function report({ name }: Step, result: StepResult, seconds: number): void {
  const { passed, failed, skipped, output } = result;
  console.log(
    `${`${seconds.toFixed(1)} s`.padStart(8)}  ${name}: ${failed > 0 ? 'FAILED, ' : ''}${describeTally({ passed, failed, skipped })}`,
  );
  for (const reason of skipped) console.log(`            skipped: ${reason}`);
  if (failed > 0) console.log(output.replace(/^/gm, '            '));
}

endGroupsWithProcess();
mkdirSync(placeReport('.'), { recursive: true });
const startedAt = performance.now();
const tally = addTallies(await runSteps(chooseSteps(process.argv.slice(2)), report));
for (const command of killLeftBehind()) console.log(`            left running, stopped now: ${command}`);
console.log(`${`${((performance.now() - startedAt) / 1000).toFixed(1)} s`.padStart(8)}  all of it`);
console.log(describeTally(tally));
// Whatever a tool has left open must not keep this process: nothing is awaited any more.
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
