/** Forms, what agencies say of them, signed submissions and receipts: part of `errorCodes`. */
export const submissionCodes = {
  form_map_invalid: 400,
  form_map_expired: 400,
  form_map_rolled_back: 400,
  form_version_mismatch: 422,
  manifest_invalid: 422,
  answer_missing: 422,
  answer_invalid: 422,
  submission_request_unknown: 422,
  signature_invalid: 422,
  time_stamp_invalid: 422,
  idempotency_key_required: 400,
  idempotency_key_in_use: 409,
  idempotency_key_reused: 422,
  case_moved_on: 409,
  event_unknown: 404,
  webhook_invalid: 400,
} as const;
