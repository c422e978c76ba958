import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

const defaults = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
});

/**
 * Adds the strictest headers to every answer; a route that needs a looser one has set its own, which stays. They are set on the answer as it
 * is: `context.header` would make another answer for each of them, with the body as a stream, which costs more than all else here.
 */
export const addSecurityHeaders: MiddlewareHandler<AppEnv> = async (context, next) => {
  await next();
  const { headers } = context.res;
  for (const [name, value] of defaults) if (!headers.has(name)) headers.set(name, value);
  if (context.get('agency')?.origin.startsWith('https:') === true) headers.set('Strict-Transport-Security', 'max-age=31536000');
};
