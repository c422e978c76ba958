import { AppError } from '@daricheh/shared/errors';
import { timeStampQueryType, timeStampReplyType } from '@daricheh/shared/timestamp';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { limitRequests } from '../middleware/rate-limit.ts';
import { readBytes } from '../middleware/read-body.ts';
import { answerQuery } from './answer-query.ts';

/** Where a tenant's time-stamp authority is asked. */
export const timeStampPath = '/daricheh/time-stamps';

/** Another agency's server asks once for each submission that comes to it, from one address: a hundred a second, over 15 minutes. A time stamp costs a signature and no record. */
const maxTimeStamps = 90_000;

/** The time-stamp authority of a tenant that has one. Anybody may ask: it learns a hash and nothing else. @see RFC 3161, section 3.4 */
export function createTimeStampRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post(timeStampPath, limitRequests(deps, maxTimeStamps), async (context) => {
    const { timeStampAuthority } = context.get('agency');
    if (timeStampAuthority === null) throw new AppError('not_found');
    const answer = await answerQuery(await readBytes(context, timeStampQueryType), timeStampAuthority, deps);
    return context.body(answer, 200, { 'Content-Type': timeStampReplyType });
  });
  return app;
}
