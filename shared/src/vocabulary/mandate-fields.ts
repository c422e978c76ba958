import type { FieldEntry } from './field-entry.ts';

/** As what somebody may act for another. */
export const mandateRelations = ['parent', 'guardian', 'attorney'] as const;
export type MandateRelation = (typeof mandateRelations)[number];

/**
 * What a mandate says: as what its holder acts, and for whom. None of it is the holder's own datum (see `isOwnDatum`): no form asks for it, nobody
 * declares it, and nothing is filled with it as if it were.
 */
export const mandateFields = {
  'mandate-relation': {
    kind: 'choice',
    group: 'mandate',
    fa: 'به عنوان',
    en: 'Acts as',
    choices: {
      parent: { fa: 'پدر یا مادر', en: 'Parent' },
      guardian: { fa: 'قیم', en: 'Guardian' },
      attorney: { fa: 'وکیل', en: 'Attorney' },
    } satisfies Record<MandateRelation, unknown>,
  },
  'mandate-since': { kind: 'date', group: 'mandate', fa: 'نماینده از', en: 'Acts since' },
  'mandate-until': { kind: 'date', group: 'mandate', fa: 'نماینده تا پایان', en: 'Acts until the end of' },
  'principal-given-name': { kind: 'text', group: 'mandate', fa: 'نام کسی که از طرف اوست', en: 'Acts for: given name' },
  'principal-family-name': { kind: 'text', group: 'mandate', fa: 'نام خانوادگی کسی که از طرف اوست', en: 'Acts for: family name' },
  'principal-given-name-latin': {
    kind: 'text',
    group: 'mandate',
    fa: 'نام لاتین کسی که از طرف اوست',
    en: 'Acts for: given name in Latin script',
  },
  'principal-family-name-latin': {
    kind: 'text',
    group: 'mandate',
    fa: 'نام خانوادگی لاتین کسی که از طرف اوست',
    en: 'Acts for: family name in Latin script',
  },
  'principal-national-id': {
    kind: 'digits',
    format: 'national-id',
    group: 'mandate',
    fa: 'کد ملی کسی که از طرف اوست',
    en: 'Acts for: national ID',
  },
  'principal-bday': { kind: 'date', group: 'mandate', fa: 'تاریخ تولد کسی که از طرف اوست', en: 'Acts for: date of birth' },
} as const satisfies Record<string, FieldEntry>;
