import type { Language } from './text/translate.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Appearance = { readonly language: Language; readonly theme: Theme };

/** Language, direction and colours of this document. */
export function applyAppearance({ language, theme }: Appearance): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = language === 'fa' ? 'rtl' : 'ltr';
  root.dataset['theme'] = theme;
}
