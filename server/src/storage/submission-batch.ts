import type { NewSubmission } from './store.ts';

/** Submissions to one agency that are written together: all of them or none. */
export type SubmissionBatch = { readonly agency: string; readonly submissions: readonly NewSubmission[] };
