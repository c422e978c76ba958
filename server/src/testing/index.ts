export { createTestApp, originOf, type TestApp } from './test-app.ts';
export { createTestSigner, type TestSigner } from './test-signer.ts';
