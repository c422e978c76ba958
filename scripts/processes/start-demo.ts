import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { buildCheckPage, buildKit } from '../build/index.ts';
import type { Demo } from '../demo/index.ts';
import { root } from '../places.ts';
import { findBusyPorts } from './ports.ts';
import { spawnGroup, stopGroup } from './run-command.ts';

export type RunningDemo = {
  /** All that the processes have written so far. */
  readonly readLog: () => string;
  /** Ends when one of the processes ends by itself; tells which and what it said last. */
  readonly failure: Promise<string>;
  readonly stop: () => Promise<void>;
};

type Part = {
  readonly name: string;
  readonly program: string;
  readonly env: Record<string, string>;
  readonly port: number;
  readonly health: string;
};
type RunningPart = { readonly part: Part; readonly child: ChildProcess; readonly logFile: string };

const readyLimitMs = 20_000;

/**
 * The two servers and the agencies' sites answer, on the ports of `demo`.
 * @throws Error when a port is taken, or when a part does not answer within 20 seconds; nothing is left running then.
 */
export async function startDemo(demo: Demo, env: Readonly<Record<string, string>> = {}): Promise<RunningDemo> {
  const taken = await findBusyPorts(Object.values(demo.ports));
  if (taken.length > 0) throw new Error(describeTaken(taken));
  await buildKit();
  await buildCheckPage();
  const running = listParts(demo, env).map((part) => startPart(part, demo));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(({ child }) => stopGroup(child)));
  };
  try {
    await Promise.all(running.map(waitUntilReady));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    readLog: () => running.map(({ logFile }) => readFileSync(logFile, 'utf8')).join(''),
    failure: Promise.race(running.map(watchForEnd)),
  };
}

function listParts(demo: Demo, env: Readonly<Record<string, string>>): readonly Part[] {
  const server = join(root, 'server/src/main.ts');
  return [
    {
      name: 'server',
      program: server,
      env: { ...env, DARICHEH_CONFIG: demo.serverConfigFile },
      port: demo.ports.server,
      health: demo.agencies.tax.host,
    },
    {
      name: 'registry',
      program: server,
      env: { ...env, DARICHEH_CONFIG: demo.registryConfigFile },
      port: demo.ports.registry,
      health: demo.agencies['civil-registry'].host,
    },
    {
      name: 'sites',
      program: join(root, 'agencies/main.ts'),
      env: { ...env, DARICHEH_PORT: String(demo.ports.sites), DARICHEH_DEMO_DIR: demo.folder },
      port: demo.ports.sites,
      health: demo.agencies.transport.host,
    },
  ];
}

function startPart(part: Part, demo: Demo): RunningPart {
  const logFile = join(demo.folder, 'logs', `${part.name}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  return { part, logFile, child: spawnGroup(process.execPath, [part.program], { cwd: root, env: part.env, logFile }) };
}

function readLastLines({ logFile }: RunningPart, count: number): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-count).join('\n') || '(nothing)';
}

async function waitUntilReady(running: RunningPart): Promise<void> {
  const { part, child } = running;
  const until = Date.now() + readyLimitMs;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await answers(part)) return;
    await wait(50);
  }
  throw new Error(`${part.name} does not answer on port ${part.port}. It said:\n${readLastLines(running, 20)}`);
}

/** Asked on 127.0.0.1 with the site's name in Host: Node does not know `*.localhost` everywhere. */
function answers({ port, health }: Part): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(
      { host: '127.0.0.1', port, path: '/health', headers: { host: `${health}:${port}` }, timeout: 2_000 },
      (response) => {
        response.resume();
        resolve((response.statusCode ?? 500) < 500);
      },
    );
    asked.once('error', () => resolve(false));
    asked.once('timeout', () => asked.destroy());
    asked.end();
  });
}

async function watchForEnd(running: RunningPart): Promise<string> {
  const { part, child } = running;
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
  return `${part.name} has stopped. It said last:\n${readLastLines(running, 5)}`;
}

function describeTaken(ports: readonly number[]): string {
  const which = ports.length === 1 ? `Port ${ports[0]} is` : `Ports ${ports.join(', ')} are`;
  return `${which} in use by another program. Stop that one, or choose three free ports in a row: DARICHEH_PORT=8480 npm start`;
}
