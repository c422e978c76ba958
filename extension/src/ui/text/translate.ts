import { type ErrorCode, errorSentences } from '@daricheh/shared/errors';
import { en } from './en.ts';
import { fa } from './fa.ts';
import { createFormatter, type Formatter } from './formatter.ts';

export type Language = 'fa' | 'en';

/** BCP 47 tag of each language, with the calendar and digits of its readers. */
export const localeTags: Readonly<Record<Language, string>> = { fa: 'fa-IR-u-ca-persian', en: 'en-GB' };

type Catalogue = typeof fa;
type Keys<Name extends keyof Catalogue> = `${Name}.${Extract<keyof Catalogue[Name], string>}`;
/** `section.sentence`. */
export type TextKey = { [Name in keyof Catalogue]: Keys<Name> }[keyof Catalogue];
type PhraseOf<Key extends TextKey> = Key extends `${infer Name}.${infer Sentence}`
  ? Name extends keyof Catalogue
    ? Sentence extends keyof Catalogue[Name]
      ? Catalogue[Name][Sentence]
      : never
    : never
  : never;
type ArgsOf<Key extends TextKey> = PhraseOf<Key> extends (args: infer Args, f: Formatter) => string ? [args: Args] : [];

/** The sentence `key` in one language; takes what the sentence is built from, where it is. */
export type Translate = <Key extends TextKey>(key: Key, ...args: ArgsOf<Key>) => string;

export type Text = {
  readonly language: Language;
  readonly t: Translate;
  readonly f: Formatter;
  /** The sentence of an error code. */
  readonly error: (code: ErrorCode) => string;
  /** The part of a text in both languages that this reader reads. */
  readonly pick: (text: { readonly fa: string; readonly en: string }) => string;
};

type AnyPhrase = string | ((args: unknown, f: Formatter) => string);

/** Everything said in `language`. */
export function createText(language: Language): Text {
  const f = createFormatter(localeTags[language]);
  // The keys are tied to their arguments above; a table of all sentences cannot say so.
  const catalogue = { fa, en }[language] as unknown as Record<string, Record<string, AnyPhrase>>;
  const t: Translate = (key, ...[args]) => {
    const [name = '', sentence = ''] = key.split('.');
    const phrase = catalogue[name]?.[sentence] ?? key;
    return typeof phrase === 'string' ? phrase : phrase(args, f);
  };
  return { language, t, f, error: (code) => errorSentences[code][language], pick: (text) => text[language] };
}
