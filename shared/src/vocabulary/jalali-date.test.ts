import { GregorianCalendar, CalendarDate as PeerDate, PersianCalendar, toCalendar } from '@internationalized/date';
import { describe, expect, it } from 'vitest';
import {
  formatIsoDate,
  formatJalaliWords,
  getJalaliMonthLength,
  isJalaliDate,
  isJalaliLeapYear,
  jalaliYears,
  parseIsoDate,
  readDate,
  toGregorian,
  toJalali,
} from './index.ts';

const persian = new PersianCalendar();
const gregorian = new GregorianCalendar();

describe('the Jalali calendar', () => {
  it('agrees with an independent calendar on every day of 290 years, both ways', () => {
    let peer = new PeerDate(persian, jalaliYears.first, 1, 1);
    const disagreements: string[] = [];
    while (peer.year <= jalaliYears.last) {
      const theirs = toCalendar(peer, gregorian);
      const ours = toGregorian({ year: peer.year, month: peer.month, day: peer.day });
      const back = toJalali(ours);
      if (formatIsoDate(ours) !== theirs.toString() || formatIsoDate(back) !== formatIsoDate(peer)) disagreements.push(peer.toString());
      peer = peer.add({ days: 1 });
    }
    expect(disagreements).toEqual([]);
  });

  it.each([
    ['1979-02-11', '1357-11-22'],
    ['2021-03-20', '1399-12-30'],
    ['2025-03-20', '1403-12-30'],
    ['2026-11-23', '1405-09-02'],
  ])('reads %s as %s, as published calendars do', (iso, jalali) => {
    const date = parseIsoDate(iso);
    expect(date && formatIsoDate(toJalali(date))).toBe(jalali);
  });

  it('knows the leap years of our time', () => {
    const years = Array.from({ length: 50 }, (_, index) => 1370 + index);
    expect(years.filter(isJalaliLeapYear)).toEqual([1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416]);
  });

  it('has no thirtieth of Esfand in a common year', () => {
    expect([
      getJalaliMonthLength(1402, 12),
      isJalaliDate({ year: 1402, month: 12, day: 30 }),
      isJalaliDate({ year: 1403, month: 12, day: 30 }),
    ]).toEqual([29, false, true]);
  });
});

describe('a date as citizens write it', () => {
  it.each([
    ['۱۳۶۴/۷/۵', '1985-09-27'],
    ['1364-07-05', '1985-09-27'],
    ['1985-09-27', '1985-09-27'],
    ['1403.12.30', '2025-03-20'],
    ['1402/12/30', undefined],
    ['2023-02-29', undefined],
    ['1600-01-01', undefined],
    ['27/09/1985', undefined],
    ['', undefined],
  ])('%s is %s', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it('is shown in words of the Jalali calendar', () => {
    expect([formatJalaliWords('1985-09-27'), formatJalaliWords('1985-09-27', 'en'), formatJalaliWords('1985-9-27')]).toEqual([
      '۵ مهر ۱۳۶۴',
      '5 Mehr 1364',
      undefined,
    ]);
  });
});
