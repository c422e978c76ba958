import type { FieldId } from '@daricheh/shared/vocabulary';
import type { Person } from '../people.ts';

/**
 * The truth about one control: what it asks for and what stands in it after filling for a given person.
 *
 * Values follow the control's own evidence: digits are Latin unless its placeholder shows Persian ones; a phone number is
 * E.164 unless placeholder or hint shows 09…, and then national where it is an Iranian one; dates take the calendar and
 * form of the placeholder, options or hint. A choice is the `value` of the option or radio button.
 */
export type ExpectedField = {
  /** Path of the page. */
  readonly page: string;
  /** Name of the control; radio buttons share one. */
  readonly control: string;
  readonly selector: string;
  /** What it asks for; `none` for what no wallet may fill. */
  readonly datum: FieldId | 'none';
  /** For `none`: why. */
  readonly why?: 'other-person' | 'agency-knows' | 'about-the-matter' | 'trap';
  /** Empty where the person has no such datum. For `none`, what the page itself has put there. */
  readonly value: string;
};

export type ExpectedOptions = {
  /** Language of the page, where the site speaks two. */
  readonly language?: 'fa' | 'en';
  /** Whether the person has said in the wallet what no agency certifies (occupation, marital status, IBAN). */
  readonly hasDeclared?: boolean;
  /** Whether the person has signed in at the site. */
  readonly isSignedIn?: boolean;
};

export type ListExpected = (person: Person, options?: ExpectedOptions) => readonly ExpectedField[];

/** One expected field of `page`, found by its name. */
export function expectField(page: string, control: string, datum: FieldId, value: string | undefined): ExpectedField {
  return { page, control, selector: `[name="${control}"]`, datum, value: value ?? '' };
}

/** One field of `page` that stays as the page made it. */
export function expectUntouched(page: string, control: string, why: NonNullable<ExpectedField['why']>, value = ''): ExpectedField {
  return { page, control, selector: `[name="${control}"]`, datum: 'none', why, value };
}
