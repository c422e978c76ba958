import { existsSync } from 'node:fs';
import process from 'node:process';
import { runCommand } from '../processes/run-command.ts';

/** True where this process may install Debian's packages: root on Debian. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** Installs them, without what they merely recommend, lists fetched first. Returns what apt-get said; whether they are there now, the caller looks. */
export async function installPackages(names: readonly string[]): Promise<string> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update'], { cwd: '/', env });
  const install = await runCommand('apt-get', ['install', '--yes', '--no-install-recommends', ...names], { cwd: '/', env });
  return `${update.output}\n${install.output}`;
}
