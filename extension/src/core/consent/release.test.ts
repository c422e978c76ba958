import { describe, expect, it } from 'vitest';
import { exportReleases, filterReleases, type Release } from './release.ts';

const tax = { origin: 'https://tax.example', agency: { id: 'tax', name: { fa: 'مالیات', en: 'Tax' } } };
const stranger = { origin: 'https://shop.example', agency: null };

function row(id: string, atMs: number, change: Partial<Release> = {}): Release {
  const item = {
    datum: 'national-id',
    label: { fa: 'کد ملی', en: 'National ID' },
    source: { kind: 'declared', datum: 'national-id' },
  } as const;
  return { id, kind: 'fill', atMs, receiver: tax, purpose: null, items: [item], outcome: 'sent', ...change };
}

describe('filterReleases', () => {
  const rows = [row('a', 1), row('b', 3, { kind: 'submission' }), row('c', 2, { receiver: stranger, items: [] })];

  it('shows the newest first', () => {
    expect(filterReleases(rows, {}).map((found) => found.id)).toEqual(['b', 'c', 'a']);
  });

  it('keeps the rows that match every part', () => {
    expect(filterReleases(rows, { origin: tax.origin, kind: 'fill' }).map((found) => found.id)).toEqual(['a']);
    expect(filterReleases(rows, { datum: 'national-id' }).map((found) => found.id)).toEqual(['b', 'a']);
    expect(filterReleases(rows, { datum: 'email' })).toEqual([]);
    const spouses = { ...row('d', 4), items: row('d', 4).items.map((item) => ({ ...item, whose: 'partner' as const })) };
    expect(filterReleases([...rows, spouses], { datum: 'national-id' }).map((found) => found.id)).toEqual(['b', 'a']);
  });
});

describe('exportReleases', () => {
  it('writes every row with its time in ISO 8601, oldest first', () => {
    const file = JSON.parse(exportReleases([row('b', Date.UTC(2026, 10, 24)), row('a', Date.UTC(2026, 10, 23))]));
    expect(file.type).toBe('daricheh.releases.v1');
    expect(file.releases.map((found: { id: string; at: string }) => [found.id, found.at])).toEqual([
      ['a', '2026-11-23T00:00:00.000Z'],
      ['b', '2026-11-24T00:00:00.000Z'],
    ]);
  });
});
