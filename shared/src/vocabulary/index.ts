export { type FieldEntry, type FieldId, type FieldKind, fields, getField, isFieldId } from './fields.ts';
