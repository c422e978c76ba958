import type { Hono } from 'hono';
import { addCounter } from '../counter/counter.ts';
import type { CounterDeps } from '../counter/counter-options.ts';
import { findCitizen } from '../front/citizen.ts';
import { readLanguage } from '../front/language.ts';
import { servePublicFiles } from '../front/public-files.ts';
import { createGuardedApp } from '../front/site.ts';
import { frame, homePage } from './pages.ts';
import { documents } from './services.ts';

const base = '/documents';

/** A university: diplomas of its graduates. */
export function createSite(deps: CounterDeps): Hono {
  const app = createGuardedApp({ origin: deps.origin });
  servePublicFiles(app, '/assets/', new URL('./public/', import.meta.url));
  servePublicFiles(app, '/fonts/', new URL('./files/', import.meta.resolve('@fontsource-variable/vazirmatn/package.json')));
  app.get('/', async (context) => {
    const citizen = await findCitizen(deps.callServer, context.req.header('cookie'));
    return context.html(homePage({ language: readLanguage(context), citizen, path: '/', base }));
  });
  addCounter(app, deps, { base, types: documents, handOver: 'second-code', frame });
  return app;
}
