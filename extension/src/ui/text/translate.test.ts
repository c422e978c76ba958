import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { createFormatter } from './formatter.ts';
import { createText, type Language } from './translate.ts';

describe('texts', () => {
  it('speaks the language asked for', () => {
    expect(createText('fa').t('shell.documents')).toBe('مدارک');
    expect(createText('en').t('shell.documents')).toBe('Documents');
    expect(createText('fa').error('vault_locked')).toContain('قفل');
  });

  it.each(
    Object.entries(fa).flatMap(([name, section]) => Object.entries(section).map(([key, phrase]) => [`${name}.${key}`, phrase] as const)),
  )('has %s in Persian letters, without Arabic ones', (key, phrase) => {
    if (typeof phrase !== 'string' || key === 'shell.otherLanguage') return;
    expect(phrase).toMatch(/[\u0600-\u06FF]/u);
    expect(phrase).not.toMatch(/[يك٤٥٦]/u);
  });

  it('has no Persian letters in English, but for the name of Persian', () => {
    const sentences = Object.values(en).flatMap((section) => Object.values(section));
    const persian = sentences.filter((phrase) => typeof phrase === 'string' && /[\u0600-\u06FF]/u.test(phrase));
    expect(persian.filter((phrase) => phrase !== 'فارسی' && phrase !== 'دریچه')).toEqual([]);
  });
});

describe('a formatter', () => {
  const noon = Date.UTC(2026, 10, 23, 12, 0);

  it.each<[Language, string, string]>([
    ['fa', 'fa-IR-u-ca-persian', '۲ آذر ۱۴۰۵'],
    ['en', 'en-GB', '23 November 2026'],
  ])('writes a date in %s', (_language, tag, text) => {
    expect(createFormatter(tag).date(noon)).toBe(text);
  });

  it('writes numbers with the digits of the language', () => {
    expect(createFormatter('fa-IR').number(1405)).toBe('۱٬۴۰۵');
    expect(createFormatter('en-GB').number(1405)).toBe('1,405');
  });

  it('chooses the plural', () => {
    expect(createFormatter('en-GB').plural(1, { one: 'case', other: 'cases' })).toBe('case');
    expect(createFormatter('en-GB').plural(2, { one: 'case', other: 'cases' })).toBe('cases');
  });
});
