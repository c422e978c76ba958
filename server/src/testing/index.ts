export { type PrintedLine, printTestLine } from './print-test-line.ts';
export { createTestApp, originOf, type TestApp, timeStampsOfRegistry } from './test-app.ts';
export { createTestSigner, type TestSigner } from './test-signer.ts';
