import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';
import { loadShapingTools } from './load-fonts.ts';
import type { BaseDirection } from './shape-line.ts';

const tools = await loadShapingTools();
const font = tools.fonts.regular;
const print = (text: string, width = 200, direction: BaseDirection = 'rtl') =>
  breakLines(text, width, { font, size: 10, direction }, tools);

/** What stands on the paper from left to right, glyph by glyph. */
const seen = (text: string, direction?: BaseDirection): string[] =>
  print(text, 1000, direction).flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text));

describe('a line', () => {
  it('joins Persian letters, and shows the first at the right', () => {
    expect(seen('سلام')).toEqual(['م', 'لا', 'س']);
    const [joined, apart] = [print('بب'), print('ب ب')].map(([line]) => line?.glyphs.map(({ id }) => id));
    expect(new Set(joined).size).toBe(2);
    expect(apart?.[0]).toBe(apart?.[2]);
  });

  it('has numbers from left to right within it, with their signs', () => {
    expect(seen('مبلغ ۱٬۲۵۰ ریال').join('')).toBe('لایر ۱٬۲۵۰ غلبم');
    expect(seen('ساعت ۱۲:۳۰').join('')).toBe('۱۲:۳۰ تعاس');
  });

  it('has Latin words in their own order, whichever the line’s', () => {
    expect(seen('نامه به tax office رسید').join('')).toBe('دیسر tax office هب همان');
    expect(seen('to سازمان امور', 'ltr').join('')).toBe('to روما نامزاس');
  });

  it('turns brackets round with what they hold', () => {
    const [rtl, ltr] = [print('(ب)'), print('(b)', 200, 'ltr')].map(([line]) => line?.glyphs.map(({ id }) => id));
    expect([rtl?.[0], rtl?.[2]]).toEqual([ltr?.[0], ltr?.[2]]);
  });

  it('keeps a mark with its letter, and the half space unseen', () => {
    expect(print('بَ')[0]?.glyphs.map(({ text, advance }) => [text, advance > 0])).toEqual([
      ['َ', false],
      ['ب', true],
    ]);
    expect(print('می‌شود')[0]?.glyphs.find(({ text }) => text === '\u200C')?.advance).toBe(0);
  });

  it('says in place of what the font lacks what it was', () => {
    expect(print('a😀b', 200, 'ltr')[0]?.glyphs.map(({ text, isReplaced }) => [text, isReplaced])).toEqual([
      ['a', false],
      ['😀', true],
      ['b', false],
    ]);
  });
});

describe('lines', () => {
  it('break between words, none wider than it may be, nothing lost', () => {
    const text = 'سازمان امور مالیاتی کشور ۱۴۰۵ tax '.repeat(20).trim();
    const lines = print(text);
    expect(lines.map((line) => line.text).join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(5);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(20_000);
  });

  it.each([
    ['Latin letters', 'x'.repeat(5000)],
    ['Persian letters', 'سلام'.repeat(1250)],
    ['letters wide and narrow', `${'i'.repeat(700)}${'W'.repeat(700)}${'i'.repeat(600)}`],
    ['emoji of several parts', '👩‍👩‍👧‍👦'.repeat(200)],
  ])('break inside a word without end: %s', (_what, word) => {
    const lines = print(word);
    expect(lines.map(({ text }) => text).join('')).toBe(word);
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(20_000);
  });

  it('are as many as they were, whatever controls stand in the text', () => {
    expect(print('سلا\u202Eم \u2066\u0000دنیا\u2029\n')).toEqual(print('سلام دنیا'));
    expect(print('\u202E\u0000\n ')).toEqual([]);
    expect(print('a\uD800b', 200, 'ltr')[0]?.text).toBe('a\uFFFDb');
  });

  it('are not reached by marks that are piled up', () => {
    const heights = print(`ا${'\u0651\u064E'.repeat(40)}`).flatMap(({ glyphs }) => glyphs.map(({ yOffset }) => Math.abs(yOffset)));
    expect(Math.max(...heights)).toBeLessThanOrEqual(350);
  });
});
