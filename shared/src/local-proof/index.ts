export {
  type LocalProof,
  type LocalProofFile,
  localProof,
  localProofFile,
  localProofLimits,
  type SentLine,
  sentLine,
} from './local-proof.ts';
export { type LocalProofSigner, localProofJwsType, signLocalProof } from './sign-local-proof.ts';
export { type LocalProofPorts, type VerifiedLocalProof, verifyLocalProof } from './verify-local-proof.ts';
