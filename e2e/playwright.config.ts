import { defineConfig } from '@playwright/test';

/** What needs the servers and sites shares one running demo, test after test; the rest needs a browser alone. */
const withDemo = [
  'journey',
  'refusals',
  'without-wallet',
  'boundary/*',
  'sections',
  'accessibility',
  'fill',
  'staff',
  'receive',
  'counters',
  'trust-*',
].map((name) => `**/${name}.spec.ts`);

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
    { name: 'demo', testMatch: withDemo, workers: 1 },
    { name: 'wallet', testMatch: '**/*.spec.ts', testIgnore: withDemo },
  ],
});
