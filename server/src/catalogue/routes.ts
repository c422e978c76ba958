import { AppError } from '@daricheh/shared/errors';
import { formMapMediaType, formMapPath } from '@daricheh/shared/form-map';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { createFormMaps } from './form-maps.ts';

/** The services that an agency offers, and what its forms' fields ask for. */
export function createCatalogueRoutes({ now }: Pick<Deps, 'now'>): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const findFormMap = createFormMaps(now);

  app.get('/.well-known/services.jsonld', (context) => {
    const { catalogue } = context.get('agency');
    if (catalogue === null) throw new AppError('not_found');
    return context.body(JSON.stringify(catalogue), 200, { 'Content-Type': 'application/ld+json' });
  });

  app.get(formMapPath, async (context) => {
    const jws = await findFormMap(context.get('agency'));
    if (jws === undefined) throw new AppError('not_found');
    // An hour: wallets look once a day, and a map that was mended should not wait for long.
    return context.body(jws, 200, { 'Content-Type': formMapMediaType, 'Cache-Control': 'public, max-age=3600' });
  });

  return app;
}
