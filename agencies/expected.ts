import type { ListExpected } from './expected/expected-field.ts';
import { listLevyExpected, listExpected as listMunicipality } from './municipality/expected.ts';
import { listExpected as listPassport } from './passport/expected.ts';
import { listExpected as listTax } from './tax/expected.ts';
import { listExpected as listTransport } from './transport/expected.ts';

export type { ExpectedField, ExpectedOptions, ListExpected } from './expected/expected-field.ts';

/** What stands in every control of an agency's forms after filling, by the agency's id. */
export const expectedFields = {
  tax: listTax,
  passport: listPassport,
  transport: listTransport,
  municipality: listMunicipality,
} as const satisfies Record<string, ListExpected>;

/** The same for the form that the municipality's own map alone explains. */
export const expectedLevyFields = listLevyExpected;
