export { startPostgres } from '../storage/testing/start-postgres.ts';
export { openStatusList } from './open-status-list.ts';
export { type PrintedLine, printTestLine } from './print-test-line.ts';
export { createTestApp, originOf, type TestApp, timeStampsOfRegistry } from './test-app.ts';
export { createCoSheetWorld, createSheetWorld, type SheetWorld } from './test-receipt-sheet.ts';
export { createTestServer } from './test-server.ts';
export { createTestSigner, type TestSigner } from './test-signer.ts';
