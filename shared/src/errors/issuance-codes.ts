/**
 * Issuing (OpenID4VCI): part of `errorCodes`. Codes that the standard
 * knows bear its names, since they are the `error` of an answer too (RFC 6749, section 5.2; OpenID4VCI 1.0, section 8.3.1).
 */
export const issuanceCodes = {
  invalid_grant: 400,
  unsupported_grant_type: 400,
  invalid_token: 401,
  invalid_credential_request: 400,
  unknown_credential_configuration: 400,
  unknown_credential_identifier: 400,
  invalid_encryption_parameters: 400,
  invalid_proof: 400,
  invalid_nonce: 400,
  tx_code_wrong: 400,
  invalid_client: 401,
  invalid_scope: 400,
  invalid_authorization_details: 400,
  unsupported_response_type: 400,
  invalid_dpop_proof: 400,
  use_dpop_nonce: 400,
  invalid_notification_request: 400,
  invalid_notification_id: 400,
  authorization_unknown: 404,
  authorization_denied: 403,
  authorization_answer_invalid: 400,
  passkey_registration_invalid: 401,
  issuer_metadata_invalid: 502,
} as const;
