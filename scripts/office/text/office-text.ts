import { en } from './en.ts';
import { fa } from './fa.ts';
import type { OfficeText } from './text-shape.ts';

export type { OfficeText } from './text-shape.ts';

export const languages = ['fa', 'en'] as const;
export type Language = (typeof languages)[number];

export function getOfficeText(language: Language): OfficeText {
  return { fa, en }[language];
}
