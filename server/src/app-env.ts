import type { Agency } from './agencies/agency.ts';

/** What middleware puts into a request's context for the routes behind it. */
export type AppEnv = { Variables: { agency: Agency; requestId: string } };
