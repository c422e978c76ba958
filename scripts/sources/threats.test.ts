import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../places.ts';
import { listSources } from './list-sources.ts';

type Row = { readonly id: string; readonly shownIn: string };

/** Where the tests of each kind stand. A browser is a proof for the server too, which runs behind it. */
const places: Readonly<Record<string, RegExp>> = {
  browser: /^e2e\/.*\.spec\.ts$/,
  server: /^(server\/src|e2e)\/.*\.(test|spec)\.ts$/,
  code: /^(shared|server|extension|checker)\/src\/.*\.test\.ts$/,
};

const rows = readRows(readFileSync(join(root, 'docs/threats.md'), 'utf8'));
const titles = listSources('.test.ts', '.spec.ts').map((path) => ({ path, ids: findIds(readFileSync(join(root, path), 'utf8')) }));

function readRows(text: string): readonly Row[] {
  return [...text.matchAll(/^\| ([A-F]\d+) \|.*\| (\w+) \|$/gm)].map(([, id = '', shownIn = '']) => ({ id, shownIn }));
}

/** The rows that a file's tests name, at the start of a title: `'C3: …'`, `'A8, B4: …'`. */
function findIds(source: string): ReadonlySet<string> {
  const starts = [...source.matchAll(/['"`]((?:[A-Z]\d{1,2}(?:, | and )?)+):/g)];
  return new Set(starts.flatMap(([, ids = '']) => ids.split(/, | and /)));
}

describe('the list of threats', () => {
  it('has each row once, and says where each is shown', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ shownIn }) => places[shownIn] === undefined)).toEqual([]);
  });

  it('has a test for each row, where it says', () => {
    const hasTest = ({ id, shownIn }: Row) => titles.some(({ path, ids }) => places[shownIn]?.test(path) === true && ids.has(id));
    expect(rows.filter((row) => !hasTest(row)).map(({ id, shownIn }) => `${id} (${shownIn})`)).toEqual([]);
  });
});
