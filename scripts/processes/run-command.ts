import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import process from 'node:process';
import { killLeftBehind, runMark } from './left-behind.ts';

export type CommandResult = {
  /** Zero when the program ended well; 124 when it was stopped for taking too long. */
  readonly exitCode: number;
  /** What it wrote, both streams in the order in which they came. */
  readonly output: string;
};

export type CommandOptions = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMs?: number;
};

export type GroupOptions = Omit<CommandOptions, 'limitMs'> & {
  /** File that is emptied and takes both streams; without it they are pipes of the child. */
  readonly logFile?: string;
};

const defaultLimitMs = 300_000;
const graceMs = 5_000;
const running = new Set<ChildProcess>();

/** Starts a program in a process group of its own, without standard input. It ends with this process at the latest. */
export function spawnGroup(command: string, args: readonly string[], options: GroupOptions): ChildProcess {
  const output = options.logFile === undefined ? 'pipe' : openSync(options.logFile, 'w', 0o600);
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...runMark, ...options.env },
    stdio: ['ignore', output, output],
    detached: true,
  });
  if (typeof output === 'number') closeSync(output);
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Runs a program to its end and gathers what it says. Past the limit its whole group is stopped. */
export async function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const child = spawnGroup(command, args, options);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void stopGroup(child);
  }, options.limitMs ?? defaultLimitMs);
  const exitCode = await waitForEnd(child);
  clearTimeout(timer);
  // What the program left running in its group goes with it.
  signalGroup(child, 'SIGKILL');
  return { exitCode: isLate ? 124 : exitCode, output: chunks.join('') };
}

/** The group is gone: asked to stop, and after five seconds made to. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return signalGroup(child, 'SIGKILL');
  const ended = waitForEnd(child);
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
}

/** Stops everything that `spawnGroup` started and that still runs, at once. */
export function killAllGroups(): void {
  for (const child of running) signalGroup(child, 'SIGKILL');
  killLeftBehind();
}

/** On a signal that ends this process, what it started ends first. */
export function endGroupsWithProcess(): void {
  process.once('exit', killAllGroups);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
}

/** Ends with the program's streams, or two seconds after the program where something that it left behind holds them open. */
function waitForEnd(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode ?? 1);
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
    child.once('exit', (code) => setTimeout(resolve, 2_000, code ?? 1).unref());
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group has ended by itself.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
