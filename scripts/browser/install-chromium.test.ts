import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureBrowser, howToInstall } from './install-chromium.ts';

/** A machine whose programs are those in one empty folder, and an apt-get that only notes what it is asked for. */
function createMachine(whatAptDoes: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\necho "$*" >> "${folder}/asked"\n${whatAptDoes}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', folder);
  vi.stubEnv('DARICHEH_CHROMIUM', undefined);
  return folder;
}

const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');

describe('a machine without a browser', () => {
  let folder = '';
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it.runIf(isRootOnDebian)('gets Chromium from Debian, lists fetched first', async () => {
    folder = createMachine('case "$1" in install) /bin/cp "$0" "$(/usr/bin/dirname "$0")/chromium";; esac');
    expect(await ensureBrowser()).toEqual({ path: join(folder, 'chromium'), said: 'Installed Chromium from Debian.' });
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('update\ninstall --yes --no-install-recommends chromium\n');
    expect(await ensureBrowser()).toEqual({ path: join(folder, 'chromium'), said: '' });
  });

  it('is told what to install where that cannot be done', async () => {
    folder = createMachine('exit 100');
    const { path, said } = await ensureBrowser();
    expect(path).toBeUndefined();
    expect(said).toContain(howToInstall);
  });

  it('uses the browser that it names', async () => {
    folder = createMachine('exit 100');
    vi.stubEnv('DARICHEH_CHROMIUM', '/opt/chromium');
    expect(await ensureBrowser()).toEqual({ path: '/opt/chromium', said: '' });
  });
});
