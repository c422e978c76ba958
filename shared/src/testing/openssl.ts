import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The machine's own openssl, where it can do time stamps; undefined where there is none. LibreSSL does not know all that is asked here. */
export const openssl = ['/usr/bin/openssl', 'openssl'].find((program) =>
  spawnSync(program, ['version'], { encoding: 'utf8' }).stdout?.startsWith('OpenSSL 3'),
);

export type OpensslRun = {
  readonly isOk: boolean;
  readonly told: string;
  /** The bytes of a file that it wrote. */
  readonly read: (file: string) => Uint8Array<ArrayBuffer>;
};

/** Runs openssl in a folder of its own that holds `files`, and hands what came of it to `use`. */
export function runOpenssl<T>(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (run: OpensslRun) => T,
): T {
  if (openssl === undefined) throw new Error('This machine has no OpenSSL 3.');
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-openssl-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const { status, stdout, stderr } = spawnSync(openssl, args, { cwd: folder, encoding: 'utf8' });
    return use({ isOk: status === 0, told: stdout + stderr, read: (file) => Uint8Array.from(readFileSync(join(folder, file))) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
