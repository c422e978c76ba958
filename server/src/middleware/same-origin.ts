import { AppError } from '@daricheh/shared/errors';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

/**
 * Lets through only what a page of the agency's own origin sent. A browser says so in `Sec-Fetch-Site` or `Origin`,
 * which no page can forge; a request that has neither is refused, since these routes are for browsers.
 * @see Fetch Metadata Request Headers; RFC 6454, section 7
 */
export const requireSameOrigin: MiddlewareHandler<AppEnv> = async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  const isOwnOrigin = origin === context.get('agency').origin;
  // A page under `Referrer-Policy: no-referrer` posts with `Origin: null`; then the site alone decides.
  const isOwn = site === undefined ? isOwnOrigin : site === 'same-origin' && (isOwnOrigin || origin === undefined || origin === 'null');
  if (!isOwn) throw new AppError('other_origin');
  return next();
};

/**
 * Refuses what a page of another origin sent, and lets through what no browser sent: for routes that the agency's own back
 * end calls with the visitor's cookies. Browsers mark every request that another origin's page makes.
 */
export const refuseOtherOrigin: MiddlewareHandler<AppEnv> = async (context, next) => {
  const isFromBrowser = context.req.header('sec-fetch-site') !== undefined || context.req.header('origin') !== undefined;
  return isFromBrowser ? requireSameOrigin(context, next) : next();
};
