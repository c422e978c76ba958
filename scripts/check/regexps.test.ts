import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { check } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';
import { listRegExps } from './list-regexps.ts';

const root = join(import.meta.dirname, '../..');
const files = globSync('{extension,shared,kit,server,checker}/src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$|[/\\]testing[/\\]/.test(file),
);

/** Expressions that are slower than linear, each with the bound on the text that it ever sees. */
const bounded: Readonly<Record<string, string>> = {
  '-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----': 'a certificate in the configuration, never of a page',
  '-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----': 'a key in the configuration, never of a page',
  '\\B(?=(\\d{3})+$)': 'digits of a safe integer: 16',
  '[.*:]+$': 'snapshotLimits.optionText: 80',
  '\\([^)]*\\)|,.*$': 'snapshotLimits.optionText: 80',
  '\\s*\\n\\s*': 'a value that the wallet holds: 500',
};

/** Expressions built while running, and why they are linear: single characters, or a fixed count of them. */
const built: Readonly<Record<string, string>> = {
  'extension/src/core/autofill/plan/countries.ts': 'two letters of a country, in the wallet’s own table',
  'extension/src/core/vault/recovery-code.ts': 'a fixed count of any sign',
  'shared/src/vocabulary/normalize-persian.ts': 'one letter of a class',
};

describe('A17: regular expressions', () => {
  const expressions = new Map(
    files.flatMap((file) =>
      listRegExps(file, readFileSync(join(root, file), 'utf8')).map((found) => [`${found.pattern}/${found.flags}`, { ...found, file }]),
    ),
  );

  beforeAll(() => {
    // The checker in plain JavaScript: no JVM, no binary.
    process.env['RECHECK_BACKEND'] = 'pure';
  });

  it('are found where they stand, and an exponential one is told from a linear one', async () => {
    expect(
      listRegExps('a.ts', 'const a = /(a+)+$/u; f(/b/);')
        .map(({ pattern }) => pattern)
        .sort(),
    ).toEqual(['(a+)+$', 'b']);
    expect((await check('(a+)+$', '')).status).toBe('vulnerable');
    expect((await check('^a+$', '')).status).toBe('safe');
  });

  it('of the wallet, the kit, the server and the checker take linear time, or their text is bounded', async () => {
    const slow: string[] = [];
    for (const { pattern, flags, file } of expressions.values()) {
      if (Object.hasOwn(bounded, pattern)) continue;
      const { status } = await check(pattern, flags, { timeout: 60_000 });
      if (status !== 'safe') slow.push(`${file}: ${status} /${pattern}/${flags}`);
    }
    expect(slow).toEqual([]);
  }, 600_000);

  it('that are bounded are still there', () => {
    const patterns = new Set([...expressions.values()].map(({ pattern }) => pattern));
    expect(Object.keys(bounded).filter((pattern) => !patterns.has(pattern))).toEqual([]);
  });

  it('that are built while running are the known ones', () => {
    const building = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('new RegExp('));
    expect(building.sort()).toEqual(Object.keys(built).sort());
  });
});
