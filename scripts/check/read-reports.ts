import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Tally } from './tally.ts';

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Sums vitest's JSON report. A file that failed without one test to show for it counts one failure; so does a missing report. */
export function readVitestReport(file: string): Tally {
  const text = readReport(file);
  if (text === undefined) return missing;
  const files = vitestReport.parse(JSON.parse(text)).testResults;
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName.trim()),
  };
}

type Suite = { readonly title: string; readonly specs: readonly Spec[]; readonly suites?: readonly Suite[] | undefined };
type Spec = { readonly title: string; readonly tests: readonly { readonly status: string; readonly projectName: string }[] };

const spec: z.ZodMiniType<Spec> = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.string(), projectName: z.string() })),
});
const suite: z.ZodMiniType<Suite> = z.object({
  title: z.string(),
  specs: z.array(spec),
  suites: z.optional(z.array(z.lazy(() => suite))),
});
const playwrightReport = z.object({ suites: z.array(suite), errors: z.array(z.unknown()) });

/** Sums Playwright's JSON report. A test that passed only when tried again counts as failed; so do errors outside tests and a missing report. */
export function readPlaywrightReport(file: string): Tally {
  const text = readReport(file);
  if (text === undefined) return missing;
  const { suites, errors } = playwrightReport.parse(JSON.parse(text));
  const tests = suites.flatMap((entry) => listTests(entry, []));
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + errors.length,
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ name }) => name),
  };
}

function listTests({ title, specs, suites = [] }: Suite, above: readonly string[]): readonly { status: string; name: string }[] {
  const path = [...above, title];
  return [
    ...specs.flatMap(({ title: name, tests }) => tests.map(({ status }) => ({ status, name: [...path, name].join(' › ') }))),
    ...suites.flatMap((inner) => listTests(inner, path)),
  ];
}

const missing: Tally = { passed: 0, failed: 1, skipped: [] };

function readReport(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
