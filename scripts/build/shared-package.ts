import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { findTool, root } from '../places.ts';
import { runCommand } from '../processes/run-command.ts';
import { buildOnce } from './build-once.ts';

const source = join(root, 'shared');
const folder = join(source, 'dist');

const manifest = z.object({
  ...{ name: z.string(), version: z.string(), description: z.string(), license: z.string() },
  exports: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
});

/**
 * What agencies install stands in shared/dist: JavaScript and declarations, since Node strips no types below
 * node_modules. Its doors are those of the sources, but for what serves tests and our own look. `npm publish shared/dist` publishes it.
 */
export async function buildSharedPackage(): Promise<string> {
  await buildOnce({
    inputs: ['shared/src', 'shared/tsconfig.build.json', 'shared/tsconfig.json', 'tsconfig.base.json', 'pnpm-lock.yaml'],
    result: join(folder, 'agency/index.js'),
    command: [findTool('tsc'), '-p', 'tsconfig.build.json'],
    cwd: source,
  });
  const { exports, dependencies, ...about } = manifest.parse(JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')));
  const doors = Object.entries(exports).filter(([name]) => name !== './testing' && !name.endsWith('.css'));
  const published = {
    ...about,
    ...{ type: 'module', sideEffects: false, engines: { node: '>=20' }, dependencies },
    exports: Object.fromEntries(doors.map(([name, file]) => [name, describeDoor(file)])),
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, undefined, 2)}\n`);
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  copyFileSync(join(root, 'docs/agencies.md'), join(folder, 'README.md'));
  return folder;
}

/** Packs what agencies install, as npm would for the registry; the path of the tarball. */
export async function packSharedPackage(destination: string): Promise<string> {
  const built = await buildSharedPackage();
  const { exitCode, output } = await runCommand('npm', ['pack', '--silent', '--pack-destination', destination], { cwd: built });
  const name = output.trim().split('\n').at(-1) ?? '';
  if (exitCode !== 0 || !name.endsWith('.tgz')) throw new Error(`npm packed nothing:\n${output}`);
  return join(destination, name);
}

function describeDoor(file: string): { readonly types: string; readonly default: string } {
  const path = file.replace(/^\.\/src\//, './').replace(/\.ts$/, '');
  return { types: `${path}.d.ts`, default: `${path}.js` };
}
