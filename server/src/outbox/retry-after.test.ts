import { describe, expect, it } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const now = new Date('2026-11-23T09:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['120', '2026-11-23T09:02:00.000Z'],
    [' 1 ', '2026-11-23T09:00:01.000Z'],
    ['Mon, 23 Nov 2026 10:30:00 GMT', '2026-11-23T10:30:00.000Z'],
    ['999999999', '2026-11-24T09:00:00.000Z'],
    ['Tue, 23 Nov 2066 10:30:00 GMT', '2026-11-24T09:00:00.000Z'],
  ])('%j is a time', (header, at) => {
    expect(readRetryAfter(header, now)?.toISOString()).toBe(at);
  });

  it.each([
    undefined,
    '',
    '0',
    '-5',
    '1.5',
    '1e3',
    'soon',
    '2026-11-23T10:30:00Z',
    'Mon, 23 Nov 2026 08:30:00 GMT',
    'Mon, 99 Nov 2026 10:30:00 GMT',
  ])('%j says nothing', (header) => {
    expect(readRetryAfter(header, now)).toBeNull();
  });
});
