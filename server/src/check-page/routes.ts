import { AppError } from '@daricheh/shared/errors';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { answerUnlessHeld } from '../middleware/answer-unless-held.ts';
import { publishCheckPage } from './publish-check-page.ts';

/** The page by which anybody checks a saved form, a receipt or a record. It is one file, which asks nobody for anything: saved, it works offline. */
export function createCheckPageRoutes({ checkPage }: Pick<Deps, 'checkPage'>): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const page = checkPage === null ? null : publishCheckPage(checkPage);
  app.get('/daricheh/check.html', (context) => {
    if (page === null) throw new AppError('not_found');
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': page.policy };
    return answerUnlessHeld(context, page.digest, () => context.body(page.bytes, 200, headers));
  });
  return app;
}
