import { execFile, execFileSync } from 'node:child_process';

export type Ended = { readonly exitCode: number; readonly output: string; readonly errors: string };

/** Runs a program to its end and gathers what it says. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  execFile(command, [...args], { cwd, env: { ...process.env, ...env }, timeout: 120_000 }, (error, output, errors) => {
    const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
    resolve({ exitCode, output, errors });
  });
  return promise;
}

/** True when the machine has the program, and its `args` end well. */
export function hasProgram(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, [...args], { stdio: 'ignore' });
    return true;
  } catch {
    // Not there: its examples are skipped, by name.
    return false;
  }
}
