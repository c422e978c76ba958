import type { Hono } from 'hono';
import { servePublicFiles } from '../front/public-files.ts';
import { createGuardedApp, type PlainSiteDeps, readForm } from '../front/site.ts';
import { checkLevy, listLevyAnswers } from './levy.ts';
import { confirmPage, sentPage } from './pages/confirm.ts';
import { homePage } from './pages/home.ts';
import { levyPage } from './pages/levy.ts';
import { permitPage } from './pages/permit.ts';
import { checkPermit, listAnswers } from './permit.ts';
import { buildServices } from './services.ts';

/** The municipality: an old portal that knows nothing of wallets; forms, confirmation, and a plain post to itself. */
export function createSite(deps: PlainSiteDeps): Hono {
  const app = createGuardedApp({ origin: deps.origin, style: 'inline' });
  servePublicFiles(app, '/files/', new URL('./public/', import.meta.url));
  app.get('/.well-known/services.jsonld', (context) =>
    context.body(JSON.stringify(buildServices(deps.origin)), 200, {
      'Content-Type': 'application/ld+json',
      'Access-Control-Allow-Origin': '*',
    }),
  );
  app.get('/', (context) => context.html(homePage()));
  app.get('/permit', (context) => context.html(permitPage({}, [])));
  app.post('/permit/edit', async (context) => context.html(permitPage(await readForm(context.req), [])));
  app.post('/permit/confirm', async (context) => {
    const form = await readForm(context.req);
    const errors = checkPermit(form);
    return errors.length > 0 ? context.html(permitPage(form, errors), 422) : context.html(confirmPage(form));
  });
  app.post('/permit/send', async (context) => {
    const form = await readForm(context.req);
    const errors = checkPermit(form);
    if (errors.length > 0) return context.html(permitPage(form, errors), 422);
    return context.html(sentPage(await deps.outbox.hand({ formTitle: 'درخواست پروانهٔ ساختمان', answers: listAnswers(form) })));
  });
  app.get('/levy', (context) => context.html(levyPage({}, [])));
  app.post('/levy/send', async (context) => {
    const form = await readForm(context.req);
    const errors = checkLevy(form);
    if (errors.length > 0) return context.html(levyPage(form, errors), 422);
    return context.html(sentPage(await deps.outbox.hand({ formTitle: 'اظهارنامهٔ عوارض نوسازی', answers: listLevyAnswers(form) })));
  });
  return app;
}
