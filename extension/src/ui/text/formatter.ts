/** What a sentence may ask of its language: the right plural, and digits as its readers write them. */
export type Formatter = {
  plural(count: number, forms: { readonly one?: string; readonly other: string }): string;
  number(value: number): string;
  /** A moment, given in milliseconds since 1970: day, month and year, Jalali in Persian. */
  date(atMs: number): string;
  /** A moment with its hour and minute. */
  time(atMs: number): string;
};

/** The formatter of a language; `locale` is a BCP 47 tag with its calendar. */
export function createFormatter(locale: string): Formatter {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const times = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return {
    plural: (count, forms) => (plurals.select(count) === 'one' ? (forms.one ?? forms.other) : forms.other),
    number: (value) => numbers.format(value),
    date: (atMs) => writeDate(dates, atMs),
    time: (atMs) => writeDate(times, atMs),
  };
}

/** Intl writes a Persian date year first («۱۴۰۵ آذر ۲»); people write the day first. */
function writeDate(format: Intl.DateTimeFormat, atMs: number): string {
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const day = `${parts.get('day') ?? ''} ${parts.get('month') ?? ''} ${parts.get('year') ?? ''}`;
  const comma = format.resolvedOptions().locale.startsWith('fa') ? '،' : ',';
  return parts.has('hour') ? `${day}${comma} ${parts.get('hour')}:${parts.get('minute')}` : day;
}
