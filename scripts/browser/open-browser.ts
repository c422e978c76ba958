import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import { Readable, Writable } from 'node:stream';
import { findBrowser } from './find-browser.ts';

type Opening = {
  /** The unpacked extension. */
  readonly extensionFolder: string;
  /** A profile of its own: the citizen's everyday one is left alone. */
  readonly profileFolder: string;
  /** Pages to open, each in a tab; the last one is in front. */
  readonly urls: readonly string[];
};

type Command = { readonly method: string; readonly params: Readonly<Record<string, string | boolean>> };

const switches = [
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
];

/** Where a window can appear. */
function hasDisplay(): boolean {
  return process.platform === 'darwin' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Opens the user's Chromium, Chrome or Edge with the extension in it. It goes in over the debugging pipe, since Chrome
 * and Edge no longer take `--load-extension` (Chrome 137). `undefined` where there is no display or no browser. The
 * browser closes when this process ends.
 */
export function openBrowser({ extensionFolder, profileFolder, urls }: Opening): ChildProcess | undefined {
  const browser = findBrowser();
  if (!browser || !hasDisplay()) return undefined;
  // Chromium has no sandbox for root, and says so by not starting.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(browser, [...switches, ...sandbox, `--user-data-dir=${profileFolder}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  // A browser that cannot be started leaves the user with the way by hand, which `npm start -- --no-browser` prints.
  child.on('error', () => child.kill());
  sendInTurn(child, [
    { method: 'Extensions.loadUnpacked', params: { path: extensionFolder } },
    ...urls.map((url, index) => ({ method: 'Target.createTarget', params: { url, newWindow: index === 0 } })),
  ]);
  return child;
}

/** Commands of the DevTools protocol, JSON ended by a zero byte, each sent when the one before it was answered. */
function sendInTurn(child: ChildProcess, commands: readonly Command[]): void {
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable) || !(output instanceof Readable)) return;
  // The browser was closed: nobody reads any more.
  input.on('error', () => child.kill());
  let answered = 0;
  const send = (): void => {
    const command = commands[answered];
    if (command) input.write(`${JSON.stringify({ id: answered, ...command })}\0`);
  };
  output.setEncoding('utf8').on('data', (chunk: string) => {
    if (!chunk.includes(`"id":${answered},`)) return;
    answered++;
    send();
  });
  send();
}
