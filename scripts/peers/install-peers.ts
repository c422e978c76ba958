import { spawnSync } from 'node:child_process';
import { canInstallPackages, installPackages } from '../debian/install-packages.ts';

type Peer = {
  /** Debian's package. */
  readonly name: string;
  /** A command that succeeds where the package is installed. */
  readonly probe: readonly [program: string, ...args: string[]];
};

/**
 * Other people's software, which is to agree with ours on signatures, time stamps and receipts. A test that needs one of
 * these is skipped, by its own name, where there is none.
 */
export const peers: readonly Peer[] = [
  { name: 'openssl', probe: ['openssl', 'version'] },
  { name: 'jose', probe: ['jose', 'alg'] },
  { name: 'python3-jwcrypto', probe: ['/usr/bin/python3', '-c', 'import jwcrypto'] },
  { name: 'poppler-utils', probe: ['pdfsig', '-v'] },
  { name: 'mupdf-tools', probe: ['mutool', '-v'] },
  { name: 'libnss3-tools', probe: ['sh', '-c', 'command -v certutil'] },
  { name: 'faketime', probe: ['faketime', '--version'] },
];

/** Installs those that are missing, where this is root on Debian; returns the names of those that are missing still. */
export async function ensurePeers(): Promise<readonly string[]> {
  const missing = listMissing();
  if (missing.length === 0 || !canInstallPackages()) return missing;
  await installPackages(missing);
  return listMissing();
}

function listMissing(): readonly string[] {
  return peers
    .filter(({ probe: [program, ...args] }) => spawnSync(program, args, { stdio: 'ignore' }).status !== 0)
    .map(({ name }) => name);
}
