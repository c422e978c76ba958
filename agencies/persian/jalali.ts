/** Jalali dates as an agency's own programmers would get them: from the calendar that the platform carries (ICU). */

export type JalaliDate = { readonly year: number; readonly month: number; readonly day: number };

const formatter = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

export const monthNames = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'] as const;

/** The Jalali date of an ISO date (`yyyy-mm-dd`, or a time, taken in UTC). */
export function toJalali(iso: string): JalaliDate {
  const parts = formatter.formatToParts(new Date(iso));
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return { year: read('year'), month: read('month'), day: read('day') };
}

/** The ISO date of a Jalali one; undefined for a day that does not exist, such as 30 Esfand of most years. */
export function fromJalali(date: JalaliDate): string | undefined {
  const daysBefore = (date.month - 1) * 30 + Math.min(date.month - 1, 6) + date.day - 1;
  // Nowruz is on 20 or 21 March, now and then on 19 or 22: look around it.
  for (const offset of [20, 21, 19, 22]) {
    const candidate = new Date(Date.UTC(date.year + 621, 2, offset + daysBefore));
    if (Number.isNaN(candidate.getTime())) return undefined;
    const iso = candidate.toISOString().slice(0, 10);
    const found = toJalali(iso);
    if (found.year === date.year && found.month === date.month && found.day === date.day) return iso;
  }
  return undefined;
}

/** Day, name of the month, year, in Persian digits: ۲ آذر ۱۴۰۵. */
export function formatJalali(iso: string): string {
  const { year, month, day } = toJalali(iso);
  return toPersianDigits(`${day} ${monthNames[month - 1] ?? ''} ${year}`);
}

/** ASCII digits as Persian ones; everything else as it is. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
}

/** Persian and Arabic digits as ASCII ones; everything else as it is. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** A whole number in Persian digits, in groups of three: ۱٬۲۴۰٬۰۰۰. */
export function formatAmount(amount: number): string {
  return toPersianDigits(String(amount).replace(/\B(?=(\d{3})+$)/g, '٬'));
}
