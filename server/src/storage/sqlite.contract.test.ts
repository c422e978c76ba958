import { openSqliteStore } from './sqlite.ts';
import { at, describeStore } from './store.contract.ts';

describeStore('the store in SQLite', () => openSqliteStore({ file: ':memory:', now: () => at }));
