import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ProgramRun = {
  readonly isOk: boolean;
  readonly told: string;
  /** What lay in the folder afterwards. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
};

/** Runs a program, or several one after the other as long as each succeeds, in a folder of its own that holds `files`. */
export function runPrograms(commands: readonly (readonly string[])[], files: Readonly<Record<string, string | Uint8Array>>): ProgramRun {
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-program-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    let told = '';
    for (const [program = '', ...args] of commands) {
      const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
      told += stdout + stderr;
      if (status !== 0) return { isOk: false, told, files: readFolder(folder) };
    }
    return { isOk: true, told, files: readFolder(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readFolder(folder: string): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  return new Map(readdirSync(folder).map((name) => [name, Uint8Array.from(readFileSync(join(folder, name)))]));
}
