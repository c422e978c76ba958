/** What people read when something was refused: what happened and what to do next. Never a value of the citizen's. */
export type Sentence = { readonly fa: string; readonly en: string };

/** A sentence in each language for each of these codes. */
export type Sentences<Codes> = { readonly [code in keyof Codes]: Sentence };
