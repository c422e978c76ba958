import type { Hono } from 'hono';
import { servePublicFiles } from '../front/public-files.ts';
import { createGuardedApp, type PlainSiteDeps, readForm } from '../front/site.ts';
import { homePage } from './pages/home.ts';
import { renewPage } from './pages/renew.ts';
import { sentPage } from './pages/sent.ts';
import { checkRenewal, listAnswers } from './renewal.ts';
import { buildServices } from './services.ts';

/** The transport department: knows nothing of wallets; its form is posted plainly to itself. */
export function createSite(deps: PlainSiteDeps): Hono {
  const app = createGuardedApp({ origin: deps.origin });
  servePublicFiles(app, '/assets/', new URL('./public/', import.meta.url));
  app.get('/.well-known/services.jsonld', (context) =>
    context.body(JSON.stringify(buildServices(deps.origin)), 200, {
      'Content-Type': 'application/ld+json',
      'Access-Control-Allow-Origin': '*',
    }),
  );
  app.get('/', (context) => context.html(homePage()));
  app.get('/renew', (context) => context.html(renewPage({ form: {}, errors: {} })));
  app.post('/renew', async (context) => {
    const form = await readForm(context.req);
    // Only a robot fills a field that nobody sees.
    if ((form['website'] ?? '') !== '') return context.html(renewPage({ form: {}, errors: {} }), 422);
    const errors = checkRenewal(form);
    if (Object.keys(errors).length > 0) return context.html(renewPage({ form, errors }), 422);
    return context.html(sentPage(await deps.outbox.hand({ formTitle: 'Driver license renewal', answers: listAnswers(form) })));
  });
  return app;
}
