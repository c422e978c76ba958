import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const here = import.meta.dirname;

/** What needs the servers and sites shares a running demo, test after test, with the other tests of its worker; the rest needs a browser alone. */
const withDemo = globSync('{,*/}*.spec.ts', { cwd: here })
  .filter((file) => readFileSync(join(here, file), 'utf8').includes('/demo-fixtures.ts'))
  .map((file) => `**/${file}`);

/** Each test launches a browser of its own with the built extension. Two cores: more than two at once only take turns. */
export default defineConfig({
  testDir: '.',
  globalSetup: './build-extension.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  projects: [
    { name: 'demo', testMatch: withDemo },
    { name: 'wallet', testMatch: '**/*.spec.ts', testIgnore: withDemo },
  ],
});
