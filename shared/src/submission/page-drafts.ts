/**
 * How a page's script and the wallet speak of the draft of a form: events on the form, whose `detail` is JSON text. Plain code
 * without schemas, like `page-events.ts`. The page may forge any of these: the wallet asks the browser whose page it is, and gives a draft's
 * values only after the citizen's own click on a button with `data-daricheh-draft="open"` in the form.
 */
export const draftEvents = { ask: 'daricheh:draft-ask', answer: 'daricheh:draft-answer', here: 'daricheh:wallet-here' } as const;

/** What stands in the controls of one field: a text each; of boxes and lists, what is ticked or chosen. */
export type DraftValue = { readonly field: string; readonly texts: readonly string[] };

/** `find`: is there one; `save`: keep this; `open`: give what is kept; `drop`: forget it. `seenAtMs`: when what this page knows of was saved; 0 for nothing. */
export type DraftAsk =
  | { readonly act: 'find' | 'open' | 'drop' }
  | { readonly act: 'save'; readonly seenAtMs: number; readonly title: string; readonly values: readonly DraftValue[] };

/**
 * `locked`: the vault is shut, and nothing was kept. `replaces`: what another page had kept meanwhile is no longer there. A wallet
 * that keeps none for this page, or not so much, does not answer.
 */
export type DraftAnswer =
  | { readonly kind: 'locked' | 'none' | 'dropped' }
  | { readonly kind: 'found'; readonly beganAtMs: number; readonly savedAtMs: number }
  | { readonly kind: 'saved'; readonly savedAtMs: number; readonly replaces: boolean }
  | { readonly kind: 'opened'; readonly values: readonly DraftValue[] };

/** Most that one draft may hold. */
export const draftLimits = { values: 200, texts: 50, chars: 20_000, title: 200 } as const;
