export {
  createTestCertificate,
  createTestRoot,
  createTestSeal,
  Extension,
  KeyUsageFlags,
  type TestCertificate,
  type TestCertificateOptions,
} from './certificates.ts';
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
export { createTestKey, randomBytes, sha256, type TestKey, verifyP256 } from './node-ports.ts';
export { opensslCertificates } from './openssl-certificates.ts';
