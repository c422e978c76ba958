import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './read-reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function writeReport(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const missing = { passed: 0, failed: 1, skipped: [] };

describe('a report of vitest', () => {
  it('counts its tests, and a file that broke before its first', () => {
    const file = writeReport({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'a passes', status: 'passed' },
            { fullName: 'a fails', status: 'failed' },
            { fullName: 'a waits for openssl', status: 'pending' },
          ],
        },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      ],
    });
    expect(readVitestReport(file)).toEqual({ passed: 1, failed: 2, skipped: ['a waits for openssl'] });
  });

  it('counts one failure when it is missing', () => {
    expect(readVitestReport(join(folder, 'none.json'))).toEqual(missing);
  });
});

describe('a report of Playwright', () => {
  it('counts tests at every depth, one that passed on second try as failed, and errors outside tests', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status, projectName: '' }] });
    const file = writeReport({
      suites: [
        {
          title: 'journey.spec.ts',
          specs: [spec('signs', 'expected')],
          suites: [{ title: 'in English', specs: [spec('fills', 'flaky'), spec('prints', 'skipped'), spec('sends', 'unexpected')] }],
        },
      ],
      errors: [{ message: 'the port is taken' }],
    });
    expect(readPlaywrightReport(file)).toEqual({ passed: 1, failed: 3, skipped: ['journey.spec.ts › in English › prints'] });
  });

  it('counts one failure when it is missing', () => {
    expect(readPlaywrightReport(join(folder, 'none.json'))).toEqual(missing);
  });
});
