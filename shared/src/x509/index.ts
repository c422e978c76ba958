export { listAuthorityKeyIds, readAuthorityKeyIds } from './authority-key-ids.ts';
export type { CertificatePath } from './chain-rules.ts';
export { type Certificate, parseCertificate } from './parse-certificate.ts';
export type { CertificateExtensions } from './parse-extensions.ts';
export { createChainVerifier, type VerifiedChain, type VerifyChain, type VerifyChainOptions } from './verify-chain.ts';
export { decodePemCertificates, decodeX5c, encodeX5c } from './x5c.ts';
