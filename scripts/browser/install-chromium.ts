import { canInstallPackages, installPackages } from '../debian/install-packages.ts';
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
  if (!canInstallPackages()) return { path: undefined, said: howToInstall };
  const said = await installPackages(['chromium']);
  const path = findBrowser();
  return { path, said: path ? 'Installed Chromium from Debian.' : `${said}\n${howToInstall}` };
}
