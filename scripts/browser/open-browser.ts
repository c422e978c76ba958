import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import type { Writable } from 'node:stream';
import { findBrowser } from './find-browser.ts';

type Opening = {
  /** The unpacked extension. */
  readonly extensionFolder: string;
  /** A profile of its own: the citizen's everyday one is left alone. */
  readonly profileFolder: string;
  readonly url: string;
};

/** Where a window can appear. */
function hasDisplay(): boolean {
  return process.platform === 'darwin' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Opens the user's Chromium, Chrome or Edge with the extension in it. It goes in over the debugging pipe, since Chrome
 * and Edge no longer take `--load-extension` (Chrome 137). `undefined` where there is no display or no browser. The
 * browser closes when this process ends.
 */
export function openBrowser({ extensionFolder, profileFolder, url }: Opening): ChildProcess | undefined {
  const browser = findBrowser();
  if (!browser || !hasDisplay()) return undefined;
  // Chromium has no sandbox for root, and says so by not starting.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--no-default-browser-check',
    ...sandbox,
  ];
  const child = spawn(browser, [...args, `--user-data-dir=${profileFolder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  // A browser that cannot be started leaves the user with the way by hand, which is printed all the same.
  child.on('error', () => child.kill());
  const [, , , commands, answers] = child.stdio;
  // Answers are read and dropped: an unread pipe would fill up and stall the browser.
  answers?.on('data', () => undefined);
  send(commands, 1, 'Extensions.loadUnpacked', { path: extensionFolder });
  send(commands, 2, 'Target.createTarget', { url });
  return child;
}

/** One command of the DevTools protocol: JSON, ended by a zero byte. */
function send(pipe: unknown, id: number, method: string, params: Readonly<Record<string, string>>): void {
  if (isWritable(pipe)) pipe.write(`${JSON.stringify({ id, method, params })}\0`);
}

function isWritable(pipe: unknown): pipe is Writable {
  return typeof pipe === 'object' && pipe !== null && 'write' in pipe;
}
