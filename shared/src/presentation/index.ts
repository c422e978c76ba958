export { type ClaimPath, isSamePath, type Members, pickClaims, type SelectedClaim, selectClaims } from './claim-path.ts';
export { type DcqlMatch, type DcqlRequest, matchCredentials, parseDcqlRequest, type QueriedCredential } from './dcql.ts';
export { limits } from './limits.ts';
export {
  encodeTransactionData,
  parseTransactionData,
  type SubmissionTransaction,
  submissionTransaction,
  type TransactionData,
} from './transaction-data.ts';
