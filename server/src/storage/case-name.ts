import type { CaseStatus } from '@daricheh/shared/catalogue';

export type CaseState = CaseStatus['state'];

/** Which case another amends, or withdraws. */
export type CaseLink = NonNullable<CaseStatus['about']>;

/** Names one case. */
export type CaseName = { readonly agency: string; readonly caseNumber: string };
