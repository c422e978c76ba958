export type { HashName, WideAlgorithm } from './algorithm-identifier.ts';
export { listAuthorityKeyIds, readAuthorityKeyIds } from './authority-key-ids.ts';
export type { CertificatePath, PathOf } from './chain-rules.ts';
export { type Certificate, parseCertificate, type WideCertificate } from './parse-certificate.ts';
export type { CertificateExtensions } from './parse-extensions.ts';
export {
  createChainVerifier,
  createWideChainVerifier,
  type VerifiedChain,
  type VerifyChain,
  type VerifyChainOptions,
  type VerifyWideChain,
} from './verify-chain.ts';
export { createWidePorts } from './web-crypto.ts';
export type { WidePublicJwk } from './wide-key.ts';
export type { Digest, VerifySignature } from './wide-signature.ts';
export { decodePemCertificates, decodeX5c, encodeX5c } from './x5c.ts';
