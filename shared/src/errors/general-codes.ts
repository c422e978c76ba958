/** Encoding, limits, and what may befall any request: part of `errorCodes`. */
export const generalCodes = {
  malformed_request: 400,
  body_too_large: 413,
  length_required: 411,
  not_found: 404,
  too_many_requests: 429,
  unsupported_media_type: 415,
  not_authorized: 401,
  other_origin: 403,
  storage_full: 503,
  unavailable: 503,
  internal_error: 500,
} as const;
