import type { Agency } from './agencies/agency.ts';
import type { Caseworker } from './storage/staff.ts';

/** What middleware puts into a request's context for the routes behind it. `caseworker`: only on pages that need one. */
export type AppEnv = { Variables: { agency: Agency; requestId: string; caseworker?: Caseworker } };
