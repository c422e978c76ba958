import type { CaseStatus } from '@daricheh/shared/catalogue';

export type CaseState = CaseStatus['state'];

/** Names one case. */
export type CaseName = { readonly agency: string; readonly caseNumber: string };
