import type { CalendarDate } from './jalali-date.ts';

/** The years of the table below: 12 November 1882 to 25 November 2174. */
export const hijriYears = { first: 1300, last: 1600 } as const;

/** Month names of the Hijri calendar, Muharram first. */
export const hijriMonthNames = {
  fa: ['محرم', 'صفر', 'ربیع‌الاول', 'ربیع‌الثانی', 'جمادی‌الاول', 'جمادی‌الثانی', 'رجب', 'شعبان', 'رمضان', 'شوال', 'ذی‌القعده', 'ذی‌الحجه'],
  en: [
    'Muharram',
    'Safar',
    'Rabi I',
    'Rabi II',
    'Jumada I',
    'Jumada II',
    'Rajab',
    'Shaban',
    'Ramadan',
    'Shawwal',
    'Dhu al-Qadah',
    'Dhu al-Hijjah',
  ],
} as const;

/**
 * The same day in the Umm al-Qura calendar, by which forms of Saudi Arabia and its neighbours ask. The given date is Gregorian and must exist. Undefined
 * outside `hijriYears`. Where a month begins by the sighting of the moon, a day may be counted one earlier or later.
 */
export function toHijri({ year, month, day }: CalendarDate): CalendarDate | undefined {
  const dayOfTable = (Date.UTC(year, month - 1, day) - firstDay) / dayMs;
  if (dayOfTable < 0) return undefined;
  const place = findLast(monthStarts, dayOfTable);
  const start = monthStarts[place];
  if (start === undefined || place >= monthStarts.length - 1) return undefined;
  return { year: hijriYears.first + Math.floor(place / 12), month: (place % 12) + 1, day: dayOfTable - start + 1 };
}

/** Place of the last number that is not greater than `wanted`; the numbers ascend and the first is not greater. */
function findLast(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

const dayMs = 86_400_000;
/** 1 Muharram 1300. */
const firstDay = Date.UTC(1882, 10, 12);

/**
 * Which months have 30 days, the others 29: three hexadecimal digits for each year, bit 0 for Muharram. As the Umm al-Qura calendar of King Abdulaziz City
 * for Science and Technology has them, in the edition that CLDR and ICU carry (Unicode License v3).
 */
const longMonths =
  '5552ab9372b657636cb55aaa95649e95d2ba5b53aab4ba9652e2ad56db5a752f25e8ad16a56ab56b4da9b92b2564ba9b35a6d95d4da5d4aa95536975' +
  '2f46e96d46a953525d4bd9ba3b4b69b2aa554ada5d2da6d9eaae94d2ac564aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2' +
  'aaa95a2da5b9bb27646c95552ab4dbaba5b4da9d52aa592d26d8ed2daad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aa' +
  'bd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26' +
  'a563566b5baab92b2568ba9b55aada5b4da9b52a9a536276575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad56ad65' +
  'd4ad1562bc5b53a6b5db2d64d29a554ad96daea6e8ed1da4d4aa6a2da5b9b72b686d16554ab95b2ba5b5da9d52ca694e46e95d4daad5aaaa4d49b937' +
  '4b6975d6ad52aa594b2ab55bad95d2dc5d92b25555ab55b4ba97a2745593aab4d69d65d2ba5b4aa954ad15d2dd9da5b45a952d25b8b717656db6aaca' +
  'a9652b15b2bb5b6daab94d46a8d52da9d55a755749f13e4aa965566b5baab94';

/** Days of the table before each of its months, and before the one after the last. */
const monthStarts: readonly number[] = listMonthStarts();

function listMonthStarts(): number[] {
  const starts = [0];
  for (let place = 0; place < longMonths.length; place += 3) {
    const long = Number.parseInt(longMonths.slice(place, place + 3), 16);
    for (let month = 0; month < 12; month += 1) starts.push((starts[starts.length - 1] ?? 0) + 29 + ((long >> month) & 1));
  }
  return starts;
}
