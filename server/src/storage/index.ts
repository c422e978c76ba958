export { openStore } from './open-store.ts';
export { openSqliteStore } from './sqlite.ts';
export type { NewSubmission } from './store.ts';
