export { encryptResponse } from '../presentation/response-encryption.ts';
export {
  createTestCertificate,
  createTestRoot,
  createTestSeal,
  Extension,
  KeyUsageFlags,
  type TestCertificate,
  type TestCertificateOptions,
  toPem,
} from './certificates.ts';
export { type CredentialChanges, type CredentialChecks, createCredentialChecks } from './credential-checks.ts';
export {
  createTestIssuer,
  digestDisclosure,
  encodeDisclosure,
  expectCredential,
  type Forgery,
  forgeCredential,
  type TestIssuer,
  testAudience,
  testNonce,
  testTime,
  testVct,
} from './credentials.ts';
export { findProgram } from './find-program.ts';
export { createRandom, mutateText, type Random } from './fuzz/mutate.ts';
export { pythonWithJwcrypto, runJwcrypto } from './jwcrypto.ts';
export { createTestProofWorld, describeTestProof, type TestProofChanges, type TestProofWorld } from './local-proofs.ts';
export { createLongTermWorld, type LongTermWorld } from './long-term.ts';
export { addTestMandates, answerForChild, createTestMandate, type TestMandate, testChildIds, testMandateIndex } from './mandates.ts';
export { createMdocWorld, embed, type MdocForgery, type MdocWorld, testDocType, testNamespace } from './mdoc-world.ts';
export { createTestKey, digest, randomBytes, sha256, type TestKey, verifyP256, verifySignature } from './node-ports.ts';
export { openssl, runOpenssl } from './openssl.ts';
export { opensslCertificates } from './openssl-certificates.ts';
export { createOwfContext } from './owf-mdoc.ts';
export { type AssertionChanges, createTestPasskey, type TestPasskey, testWalletOrigin } from './passkeys.ts';
export {
  createPresentationWorld,
  issueTestIdentity,
  type PresentationWorld,
  testClaims,
  testDisclosures,
  testQuery,
} from './presentation-world.ts';
export { answeredByPost, createRequestReader, type RequestReader, requestObjectMediaType } from './request-reader.ts';
export { type TestPdfParts, writeTestPdf } from './sealed-pdf.ts';
export { createTestFileWorld, type TestFileParts, type TestFileWorld } from './submission-files.ts';
export {
  addTestSigners,
  addTestSlots,
  answerTestForm,
  buildTestManifest,
  createTestCitizen,
  createTestCitizensAuthority,
  describeTestForm,
  type EnvelopeParts,
  signTestEnvelope,
  type TestCitizen,
  type TestRegistry,
  testSignerIds,
  verifyRs256,
} from './submissions.ts';
export {
  createTestTimeStampCertificate,
  createTimeStampPorts,
  describePurposes,
  describeTestAuthority,
  issueTestTimeStamp,
  testPolicy,
} from './time-stamps.ts';
export { createTestAgency, createTestTrustList } from './trust.ts';
export { type StatusListVector, statusListVectors } from './vectors/token-status-list.ts';
export { aesGcmVectors, type EcdsaVector, ecdsaVectors, hkdfVectors, jwsVectors, readHex } from './vectors/wycheproof.ts';
