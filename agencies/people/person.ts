import type { LocalizedText } from '@daricheh/shared/trust';

/** The claims of an identity credential, by the names of its claim paths. A claim that a person does not have is left out. */
export type IdentityClaims = {
  readonly given_name?: string;
  readonly family_name?: string;
  readonly given_name_latin?: string;
  readonly family_name_latin?: string;
  readonly father_name?: string;
  readonly father_name_latin?: string;
  readonly national_id: string;
  readonly birth_certificate_number: string;
  /** ISO 8601, Gregorian. */
  readonly birthdate: string;
  readonly age_over_18: boolean;
  readonly place_of_birth: { readonly locality: string };
  readonly sex: 'female' | 'male';
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  readonly address: {
    readonly street_address: string;
    readonly locality: string;
    readonly region: string;
    readonly postal_code: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
  };
  /** E.164. */
  readonly phone_number: string;
  readonly email: string;
  /** A small drawn picture, `data:image/png;base64,…`. */
  readonly portrait: string;
  readonly fictitious: true;
};

/** What no agency certifies: the citizen says it in the wallet. By the ids of the vocabulary. */
export type DeclaredFacts = {
  readonly iban: string;
  readonly 'marital-status': 'single' | 'married' | 'divorced' | 'widowed';
  readonly 'organization-title': string;
  readonly organization: string;
};

/** Somebody who does not exist. */
export type Person = {
  readonly id: string;
  readonly fictitious: true;
  /** What is hard about this person, in words. */
  readonly about: LocalizedText;
  /** Printed in the letter that the civil registry sends. */
  readonly activationCode: string;
  readonly claims: IdentityClaims;
  readonly declared: DeclaredFacts;
};

/** True from the day on which somebody born on `birthdate` turns 18; who is born on 29 February does so on 1 March. */
export function isOver18(birthdate: string, at: Date): boolean {
  const [year = 0, month = 1, day = 1] = birthdate.split('-').map(Number);
  return Date.UTC(year + 18, month - 1, day) <= at.getTime();
}
