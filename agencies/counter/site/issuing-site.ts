import type { Hono } from 'hono';
import { findCitizen } from '../../front/citizen.ts';
import { readLanguage } from '../../front/language.ts';
import { servePublicFiles } from '../../front/public-files.ts';
import { createGuardedApp } from '../../front/site.ts';
import { addCounter } from '../counter.ts';
import type { Counter, CounterDeps } from '../counter-options.ts';
import { documentsPath as base } from '../services.ts';
import type { Markup, Visit } from '../visit.ts';

/** What makes one site with nothing but a counter another than the next. */
type IssuingSite = Pick<Counter, 'types' | 'handOver' | 'frame'> & {
  /** Its stylesheet and signs. */
  readonly publicFiles: URL;
  readonly homePage: (visit: Visit) => Markup;
};

/** A first page, and behind it the counter that gives documents out. */
export function createIssuingSite(deps: CounterDeps, { publicFiles, homePage, ...counter }: IssuingSite): Hono {
  const app = createGuardedApp({ origin: deps.origin });
  servePublicFiles(app, '/assets/', publicFiles);
  servePublicFiles(app, '/fonts/', new URL('./files/', import.meta.resolve('@fontsource-variable/vazirmatn/package.json')));
  app.get('/', async (context) => {
    const citizen = await findCitizen(deps.callServer, context.req.header('cookie'));
    return context.html(homePage({ language: readLanguage(context), citizen, path: '/', base }));
  });
  addCounter(app, deps, { ...counter, base });
  return app;
}
