import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

const defaults: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Adds the strictest headers to every answer; a route that needs a looser one has set its own, which stays. */
export const addSecurityHeaders: MiddlewareHandler<AppEnv> = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(defaults)) {
    if (!context.res.headers.has(name)) context.header(name, value);
  }
  if (context.get('agency')?.origin.startsWith('https:') === true) context.header('Strict-Transport-Security', 'max-age=31536000');
};
