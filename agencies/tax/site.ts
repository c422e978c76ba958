import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { addCounter } from '../counter/counter.ts';
import type { CounterDeps } from '../counter/counter-options.ts';
import { findCitizen } from '../front/citizen.ts';
import { createKitFinder } from '../front/find-kit.ts';
import { readLanguage } from '../front/language.ts';
import { servePublicFiles } from '../front/public-files.ts';
import { createGuardedApp } from '../front/site.ts';
import { homePage } from './pages/home.ts';
import { jointPage } from './pages/joint.ts';
import { layout, type Visit } from './pages/layout.ts';
import { returnPage, sentPage } from './pages/return.ts';
import { documents } from './services.ts';

/** The tax administration: signing in and signing through the wallet's kit; without it the form posts plainly to the server. */
export function createSite(deps: CounterDeps): Hono {
  const app = createGuardedApp({ origin: deps.origin });
  const findKit = createKitFinder(deps);
  const visitOf = async (context: Context): Promise<Visit> => ({
    language: readLanguage(context),
    taxpayer: await findCitizen(deps.callServer, context.req.header('cookie')),
    path: context.req.path,
    kit: await findKit(),
  });
  servePublicFiles(app, '/static/', new URL('./public/', import.meta.url));
  servePublicFiles(app, '/fonts/', new URL('./files/', import.meta.resolve('@fontsource-variable/vazirmatn/package.json')));
  app.get('/', async (context) => context.html(homePage(await visitOf(context))));
  app.get('/return', async (context) => {
    const caseNumber = context.req.query('case');
    const visit = await visitOf(context);
    if (caseNumber !== undefined) return context.html(sentPage(visit, caseNumber));
    const isRefused = context.req.query('problem') !== undefined;
    return context.html(isRefused ? returnPage(visit, { field: context.req.query('field') ?? '' }) : returnPage(visit));
  });
  app.get('/joint', async (context) => context.html(jointPage(await visitOf(context), context.req.query('problem') !== undefined)));
  addCounter(app, deps, {
    base: '/documents',
    types: documents,
    handOver: 'link',
    isGreetedByFrame: true,
    frame: ({ language, citizen, path }, title, content) =>
      layout({ language, taxpayer: citizen, path }, title, html`<div class="wrap counter">${content}</div>`, { isCounter: true }),
  });
  app.post('/sign-out', async (context) => {
    const answer = await deps.callServer({ method: 'DELETE', path: '/daricheh/session', cookie: context.req.header('cookie') });
    if (answer.kind === 'answered') for (const cookie of answer.setCookies) context.header('Set-Cookie', cookie, { append: true });
    return context.redirect('/', 303);
  });
  return app;
}
