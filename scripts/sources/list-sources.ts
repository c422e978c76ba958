import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { root } from '../places.ts';

const made = new Set([
  'node_modules',
  '.git',
  '.tsc',
  '.output',
  '.wxt',
  'dist',
  'reports',
  'test-results',
  'playwright-report',
  'coverage',
]);

/** False for what is installed, built or made on this machine: by the last part of its path. */
export function isSource(path: string): boolean {
  return !made.has(basename(path)) && !basename(path).startsWith('.demo');
}

/** Paths of all sources that end with one of `endings`, from the repository's root, sorted. */
export function listSources(...endings: readonly string[]): readonly string[] {
  return walk(root)
    .map((path) => relative(root, path))
    .filter((path) => endings.length === 0 || endings.some((ending) => path.endsWith(ending)))
    .sort();
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!isSource(path)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}
