import { existsSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  const translations = await listMissedTranslations(overlay);
  const failures = [
    ...missed.map(({ law, tool, file }) => `${tool} did not notice "${law}" in ${file}`),
    ...accused.map(({ law }) => `refused though allowed: ${law}`),
    ...translations.missed,
  ];
  const total = plantedViolations.length + plantedInnocent.length + translations.total;
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

/** A sentence that is missing in one language does not compile: of errors, and of what the wallet shows. */
async function listMissedTranslations(overlay: Overlay): Promise<{ readonly total: number; readonly missed: readonly string[] }> {
  const shown = globSync('extension/src/ui/text/en/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
  const files = ['shared/src/errors/codes.ts', ...shown.slice(0, 1)].filter((path) => existsSync(join(root, path)));
  for (const path of files) overlay.edit(path, (text) => text.replace(/^ +(en|\w+): ?(['"`]).*\2,\n/m, ''));
  const errors = [...(await listTypeErrors(overlay.folder))];
  const missed = files.filter(
    (path) => !errors.some((line) => line.startsWith(`${path} `) || (path !== files[0] && line.includes('/ui/text/'))),
  );
  return { total: files.length, missed: missed.map((path) => `types did not notice that a sentence is missing in ${path}`) };
}
