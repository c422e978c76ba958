import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { root } from '../places.ts';
import { isSource } from '../sources/list-sources.ts';

/** A copy of the sources in a temporary folder, in which anything may be broken. */
export type Overlay = {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  /** @throws Error when the file is missing or `change` leaves it as it is. */
  readonly edit: (path: string, change: (text: string) => string) => void;
  readonly remove: () => void;
};

/** Installed packages are those of the repository; packages of our own are those of the copy. It goes when this process ends. */
export function createOverlay(): Overlay {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'daricheh-planted-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  // The types that WXT made are wanted, though they are no source.
  cpSync(root, folder, { recursive: true, filter: (path) => path === root || isSource(path) || basename(path) === '.wxt' });
  linkPackages(folder, '.');
  for (const name of readdirSync(folder)) if (existsSync(join(folder, name, 'package.json'))) linkPackages(folder, name);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const edit = (path: string, change: (text: string) => string): void => {
    const before = readFileSync(join(folder, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`Nothing to break was found in ${path}.`);
    write(path, after);
  };
  return { folder, write, edit, remove };
}

function linkPackages(folder: string, name: string): void {
  const from = join(root, name, 'node_modules');
  const to = join(folder, name, 'node_modules');
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    if (entry !== '@daricheh') symlinkSync(realpathSync(join(from, entry)), join(to, entry));
    else for (const own of readdirSync(join(from, entry))) linkOwnPackage(folder, join(to, entry), own);
  }
}

function linkOwnPackage(folder: string, scope: string, name: string): void {
  mkdirSync(scope, { recursive: true });
  symlinkSync(join(folder, name), join(scope, name));
}
