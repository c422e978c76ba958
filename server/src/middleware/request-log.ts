import { toWire } from '@daricheh/shared/errors';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';

/**
 * Logs each request once it is answered: which route's pattern (never the address itself, which may hold a case number),
 * which agency, the status, the code of the error, and how long it took.
 */
export function logRequests({ log, now }: Pick<Deps, 'log' | 'now'>): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const start = now().getTime();
    await next();
    const { error } = context;
    const { status } = context.res;
    log({
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      id: context.get('requestId'),
      agency: context.get('agency')?.id,
      method: context.req.method,
      route: matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path ?? '(none)',
      status,
      ms: now().getTime() - start,
      ...(error === undefined ? {} : { code: toWire(error).code }),
      ...(error !== undefined && status >= 500 ? describeError(error.cause ?? error) : {}),
    });
  };
}
