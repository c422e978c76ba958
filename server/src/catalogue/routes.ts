import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { formMapMediaType, formMapPath } from '@daricheh/shared/form-map';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { sha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import { createFormMaps } from './form-maps.ts';

/** The services that an agency offers, what its forms' fields ask for, and the script tag for its pages. */
export function createCatalogueRoutes({ kit, now }: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const findFormMap = createFormMaps(now);
  const kitTag = kit === null ? '' : `"${encodeBase64Url(sha256(kit))}"`;

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

  app.get('/daricheh/kit.js', (context) => {
    if (kit === null) throw new AppError('not_found');
    const headers = { 'Cache-Control': 'no-cache', ETag: kitTag };
    if (context.req.header('if-none-match') === kitTag) return context.body(null, 304, headers);
    return context.body(kit, 200, { ...headers, 'Content-Type': 'text/javascript; charset=utf-8' });
  });

  return app;
}
