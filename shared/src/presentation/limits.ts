/** What either end accepts at most, checked before any cryptography. Bytes count UTF-8. */
export const limits = {
  /** A request object, or the parameters of an unsigned request. */
  requestBytes: 64 * 1024,
  /** Claims asked in one request, all credential queries together. */
  askedClaims: 64,
  /** Credentials asked in one request. */
  askedCredentials: 16,
  /** A nonce, and a state, as they travel. Ours hold 256 bits; another verifier's is taken from 16 characters on. */
  nonceMinCharacters: 16,
  nonceMaxCharacters: 512,
  /** An encrypted response. */
  jweCharacters: 80 * 1024,
  /** All presentations of one response. */
  vpTokenBytes: 64 * 1024,
  /** Entries of transaction_data in one request. */
  transactionData: 8,
} as const;
