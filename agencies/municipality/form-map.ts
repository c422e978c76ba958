import type { FormMapContent } from '@daricheh/shared/form-map';

/**
 * What the rows of the renovation levy ask for. Nobody can change that page any more, and nothing in it says so; the municipality says it here, beside
 * the page and under its seal.
 */
export function buildFormMap(): FormMapContent {
  return {
    version: 1,
    forms: [
      {
        paths: ['/levy', '/levy/send'],
        marks: ['r11', 'r51'],
        fields: [
          { control: 'r11', datum: 'given-name' },
          { control: 'r12', datum: 'family-name' },
          { control: 'r13', datum: 'father-name' },
          { control: 'r14', datum: 'national-id' },
          { control: 'r21', datum: 'postal-code' },
          { control: 'r22', datum: 'street-address' },
          { control: 'r31', datum: 'tel' },
          { control: 'r41', datum: 'national-id', whose: 'partner' },
          { control: 'r51', datum: null },
        ],
      },
    ],
  };
}
