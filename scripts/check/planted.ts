import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { findTool, root } from '../places.ts';
import { runCommand } from '../processes/run-command.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { type Planted, plantedInnocent, plantedViolations } from './planted-violations.ts';
import type { Step, StepResult } from './steps.ts';
import { cruiseTree } from './tool-steps.ts';

/** What the tools said of the copy, in a form to be searched: `file␠rule`. */
type Findings = Readonly<Record<Planted['tool'], ReadonlySet<string>>>;

/**
 * Breaks each law once, in a copy of the sources, and sees the right tool name the right file for the right reason. The
 * other steps show that the same tools are content with the sources as they are.
 */
export const planted: Step = {
  name: 'planted violations',
  after: ['types'],
  cores: 1,
  run: async () => {
    const overlay = createOverlay();
    try {
      return await plantAndLook(overlay);
    } finally {
      overlay.remove();
    }
  },
};

async function plantAndLook(overlay: Overlay): Promise<StepResult> {
  for (const { file, text, others = {} } of [...plantedViolations, ...plantedInnocent.map((entry) => ({ ...entry, others: {} }))]) {
    overlay.write(file, text);
    for (const [path, content] of Object.entries(others)) overlay.write(path, content);
  }
  const findings = await look(overlay.folder);
  const missed = plantedViolations.filter((violation) => !findings[violation.tool].has(describeExpected(violation)));
  const accused = plantedInnocent.filter(({ file }) =>
    Object.values(findings).some((found) => [...found].some((line) => line.startsWith(`${file} TS`))),
  );
  const removals = await listUnmissed(overlay);
  const failures = [
    ...missed.map(({ law, tool, file }) => `${tool} did not notice "${law}" in ${file}`),
    ...accused.map(({ law }) => `refused though allowed: ${law}`),
    ...removals.failures,
  ];
  const total = plantedViolations.length + plantedInnocent.length + removals.total;
  return { passed: total - failures.length, failed: failures.length, skipped: [], output: failures.join('\n') };
}

function describeExpected(violation: Planted): string {
  if (violation.tool === 'dead code') return violation.file;
  return `${violation.file} ${violation.tool === 'types' ? violation.error : violation.rule}`;
}

async function look(folder: string): Promise<Findings> {
  const { findings } = await cruiseTree(folder);
  return {
    arrows: new Set(findings.map(({ from, rule }) => `${from} ${rule}`)),
    types: await listTypeErrors(folder),
    lint: await listLintErrors(folder),
    'dead code': await listDeadFiles(folder),
  };
}

async function listTypeErrors(folder: string): Promise<ReadonlySet<string>> {
  const { output } = await runCommand(findTool('tsc'), ['-b', '--pretty', 'false'], { cwd: folder });
  return new Set([...output.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+):/gm)].map(([, file, code]) => `${file} ${code}`));
}

async function listLintErrors(folder: string): Promise<ReadonlySet<string>> {
  const args = ['lint', '--reporter', 'github', '--max-diagnostics', 'none', '.'];
  const { output } = await runCommand(findTool('biome'), args, { cwd: folder });
  return new Set(
    [...output.matchAll(/^::\w+ title=([^,]+),file=([^,]+),/gm)].map(([, rule, file = '']) => `${relative(folder, file)} ${rule}`),
  );
}

async function listDeadFiles(folder: string): Promise<ReadonlySet<string>> {
  const { output } = await runCommand(findTool('knip'), ['--no-progress', '--include', 'files'], { cwd: folder });
  return new Set(output.split('\n').map((line) => line.trim()));
}

type Removal = { readonly law: string; readonly file: string; readonly change: (text: string) => string; readonly accused: RegExp };

/** What does not compile when it is taken away, or left without its counterpart. */
function listRemovals(): readonly Removal[] {
  const [shown] = globSync('extension/src/ui/text/en/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
  const dropSentence = (text: string): string => text.replace(/^ +(\w+): ?(['"`]).*\2,\n/m, '');
  const addMessage = (text: string): string =>
    text.replace(
      /(export const vaultMessages = \{\n)/,
      "$1  'planted/unanswered': { from: 'extension', request: z.strictObject({}), response: returns<null>() },\n",
    );
  return [
    {
      law: 'every code has its sentence in both languages',
      file: 'shared/src/errors/sentences/general.ts',
      change: (text) => text.replace(/^ +en: ?(['"`]).*\1,\n/m, ''),
      accused: /^shared\/src\/errors\/sentences\/general\.ts /,
    },
    ...(shown
      ? [{ law: 'every sentence of the wallet stands in both languages', file: shown, change: dropSentence, accused: /\/ui\/text\// }]
      : []),
    {
      law: 'every message has a handler',
      file: 'extension/src/messaging/protocol/vault.ts',
      change: addMessage,
      accused: /^extension\/src\/wiring\//,
    },
  ];
}

async function listUnmissed(overlay: Overlay): Promise<{ readonly total: number; readonly failures: readonly string[] }> {
  const removals = listRemovals();
  for (const { file, change } of removals) overlay.edit(file, change);
  const errors = [...(await listTypeErrors(overlay.folder))];
  const unmissed = removals.filter(({ accused }) => !errors.some((line) => accused.test(line)));
  return { total: removals.length, failures: unmissed.map(({ law, file }) => `types did not notice "${law}" in ${file}`) };
}
