import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Everything of the wallet that needs a browser's objects: `browser` is WXT's fake, the page is happy-dom. core/ runs in plain Node. */
export default defineConfig({
  plugins: [WxtVitest({ root: import.meta.dirname })],
  test: {
    name: 'extension',
    environment: 'happy-dom',
    include: ['build/**/*.test.ts', 'src/**/*.test.ts', 'src/**/*.test.tsx'],
    exclude: ['src/core/**', '**/node_modules/**'],
    testTimeout: 30_000,
    setupFiles: [`${import.meta.dirname}/../scripts/testing/forbid-network.ts`],
  },
});
