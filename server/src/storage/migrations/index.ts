import type { Migration } from '../migrate.ts';
import { recordsAndSessions } from './0001-records-and-sessions.ts';

/** In their order; the number of a migration is its place here, counted from 1. One that has shipped never changes. */
export const migrations: readonly Migration[] = [recordsAndSessions];
