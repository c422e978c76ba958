import { spawnSync } from 'node:child_process';

/** Debian's python3-jwcrypto lies under the system's own Python, which need not be the first one on the path. */
const pythons = ['/usr/bin/python3', 'python3'];

/** A Python that has jwcrypto; undefined where this machine has none. */
export const pythonWithJwcrypto = pythons.find((python) => spawnSync(python, ['-c', 'import jwcrypto']).status === 0);

/** What a Python program prints as JSON; `input` is handed to it as `data`. */
export function runJwcrypto(program: string, input: unknown): unknown {
  if (pythonWithJwcrypto === undefined) throw new Error('This machine has no python3-jwcrypto.');
  const prelude = 'import json, sys\nfrom jwcrypto import jwk, jws, jwe\ndata = json.load(sys.stdin)\n';
  const { status, stdout, stderr } = spawnSync(pythonWithJwcrypto, ['-c', prelude + program], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
