import { at } from './contract-time.ts';
import { openSqliteStore } from './sqlite.ts';
import { describeStore } from './store.contract.ts';

describeStore('the store in SQLite', () => openSqliteStore({ file: ':memory:', now: () => at, told: new Set(['tax']) }));
