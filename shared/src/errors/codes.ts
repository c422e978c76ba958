
  // Questions to the citizen, receiving, signing, cases
  ...walletCodes,
