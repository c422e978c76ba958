import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { Outbox } from './outbox.ts';
import type { CallServer } from './server-client.ts';

/** What every agency's site is given: its own origin, the Daricheh server beside it and the key to it, and the time. */
export type SiteDeps = {
  readonly origin: string;
  readonly callServer: CallServer;
  readonly apiKey: string;
  readonly now: () => Date;
};

/** What a site without the wallet's script is given besides: where plain submissions wait until the server has them. */
export type PlainSiteDeps = SiteDeps & { readonly outbox: Outbox };

const maxBodyBytes = 256 * 1024;

/**
 * An app whose answers carry the usual headers of a careful site: no foreign scripts, no framing, no posts from other
 * origins, no large bodies. `style` says whether the site writes styles into its markup.
 */
export function createGuardedApp(options: { readonly origin: string; readonly style?: 'files' | 'inline' }): Hono {
  const app = new Hono();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${options.style === 'inline' ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  app.use(async (context, next) => {
    if (Number(context.req.header('content-length') ?? 0) > maxBodyBytes) return context.text('Too large', 413);
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'same-origin');
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.use(csrf({ origin: options.origin }));
  return app;
}

/** The fields of a posted form, each once, trimmed; files and repeated fields are dropped. */
export async function readForm(request: { readonly parseBody: () => Promise<Record<string, unknown>> }): Promise<Record<string, string>> {
  const body = await request.parseBody();
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])));
}
