import type { RandomBytes } from '@daricheh/shared/credential';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

/** Gives each request an id of our own making, which its answer and its log line carry. One sent by a client is ignored. */
export function giveRequestId(randomBytes: RandomBytes): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const id = encodeBase64Url(randomBytes(12));
    context.set('requestId', id);
    await next();
    context.res.headers.set('X-Request-Id', id);
  };
}
