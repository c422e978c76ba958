/** Who may get in at an agency's desk: part of `errorCodes`. */
export const staffCodes = {
  webauthn_invalid: 401,
  enrolment_code_invalid: 401,
  administrators_only: 403,
  own_account: 409,
  account_changed: 409,
  last_passkey: 409,
  second_administrator_needed: 409,
} as const;
