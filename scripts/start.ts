import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { openBrowser } from './browser/open-browser.ts';
import { buildExtension } from './build/index.ts';
import { type Demo, loadDemo, makeDemo } from './demo/index.ts';
import { root } from './places.ts';
import { endGroupsWithProcess } from './processes/run-command.ts';
import { type RunningDemo, startDemo } from './processes/start-demo.ts';
import { describeDemo } from './start/describe-demo.ts';

const words = process.argv.slice(2);

endGroupsWithProcess();
try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function start(): Promise<void> {
  if (words.includes('--tour')) return handOverToTour();
  const { folder, isNew } = await makeDemo();
  const profileFolder = join(folder, 'browser-profile');
  if (isNew) {
    console.log('Made the demo’s keys, certificates and lists.');
    // A wallet of another root trusts nobody here.
    rmSync(profileFolder, { recursive: true, force: true });
  }
  const demo = loadDemo(folder);
  const extension = await buildExtension(folder);
  console.log(extension.isNew ? 'Built the extension.' : 'The extension is built.');
  const running = await startDemo(demo);
  const urls = [`${demo.agencies['civil-registry'].origin}/`, `${demo.walletOrigin}/wallet.html`];
  const browser = words.includes('--no-browser') ? undefined : openBrowser({ extensionFolder: extension.folder, profileFolder, urls });
  console.log(describeDemo(demo, { extensionFolder: extension.folder, isOpened: browser !== undefined }));
  await waitForEnd(running, demo);
  browser?.kill();
}

/** Until Ctrl-C, or until a part ends by itself. */
async function waitForEnd(running: RunningDemo, demo: Demo): Promise<void> {
  const asked = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => resolve(undefined));
    }
  });
  const failure = await Promise.race([asked, running.failure]);
  await running.stop();
  if (failure !== undefined) throw new Error(`${failure}\nIts log is in ${join(demo.folder, 'logs')}.`);
  console.log('Stopped.');
}

/** The tour drives a browser of its own and takes a picture of every screen. */
async function handOverToTour(): Promise<void> {
  const tour = join(root, 'e2e/tour.ts');
  if (!existsSync(tour)) throw new Error('There is no tour yet.');
  await import(tour);
}
