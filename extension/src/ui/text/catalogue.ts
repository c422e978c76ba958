import type { Formatter } from './formatter.ts';

/** One sentence: fixed, or built from what it is told. */
export type Phrase<Args = never> = string | ((args: Args, f: Formatter) => string);

/** The sentences of one feature in one language. */
export type Section = Readonly<Record<string, Phrase>>;

/** The same sentences in another language: no key more, none less, and each built from the same arguments. */
export type SectionLike<Source extends Section> = {
  readonly [Key in keyof Source]: Source[Key] extends (args: infer Args, f: Formatter) => string
    ? string | ((args: Args, f: Formatter) => string)
    : string;
};

/** A whole language: its sections by name. */
export type Catalogue = Readonly<Record<string, Section>>;
export type CatalogueLike<Source extends Catalogue> = { readonly [Name in keyof Source]: SectionLike<Source[Name]> };
