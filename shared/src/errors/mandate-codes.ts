/** Signing for another: part of `errorCodes`. */
export const mandateCodes = {
  mandate_required: 422,
  mandate_not_accepted: 422,
  mandate_relation_refused: 422,
  mandate_wrong_principal: 422,
  mandate_wrong_holder: 422,
  mandate_mismatch: 422,
  mandate_invalid: 422,
  mandate_not_in_force: 422,
  mandate_revoked: 422,
  mandate_suspended: 422,
  mandate_earlier_differs: 422,
} as const;
