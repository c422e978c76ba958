import { defineConfig } from 'vitest/config';

/** One project for a package: plain Node, no network beyond this machine, tests beside the files they test. */
function nodeProject(name: string, include: string[]) {
  return {
    test: {
      name,
      root: import.meta.dirname,
      environment: 'node' as const,
      include,
      exclude: ['**/node_modules/**', '**/*.contract.test.ts', '**/*.soak.test.ts'],
      // No test asserts time; a key derivation on a busy machine takes what it takes.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      setupFiles: [`${import.meta.dirname}/scripts/testing/forbid-network.ts`],
    },
  };
}

/**
 * What is tried on the server by whoever can reach it (rows C and D of docs/threats.md, and what holds submissions), once more over
 * TCP: the same tests, whose applications listen on 127.0.0.1.
 */
const wired = nodeProject('wire', [
  'server/src/{agency-api,submissions,verifier}/**/*.test.ts',
  'server/src/rechecks/rechecks.test.ts',
  'server/src/issuer/{mdoc,routes,sign-in,tokens,tx-code,key-rotation}.test.ts',
  'server/src/caseworker/{ceremonies,routes}.test.ts',
]);
const overTheWire = {
  test: { ...wired.test, setupFiles: [...wired.test.setupFiles, `${import.meta.dirname}/server/src/testing/over-a-socket.ts`] },
};

export default defineConfig({
  test: {
    // Two cores, shared with builds: more workers than that only take turns.
    maxWorkers: 2,
    projects: [
      nodeProject('shared', ['shared/src/**/*.test.ts']),
      nodeProject('server', ['server/src/**/*.test.ts']),
      overTheWire,
      nodeProject('core', ['extension/src/core/**/*.test.ts']),
      nodeProject('checker', ['checker/src/**/*.test.ts']),
      nodeProject('agencies', ['agencies/**/*.test.ts']),
      nodeProject('scripts', ['scripts/**/*.test.ts']),
      nodeProject('bench', ['bench/**/*.test.ts', 'e2e/**/*.test.ts']),
      nodeProject('examples', ['examples/**/*.test.ts']),
      // The same suite against each store: SQLite, and a PostgreSQL that the test starts.
      {
        test: {
          name: 'contract',
          root: import.meta.dirname,
          environment: 'node' as const,
          include: ['server/src/**/*.contract.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Longer hunts, for `npm run soak`.
      {
        test: {
          name: 'soak',
          root: import.meta.dirname,
          environment: 'node' as const,
          include: ['{shared,server,agencies,extension/src/core}/**/*.soak.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
        },
      },
      './kit',
      './extension',
    ],
  },
});
