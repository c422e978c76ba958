import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';
import { runCommand } from '../processes/run-command.ts';
import type { Step, StepResult } from './steps.ts';
import { testDemo } from './test-steps.ts';

const browsers = ['chrome', 'firefox'] as const;

/** What an agency would hand to a store is built for each browser, and knows nothing of the demo. */
export const releaseBuilds: Step = {
  name: 'release builds',
  after: ['extension built'],
  cores: 1,
  run: async () => {
    const results: StepResult[] = [];
    for (const browser of browsers) results.push(await buildRelease(browser));
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failed: results.reduce((sum, { failed }) => sum + failed, 0),
      skipped: [],
      output: results.map(({ output }) => output).join('\n'),
    };
  },
};

async function buildRelease(browser: (typeof browsers)[number]): Promise<StepResult> {
  const out = join(testDemo.folder, 'release-build');
  const { exitCode, output } = await runCommand(join(root, 'extension/node_modules/.bin/wxt'), ['build', '-b', browser, '--mv3'], {
    cwd: join(root, 'extension'),
    env: { DARICHEH_RELEASE: '1', DARICHEH_EXTENSION_OUT: out, DARICHEH_DEMO_DIR: testDemo.folder },
  });
  if (exitCode !== 0) return { passed: 0, failed: 1, skipped: [], output };
  const faults = listFaults(readFileSync(join(out, `${browser}-mv3`, 'manifest.json'), 'utf8'));
  return { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, skipped: [], output: faults.join('\n') };
}

/** What a manifest that goes to the public must not hold. */
export function listFaults(manifestText: string): readonly string[] {
  const manifest = JSON.parse(manifestText) as Record<string, unknown>;
  return [
    ...(manifestText.includes('localhost') ? ['the manifest names localhost'] : []),
    ...('key' in manifest ? ['the manifest holds the demo’s key'] : []),
    ...('host_permissions' in manifest ? ['sites are granted at installation'] : []),
    ...('web_accessible_resources' in manifest ? ['pages could reach files of the extension'] : []),
    ...('externally_connectable' in manifest ? ['others could send it messages'] : []),
  ];
}
