/** How a datum is written, normalised and checked. Dates are ISO 8601 (`yyyy-mm-dd`, Gregorian). */
export type FieldKind =
  | 'text'
  | 'digits'
  | 'integer'
  | 'date'
  | 'choice'
  | 'phone'
  | 'email'
  | 'address'
  | 'iban'
  | 'country'
  | 'image'
  | 'boolean';
