export { type ClaimPath, type Members, pickClaims, type SelectedClaim, selectClaims } from './claim-path.ts';
export { type DcqlRequest, parseDcqlRequest } from './dcql.ts';
export { limits } from './limits.ts';
export {
  encodeTransactionData,
  parseTransactionData,
  type SubmissionTransaction,
  submissionTransaction,
  type TransactionData,
} from './transaction-data.ts';
