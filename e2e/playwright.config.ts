import { defineConfig } from '@playwright/test';

/** Each test launches a browser of its own with the built extension. Two cores: more than two at once only take turns. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './build-extension.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
});
