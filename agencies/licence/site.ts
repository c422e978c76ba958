import type { Hono } from 'hono';
import type { CounterDeps } from '../counter/counter-options.ts';
import { createIssuingSite } from '../counter/site/issuing-site.ts';
import { frame, homePage } from './pages.ts';
import { documents } from './services.ts';

/** The transport department's newer desk: licences and vehicle registrations, beside the old site that knows no wallet. */
export function createSite(deps: CounterDeps): Hono {
  return createIssuingSite(deps, {
    publicFiles: new URL('./public/', import.meta.url),
    types: documents,
    handOver: 'link',
    frame,
    homePage,
  });
}
