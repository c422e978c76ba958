import type { html } from 'hono/html';
import type { Citizen } from '../front/citizen.ts';
import type { Language } from '../front/language.ts';

export type Markup = ReturnType<typeof html>;

/** One page view at a counter that stands under `base`. */
export type Visit = {
  readonly language: Language;
  readonly citizen: Citizen | undefined;
  /** Path of this page, with all that its address asks for but the language. */
  readonly path: string;
  /** Path of the counter, such as `/documents`. */
  readonly base: string;
};
export type SignedInVisit = Visit & { readonly citizen: Citizen };
