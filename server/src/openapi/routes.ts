import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { chooseLanguage } from '../middleware/language.ts';
import { describeApi } from './describe-api.ts';
import { renderDocs } from './docs-page.ts';

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The description of the API, for machines and for people. */
export function createOpenApiRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/daricheh/openapi.json', (context) =>
    context.body(JSON.stringify(describeApi(context.get('agency'))), 200, { 'Content-Type': 'application/json' }),
  );
  app.get('/daricheh/docs', (context) => {
    const { name: agency, origin } = context.get('agency');
    context.header('Content-Security-Policy', contentSecurityPolicy);
    return context.html(renderDocs({ language: chooseLanguage(context), agency, origin }).text);
  });
  return app;
}
