import type { BaseDirection } from '../pdf/shape-line.ts';

export type Language = 'fa' | 'en';

/** Words in the language of the sheet, and under them the same in the other one, where it is said in both. */
export type Bilingual = { readonly text: string; readonly other?: string };

/** One line of the sheet: what it is called and what it says; `notes` stand small under it. */
export type SheetLine = {
  readonly label: Bilingual;
  readonly value: string;
  readonly direction: BaseDirection;
  readonly notes: readonly { readonly text: string; readonly direction: BaseDirection }[];
};

export type SheetSection =
  | { readonly kind: 'lines'; readonly heading: Bilingual; readonly lines: readonly SheetLine[] }
  | { readonly kind: 'checks'; readonly heading: Bilingual; readonly checks: readonly { readonly text: string; readonly holds: boolean }[] }
  | { readonly kind: 'sentences'; readonly heading: Bilingual; readonly sentences: readonly string[] };

/** What a receipt's sheet says, before it is anywhere on paper. */
export type Sheet = {
  readonly language: Language;
  readonly agency: Bilingual;
  readonly title: Bilingual;
  /** What the square of dots says. */
  readonly code: { readonly content: string; readonly alternative: string };
  readonly facts: readonly SheetLine[];
  readonly sections: readonly SheetSection[];
  /** Said at the end where the font lacks a character that was to be printed. */
  readonly missingGlyphs: string;
  /** At the foot of each page. */
  readonly footer: (page: number, count: number) => string;
};
