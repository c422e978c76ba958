import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { gallery } from './gallery.ts';
import { indexPage } from './index-page.ts';
import { readLibraries } from './libraries.ts';
import { buildServices } from './services.ts';
import { listTowns } from './towns.ts';

/** As such sites have it: scripts in the markup, nothing from elsewhere. */
const policy = [
  "default-src 'self' data: 'unsafe-inline' 'unsafe-eval'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The gallery: form pages of many agencies at one origin, each with the truth about its fields. What is sent here is kept nowhere. */
export function createSite(deps: { readonly origin: string }): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'same-origin');
    context.header('Cache-Control', 'no-store');
  });
  app.get('/', (context) => context.html(indexPage(gallery)));
  app.get('/.well-known/services.jsonld', (context) =>
    context.body(JSON.stringify(buildServices(deps.origin)), 200, {
      'Content-Type': 'application/ld+json',
      'Access-Control-Allow-Origin': '*',
    }),
  );
  for (const { id } of gallery) servePages(app, id);
  for (const [name, script] of readLibraries()) {
    app.get(`/libraries/${name}`, (context) => context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  }
  app.get('/api/towns', (context) => context.json(listTowns(context.req.query('province') ?? '')));
  app.post('/api/drafts', (context) => context.json({ saved: true }));
  app.post('*', takeForm);
  return app;
}

/** Every page in the folder of a kind, those within frames too. */
function servePages(app: Hono, kind: string): void {
  const folder = fileURLToPath(new URL(`./${kind}/`, import.meta.url));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const body = readFileSync(join(folder, file), 'utf8');
    app.get(`/${kind}/${file.replace('.html', '')}`, (context) => context.html(body));
  }
}

function takeForm(context: Context) {
  return context.html(
    '<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>رسید</title><p>رسید. این‌جا نمایشگاه است؛ چیزی نگه داشته نمی‌شود.<p lang="en" dir="ltr">Received. This is a gallery: nothing is kept.<p><a href="/">↩</a></html>',
  );
}
