import { expect, it } from 'vitest';
import { hijriYears, toHijri } from './hijri-date.ts';

/** Node's own calendars, as an independent peer. */
const peer = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

function askPeer(date: Date) {
  const read = (type: string) => Number.parseInt(peer.formatToParts(date).find((part) => part.type === type)?.value ?? '', 10);
  return { year: read('year'), month: read('month'), day: read('day') };
}

it('agrees with an independent calendar on every tenth day of three centuries', () => {
  for (let time = Date.UTC(1882, 10, 12); time <= Date.UTC(2174, 10, 25); time += 10 * 86_400_000) {
    const date = new Date(time);
    expect(toHijri({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })).toEqual(askPeer(date));
  }
});

it('knows its first and last day, and none beyond', () => {
  expect(toHijri({ year: 1882, month: 11, day: 12 })).toEqual({ year: hijriYears.first, month: 1, day: 1 });
  expect(toHijri({ year: 1882, month: 11, day: 11 })).toBeUndefined();
  expect(toHijri({ year: 2174, month: 11, day: 25 })).toEqual({ year: hijriYears.last, month: 12, day: 30 });
  expect(toHijri({ year: 2174, month: 11, day: 26 })).toBeUndefined();
});
