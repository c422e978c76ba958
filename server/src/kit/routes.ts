import { AppError } from '@daricheh/shared/errors';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { answerUnlessHeld } from '../middleware/answer-unless-held.ts';
import { publishKit } from './published-kit.ts';

const script = { 'Content-Type': 'text/javascript; charset=utf-8' };

/**
 * The script tag for agency pages: under its short name the newest, under the name of its digest these bytes for ever, and what a page
 * needs to say that it wants no others. Another version's name is not found: a page that names one is left as if it had no script.
 */
export function createKitRoutes({ kit: bytes }: Pick<Deps, 'kit'>): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const kit = bytes === null ? null : publishKit(bytes);

  app.get('/daricheh/kit.js', (context) => {
    if (kit === null) throw new AppError('not_found');
    return answerUnlessHeld(context, kit.integrity, () => context.body(kit.bytes, 200, script));
  });

  app.get('/daricheh/:version{kit-[0-9a-f]+\\.js}', (context) => {
    if (kit === null || context.req.path !== kit.src) throw new AppError('not_found');
    return context.body(kit.bytes, 200, { ...script, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  app.get('/daricheh/kit.json', (context) => {
    if (kit === null) throw new AppError('not_found');
    const { src, integrity, tag } = kit;
    return answerUnlessHeld(context, integrity, () => context.json({ src, integrity, tag }));
  });

  return app;
}
