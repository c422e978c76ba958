/** Why an authority gives no time stamp, by the bit that says so. @see RFC 3161, section 2.4.2 (PKIFailureInfo) */
export const failureBits = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
  addInfoNotAvailable: 17,
  systemFailure: 25,
} as const;
export type TimeStampFailure = keyof typeof failureBits;
