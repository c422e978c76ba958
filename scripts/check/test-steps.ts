import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../browser/install-chromium.ts';
import { buildCheckPage, buildExtension, buildKit } from '../build/index.ts';
import { loadDemo, makeDemo, readPort } from '../demo/index.ts';
import { ensurePeers } from '../peers/install-peers.ts';
import { findTool, placeReport, root } from '../places.ts';
import { type CommandResult, runCommand } from '../processes/run-command.ts';
import { readPlaywrightReport, readVitestReport } from './read-reports.ts';
import type { Step, StepResult } from './steps.ts';
import { nothing, type Tally } from './tally.ts';

/** The tests' own demo: other folder and ports (a hundred further on) than those of `npm start`, so that both can run. */
export const testDemo = { folder: join(root, '.demo-test'), port: readPort() + 100 };

const minuteMs = 60_000;

export const unitTests: Step = {
  name: 'unit tests',
  after: ['types', 'peers ready'],
  cores: 2,
  run: () => runVitest('unit', ['--project', '!contract', '--project', '!soak'], 20 * minuteMs),
};

/** One suite against every store: SQLite, and a PostgreSQL that the tests start. */
export const contractTests: Step = {
  name: 'store contract',
  after: ['types'],
  cores: 1,
  run: () =>
    hasFiles('server/src/**/*.contract.test.ts')
      ? runVitest('contract', ['--project', 'contract'], 15 * minuteMs)
      : Promise.resolve(skipStep('store contract: no tests yet')),
};

/** The demo's material, the kit, the page that checks and the extension stand, as `npm start` would have them. */
export const build: Step = {
  name: 'extension built',
  after: ['extension prepared'],
  cores: 1,
  run: async () => {
    await makeDemo(testDemo.folder, testDemo.port);
    if (!existsSync(join(root, 'extension/wxt.config.ts'))) return skipStep('extension built: no extension yet');
    await buildKit();
    await buildCheckPage();
    await buildExtension(testDemo.folder);
    return { passed: 1, failed: 0, skipped: [], output: '' };
  },
};

export const browserReady: Step = {
  name: 'browser ready',
  cores: 1,
  run: async () => ({ ...nothing, output: (await ensureBrowser()).said }),
};

/** Behind the browser: of two installations at once, the second fails. */
export const peersReady: Step = {
  name: 'peers ready',
  after: ['browser ready'],
  cores: 1,
  run: async () => {
    const missing = await ensurePeers();
    return { ...nothing, skipped: missing.map((name) => `peers ready: no ${name}, so the tests that need it`), output: '' };
  },
};

/** The built extension, the servers and the sites, in a real browser. */
export const browserTests: Step = {
  name: 'browser tests',
  after: ['extension built', 'browser ready', 'unit tests', 'store contract', 'planted violations'],
  cores: 2,
  run: async () => {
    if (!existsSync(join(root, 'e2e/playwright.config.ts'))) return skipStep('browser tests: none yet');
    const { path, said } = await ensureBrowser();
    if (!path) return skipStep(`browser tests: no Chromium. ${said}`);
    const report = placeReport('browser.json');
    rmSync(report, { force: true });
    const result = await runCommand(join(root, 'e2e/node_modules/.bin/playwright'), ['test', '--reporter', 'list,json'], {
      cwd: join(root, 'e2e'),
      limitMs: 45 * minuteMs,
      env: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        DARICHEH_CHROMIUM: path,
        DARICHEH_DEMO_DIR: loadDemo(testDemo.folder).folder,
        DARICHEH_PORT: String(testDemo.port),
      },
    });
    return judge(readPlaywrightReport(report), result);
  },
};

/** Runs vitest and sums its report, which it leaves in reports/`name`.json. */
export async function runVitest(name: string, args: readonly string[], limitMs: number): Promise<StepResult> {
  const report = placeReport(`${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report];
  const result = await runCommand(findTool('vitest'), ['run', ...args, ...reporters], { cwd: root, limitMs });
  return judge(readVitestReport(report), result);
}

/** A runner that ended badly has failed, even where its report holds no failure (an error outside every test). */
function judge(tally: Tally, { exitCode, output }: CommandResult): StepResult {
  const failed = exitCode !== 0 && tally.failed === 0 ? 1 : tally.failed;
  return { ...tally, failed, output: exitCode === 124 ? `${output}\nStopped: it took too long.` : output };
}

function skipStep(reason: string): StepResult {
  return { passed: 0, failed: 0, skipped: [reason], output: '' };
}

function hasFiles(pattern: string): boolean {
  return globSync(pattern, { cwd: root }).length > 0;
}
