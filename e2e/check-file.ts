import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Demo } from '@daricheh/scripts/demo';

type Checked = { readonly verdict: string; readonly findings: readonly { readonly rule: string; readonly outcome: string }[] };

/** What the command line of the checker, which knows nothing of the demo but its root, finds of a saved file. */
export function checkSavedFile(file: string, { folder }: Demo): Checked {
  const command = join(import.meta.dirname, '../checker/src/main.ts');
  const args = ['check', file, '--root', join(folder, 'root.pem'), '--json'];
  const { stdout } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  const { files } = JSON.parse(stdout) as { readonly files: readonly Checked[] };
  const [checked] = files;
  if (checked === undefined) throw new Error(`Nothing was checked: ${stdout}`);
  return checked;
}
