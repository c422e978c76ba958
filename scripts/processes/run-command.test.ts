import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { killLeftBehind } from './left-behind.ts';
import { runCommand } from './run-command.ts';

const cwd = import.meta.dirname;

/** False for one that has ended and that only waits for its parent to hear of it. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a command', () => {
  it('tells how it ended and what it said, both streams in order', async () => {
    expect(await runCommand('sh', ['-c', 'echo one; sleep 0.1; echo two >&2; exit 3'], { cwd })).toEqual({
      exitCode: 3,
      output: 'one\ntwo\n',
    });
  });

  it('is stopped, with what it started, when it takes too long', async () => {
    const { exitCode, output } = await runCommand('sh', ['-c', 'sleep 60 & echo $!; wait'], { cwd, limitMs: 300 });
    expect(exitCode).toBe(124);
    await vi.waitFor(() => expect(isRunning(Number(output))).toBe(false));
  });

  it('leaves nothing of its group running when it ends', async () => {
    const { output } = await runCommand('sh', ['-c', 'sleep 60 >/dev/null 2>&1 & echo $!'], { cwd });
    await vi.waitFor(() => expect(isRunning(Number(output))).toBe(false));
  });

  it.runIf(process.platform === 'linux')('that hid in a group of its own is found by its mark', async () => {
    const { output } = await runCommand('sh', ['-c', 'setsid sh -c "echo \\$\\$; exec sleep 61 >/dev/null 2>&1" & sleep 0.3'], { cwd });
    expect(isRunning(Number(output))).toBe(true);
    expect(killLeftBehind()).toEqual(['sleep 61']);
    await vi.waitFor(() => expect(isRunning(Number(output))).toBe(false));
  });

  it('that does not exist ends with 127', async () => {
    expect(await runCommand('no-such-program', [], { cwd })).toEqual({ exitCode: 127, output: '' });
  });
});
