/** The end of one correction. `form-changed`: the form is no longer the one that was shown. `refused`: the field is of a kind that stays as it is, or about somebody else. */
export type CorrectionEnd = 'kept' | 'form-changed' | 'refused';

/** An origin, and how many corrections of its forms are kept. */
export type LearnedSite = { readonly origin: string; readonly count: number };
