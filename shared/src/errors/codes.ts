import { credentialCodes } from './credential-codes.ts';
import { generalCodes } from './general-codes.ts';
import { issuanceCodes } from './issuance-codes.ts';
import { mandateCodes } from './mandate-codes.ts';
import { presentationCodes } from './presentation-codes.ts';
import { staffCodes } from './staff-codes.ts';
import { submissionCodes } from './submission-codes.ts';
import { vaultCodes } from './vault-codes.ts';
import { walletCodes } from './wallet-codes.ts';

/**
 * Every way in which Daricheh says no, with the HTTP status (RFC 9110) that it travels with. What people read stands apart, in
 * `errorSentences`, so that a script in a page need not carry it; a code without its sentences does not compile.
 */
export const errorCodes = {
  ...generalCodes,
  ...credentialCodes,
  ...issuanceCodes,
  ...presentationCodes,
  ...staffCodes,
  ...submissionCodes,
  ...mandateCodes,
  ...vaultCodes,
  ...walletCodes,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorCodes;

/** True when `value` is one of the closed list of codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}
