import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canInstallPackages } from '../debian/install-packages.ts';
import { ensurePeers, peers } from './install-peers.ts';

/** A machine whose programs are those in one empty folder, and an apt-get that only notes what it is asked for. */
function createMachine(programs: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  for (const program of programs) writeFileSync(join(folder, program), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\necho "$*" >> "${folder}/asked"\n`, { mode: 0o755 });
  vi.stubEnv('PATH', folder);
  return folder;
}

describe('a machine that lacks some of the peers', () => {
  let folder = '';
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('names those that it lacks, and asks Debian for them alone', async () => {
    folder = createMachine(['openssl', 'jose', 'pdfsig', 'mutool', 'sh']);
    const missing = await ensurePeers();
    expect(missing).toEqual(expect.arrayContaining(['faketime']));
    expect(missing).not.toContain('poppler-utils');
    if (canInstallPackages())
      expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(`update\ninstall --yes --no-install-recommends ${missing.join(' ')}\n`);
  });

  it('asks for nothing where it has all', async () => {
    folder = createMachine(peers.map(({ probe: [program] }) => program).filter((program) => !program.includes('/')));
    const missing = await ensurePeers();
    expect(missing.filter((name) => name !== 'python3-jwcrypto')).toEqual([]);
  });
});
