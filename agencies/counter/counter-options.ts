import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import type { SiteDeps } from '../front/site.ts';
import type { HandOver } from './documents.ts';
import type { Register } from './register.ts';
import type { Markup, Visit } from './visit.ts';

/** What a site with a counter is given. */
export type CounterDeps = SiteDeps & { readonly register: Register };

export type Counter = {
  /** Where it stands on the site, such as `/documents`. */
  readonly base: string;
  /** What is given out here. */
  readonly types: readonly DocumentTypeId[];
  readonly handOver: HandOver;
  /** The site's own frame around a page. */
  readonly frame: (visit: Visit, title: string, content: Markup) => Markup;
  /** That frame says who is signed in, and signs them out. */
  readonly isGreetedByFrame?: boolean;
};
