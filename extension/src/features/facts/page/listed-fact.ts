/** A fact as the list shows it. */
export type ListedFact = { readonly datum: string; readonly value: string; readonly declaredAtMs: number; readonly isIssuedToo: boolean };
