/** What either end accepts at most, checked before any cryptography. Bytes count UTF-8. */
export const limits = {
  /** A request object, or the parameters of an unsigned request. */
  requestBytes: 64 * 1024,
  /** Claims asked in one request, all credential queries together. */
  askedClaims: 64,
  /** Credentials asked in one request. */
  askedCredentials: 16,
  /** A nonce must be able to hold 128 bits: 16 bytes take 22 characters of base64url. */
  nonceCharacters: 22,
  nonceMaxCharacters: 512,
  /** An encrypted response. */
  jweCharacters: 80 * 1024,
  /** All presentations of one response. */
  vpTokenBytes: 64 * 1024,
  /** Entries of transaction_data in one request. */
  transactionData: 8,
} as const;
