import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import * as z from 'zod/mini';
import { packSharedPackage } from '../build/shared-package.ts';
import { findTool, root } from '../places.ts';
import { runCommand } from '../processes/run-command.ts';
import type { Step, StepResult } from './steps.ts';

/** Fewer modules than this and dependency-cruiser looked at another tree, or at none: it would be content all the same. */
const leastModules = 100;

const sourceFolders = ['shared', 'server', 'extension', 'kit', 'checker', 'agencies', 'scripts', 'e2e', 'bench', 'examples'];

const cruise = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string(), to: z.string() })),
  }),
});

export type CruiseFinding = { readonly rule: string; readonly from: string; readonly to: string };

/** Every package compiles, its sources and its tests each in the world they run in. */
export const types: Step = {
  name: 'types',
  after: ['extension prepared'],
  cores: 1,
  run: () => runTool('tsc', ['-b', '--pretty', 'false'], countProjects()),
};

/** WXT writes the types of the entrypoints, which compiling wants. */
export const extensionPrepared: Step = {
  name: 'extension prepared',
  cores: 1,
  run: async () => {
    if (!existsSync(join(root, 'extension/wxt.config.ts'))) return { passed: 0, failed: 0, skipped: [], output: '' };
    const { exitCode, output } = await runCommand(join(root, 'extension/node_modules/.bin/wxt'), ['prepare'], {
      cwd: join(root, 'extension'),
    });
    return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: [], output };
  },
};

export const lint: Step = { name: 'lint and format', cores: 1, run: () => runTool('biome', ['check', '--error-on-warnings', '.']) };

export const deadCode: Step = { name: 'dead code', after: ['extension prepared'], cores: 1, run: () => runTool('knip', ['--no-progress']) };

/** What agencies install is whole: each door leads somewhere, with types, for whoever imports it (publint and Are The Types Wrong). */
export const sharedPackage: Step = {
  name: 'package shared',
  cores: 1,
  run: async () => {
    const place = mkdtempSync(join(tmpdir(), 'daricheh-package-'));
    try {
      const tarball = await packSharedPackage(place);
      const { passed, failed, skipped, output } = await runTool('publint', ['--pack', 'false', '--strict', join(root, 'shared/dist')]);
      const wrong = await findWrongTypes(tarball);
      return {
        passed: passed + (wrong.length === 0 ? 1 : 0),
        failed: failed + wrong.length,
        skipped,
        output: [output, ...wrong].join('\n'),
      };
    } finally {
      rmSync(place, { recursive: true });
    }
  },
};

/** What is wrong with the types of a package for those who import it as a module. Ours has no CommonJS, and says so. */
async function findWrongTypes(tarball: string): Promise<readonly string[]> {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
  if (analysis.types === false) return ['The package has no types.'];
  const aside = ['node10', 'node16-cjs'];
  return analysis.problems
    .filter((problem) => !('resolutionKind' in problem && aside.includes(problem.resolutionKind)))
    .map((problem) => `${problem.kind} ${'entrypoint' in problem ? problem.entrypoint : ''}`);
}

/** The arrows between folders, and that there was something to look at. */
export const arrows: Step = {
  name: 'arrows',
  cores: 1,
  run: async () => {
    const { count, findings, output } = await cruiseTree(root);
    if (count < leastModules) return { passed: 0, failed: 1, skipped: [], output: `Only ${count} modules were looked at.\n${output}` };
    const told = findings.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).join('\n');
    return { passed: findings.length === 0 ? 1 : 0, failed: findings.length, skipped: [], output: told };
  },
};

/** Cruises a tree of ours, the repository or a copy of it. */
export async function cruiseTree(tree: string): Promise<{ count: number; findings: readonly CruiseFinding[]; output: string }> {
  const folders = sourceFolders.filter((name) => existsSync(join(tree, name)));
  const args = ['--config', join(tree, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders];
  const { output } = await runCommand(findTool('depcruise'), args, { cwd: tree });
  const start = output.indexOf('{');
  if (start < 0) throw new Error(`dependency-cruiser said nothing to be read:\n${output}`);
  const { totalCruised, violations } = cruise.parse(JSON.parse(output.slice(start))).summary;
  return { count: totalCruised, findings: violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })), output: '' };
}

async function runTool(name: string, args: readonly string[], worth = 1): Promise<StepResult> {
  const { exitCode, output } = await runCommand(findTool(name), args, { cwd: root });
  return exitCode === 0 ? { passed: worth, failed: 0, skipped: [], output } : { passed: 0, failed: 1, skipped: [], output };
}

const solution = z.object({ references: z.array(z.object({ path: z.string() })) });

function countProjects(): number {
  return solution.parse(JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'))).references.length;
}
