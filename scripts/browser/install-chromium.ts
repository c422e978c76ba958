import { existsSync } from 'node:fs';
import process from 'node:process';
import { runCommand } from '../processes/run-command.ts';
import { findBrowser } from './find-browser.ts';

/** What to type where the tests may not install the browser themselves. */
export const howToInstall =
  'Install Chromium ("apt-get install chromium" on Debian, "brew install --cask chromium" on macOS), or name a Chromium by path in DARICHEH_CHROMIUM.';

/**
 * The path of a browser; where there is none and this is root on Debian, Chromium is installed first. `undefined` where
 * it could not be had; `said` then tells why.
 */
export async function ensureBrowser(): Promise<{ readonly path: string | undefined; readonly said: string }> {
  const found = findBrowser();
  if (found) return { path: found, said: '' };
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return { path: undefined, said: howToInstall };
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update'], { cwd: '/', env });
  const install = await runCommand('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { cwd: '/', env });
  const path = findBrowser();
  return { path, said: path ? 'Installed Chromium from Debian.' : `${update.output}\n${install.output}\n${howToInstall}` };
}
