import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Stands in the environment of everything that this process starts, and of what that starts in turn. */
export const runMark: Readonly<Record<string, string>> = { [`DARICHEH_RUN_${randomUUID().replaceAll('-', '')}`]: '1' };

/**
 * Stops what still runs of all that this process started, directly or not, in whatever process group, and tells the
 * commands. Found by the mark in their environment, so nobody else's process is touched. Linux only; elsewhere finds none.
 */
export function killLeftBehind(): readonly string[] {
  if (!existsSync('/proc/self/environ')) return [];
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && isOurs(name));
  return found.map((id) => {
    const command = read(`/proc/${id}/cmdline`).replaceAll('\0', ' ').trim();
    kill(Number(id));
    return command;
  });
}

function isOurs(id: string): boolean {
  const environment = read(`/proc/${id}/environ`).split('\0');
  return Object.entries(runMark).every(([name, value]) => environment.includes(`${name}=${value}`));
}

/** Empty for a process that has ended meanwhile, or that belongs to somebody else. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // ESRCH: it has ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
