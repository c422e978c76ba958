export {
  type LocalProof,
  type LocalProofFile,
  localProof,
  localProofFile,
  localProofLimits,
  readLocalProofFile,
  type SentLine,
  sentLine,
  writeLocalProofFile,
} from './local-proof.ts';
export { type LocalProofSigner, localProofJwsType, signLocalProof } from './sign-local-proof.ts';
export {
  checkPicture,
  type LocalProofPorts,
  type ReadLocalProof,
  readLocalProof,
  type VerifiedLocalProof,
  verifyLocalProof,
  verifyProofSignature,
  verifyProofStamp,
} from './verify-local-proof.ts';
