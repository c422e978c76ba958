import type { LocalizedText } from '@daricheh/shared/trust';
import type { FieldId } from '@daricheh/shared/vocabulary';

/** Why a field must read after filling just what it read before. */
export type LeftReason =
  /** It asks about somebody else: a spouse, a child, an employer, a referee … */
  | 'other-person'
  | 'login'
  | 'card'
  | 'captcha'
  /** Nobody sees it: only a machine would answer. */
  | 'honeypot'
  /** The page shows it only after another answer, which the wallet does not know. */
  | 'not-shown'
  /** The page keeps it closed: it is told, not asked. */
  | 'closed'
  /** It asks about the case, the wish, the office: nothing about a person that a wallet holds. */
  | 'about-the-matter'
  /** A datum that the demo's citizen does not hold. */
  | 'not-held'
  /** None of the answers offered is the citizen's. */
  | 'no-option'
  /** Consent is the citizen's to give. */
  | 'consent';

/** The truth about one field. `reads`: what must stand in it once the page's own scripts have run; of several texts any is right. */
export type FieldTruth =
  | { readonly datum: FieldId; readonly reads: readonly [string, ...string[]] }
  | { readonly datum: 'none'; readonly left: LeftReason };

export type Trait =
  | 'react'
  | 'vue'
  | 'open-root'
  | 'closed-root'
  | 'wizard'
  | 'widgets'
  | 'frame'
  | 'appearing'
  | 'autosaving'
  | 'reformatting'
  | 'other-people'
  | 'honeypot';

export type GalleryPage = {
  /** Its file is `<id>.html` in the folder of its kind; its path `/<kind>/<id>`. */
  readonly id: string;
  readonly lang: string;
  /** What a stranger did here, in a few words. */
  readonly pattern: string;
  readonly traits: readonly Trait[];
  /** What is clicked after each fill to come to the next step; the form is then filled again. */
  readonly steps: readonly string[];
  /** How often the citizen fills each step: once, unless answers make new questions appear. */
  readonly fills: number;
  /** By the handle of each field: its `data-field`, else its name, else its id. Radio buttons share one. */
  readonly fields: Readonly<Record<string, FieldTruth>>;
};

/** The pages of one kind of agency. */
export type GalleryKind = { readonly id: string; readonly name: LocalizedText; readonly pages: readonly GalleryPage[] };

type PageOptions = Pick<GalleryPage, 'lang' | 'pattern'> & Partial<Pick<GalleryPage, 'traits' | 'steps' | 'fills'>>;

/** A page with the truth about its fields. */
export function page(id: string, options: PageOptions, fields: GalleryPage['fields']): GalleryPage {
  return { id, traits: [], steps: [], fills: 1, ...options, fields };
}

/** A field that asks for a datum; `more`: other texts that are as right where the page shows no preference. */
export function is(datum: FieldId, reads: string, ...more: string[]): FieldTruth {
  return { datum, reads: [reads, ...more] };
}

/** A field that no wallet may fill, or that this one cannot. */
export function left(reason: LeftReason): FieldTruth {
  return { datum: 'none', left: reason };
}
