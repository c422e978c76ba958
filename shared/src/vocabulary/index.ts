export { computeAge, deriveFieldValue, splitCadastralPlate, splitPlate } from './derive-field.ts';
export { toArabicDigits, toLatinDigits, toPersianDigits } from './digits.ts';
export type { DocumentOwner, DocumentType, MdocType } from './document-type.ts';
export { documentTypes } from './document-types.ts';
export type { ChoiceWords, FieldEntry, FieldGroup } from './field-entry.ts';
export type { FieldFormat, FieldShape } from './field-format.ts';
export type { FieldKind } from './field-kind.ts';
export { getFieldShape, normalizeFieldValue } from './field-value.ts';
export { type FieldId, fieldIds, fields, getField, isFieldId, isOwnDatum } from './fields.ts';
export {
  type DocumentClaim,
  type DocumentTypeId,
  documentTypeIds,
  findDatumOfClaim,
  findDatumOfElement,
  findDocumentTypeId,
  findElementPath,
  findMdocTypeId,
  getDocumentType,
  isDocumentTypeId,
  listCredentialClaims,
  listDocumentClaims,
  listDocumentTypesOf,
} from './find-document-type.ts';
export { hijriMonthNames, hijriYears, toHijri } from './hijri-date.ts';
export { computeIbanRemainder, isIban, normalizeIban } from './iban.ts';
export {
  type CalendarDate,
  formatCalendarDate,
  formatIsoDate,
  formatJalaliWords,
  getGregorianMonthLength,
  getJalaliMonthLength,
  gregorianMonthNames,
  isGregorianDate,
  isJalaliDate,
  isJalaliLeapYear,
  jalaliMonthNames,
  jalaliYears,
  parseIsoDate,
  readDate,
  toGregorian,
  toJalali,
} from './jalali-date.ts';
export { type MandateRelation, mandateFields, mandateRelations } from './mandate-fields.ts';
export { computeNationalIdCheckDigit, isNationalId, normalizeNationalId } from './national-id.ts';
export { type AnswerKind, type AnswerProblem, type NormalizedAnswer, normalizeAnswer } from './normalize-answer.ts';
export { cleanValue, dropUnseen, foldForMatching, hasArabicScript } from './normalize-persian.ts';
export { normalizeOrgNationalId } from './org-national-id.ts';
export { type OtherPerson, otherPeople } from './other-people.ts';
export { normalizePhone, type PhoneParts, splitPhone } from './phone.ts';
export { isIranianPostalCode, normalizePostalCode } from './postal-code.ts';
