// Makes a fresh machine ready, then hands over to scripts/. Plain JavaScript for any Node from 18 on, with no dependency:
// it runs before anything is installed. What it hands over to runs on the Node 24 that the install brings along.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const pnpm = 'pnpm@12.21.0';
const here = dirname(fileURLToPath(import.meta.url));
const programs = {
  start: 'scripts/start.ts',
  server: 'server/src/main.ts',
  test: 'scripts/check.ts',
  check: 'scripts/check.ts',
  bench: 'bench/main.ts',
  soak: 'scripts/soak.ts',
  train: 'bench/train.ts',
  pack: 'scripts/pack.ts',
  daricheh: 'checker/src/main.ts',
  agency: 'server/src/joining/main.ts',
  office: 'scripts/office.ts',
};

const [command = '', ...rest] = process.argv.slice(2);
const program = programs[command];
if (program === undefined) fail(`Say what to do: npm start, npm test, or npm run ${Object.keys(programs).join('|')}.`);
installWhenNeeded();
handOver(findNode(), [join(here, program), ...rest]);

/** Installs when the lock, the workspace or a package.json is not the one of the last install, or when that was cut short. */
function installWhenNeeded() {
  const stamp = join(here, 'node_modules', '.daricheh-installed');
  const wanted = hashInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing what the project needs, from the package registry (about half a minute the first time) …');
  const startedAt = Date.now();
  const install = spawnSync('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: here,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, CI: 'true' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (install.status !== 0) fail(`${install.stdout ?? ''}${install.stderr ?? ''}\nThe install failed: the lines above say why.`);
  mkdirSync(join(here, 'node_modules'), { recursive: true });
  writeFileSync(stamp, wanted);
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

function hashInputs() {
  const packages = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => join(entry.name, 'package.json'))
    .filter((name) => existsSync(join(here, name)));
  const hash = createHash('sha256').update(`${pnpm}\0${process.platform}\0${process.arch}`);
  for (const name of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages.sort()]) {
    hash.update(`\0${name}\0`).update(readFileSync(join(here, name)));
  }
  return hash.digest('hex');
}

/** The Node 24 that the install brought; where it has none for this machine, the one that runs now if it is new enough. */
function findNode() {
  const own = join(here, 'node_modules', '.bin', 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `There is no Node 24 in the package registry for ${process.platform} ${process.arch}. Install Node 24 or newer and try again.`,
  );
}

/** Runs `node …` to its end, passes on signals that ask it to stop, and ends as it ended. */
function handOver(node, args) {
  const path = `${join(here, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(node, args, { cwd: here, stdio: 'inherit', env: { ...process.env, PATH: path } });
  process.on('SIGINT', () => {
    // At a terminal Ctrl-C reaches the child by itself; this process only has to outlive it.
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
