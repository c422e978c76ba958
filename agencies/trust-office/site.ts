import { readFileSync } from 'node:fs';
import { makeEditionTag, trustList, trustListMediaType } from '@daricheh/shared/trust';
import { Hono } from 'hono';
import { readLanguage } from '../front/language.ts';
import { servePublicFiles } from '../front/public-files.ts';
import { listPage } from './pages.ts';

export type TrustOfficeDeps = {
  /** The signed list, a compact JWS. Read at each request, so that a new edition is out as soon as it is written. */
  readonly file: string;
};

const policy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/**
 * The office that publishes the trust list: one address, open to every wallet and server, to which nobody says who they
 * are. It answers 304 to whoever names the edition that is out. People read the same edition on its first page.
 */
export function createSite({ file }: TrustOfficeDeps): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    // A wallet may ask without any permission for this site; the tag of an edition is a header that browsers ask about first.
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Access-Control-Allow-Headers', 'If-None-Match');
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-cache');
  });
  servePublicFiles(app, '/counter/', new URL('../counter/public/', import.meta.url));
  servePublicFiles(app, '/assets/', new URL('./public/', import.meta.url));
  servePublicFiles(app, '/fonts/', new URL('./files/', import.meta.resolve('@fontsource-variable/vazirmatn/package.json')));
  app.get('/', (context) => {
    context.header('Content-Security-Policy', policy);
    return context.html(listPage(readList(readToken(file)), readLanguage(context)));
  });
  app.options('/trust-list', (context) => context.body(null, 204));
  app.get('/trust-list', (context) => {
    const token = readToken(file);
    const tag = makeEditionTag(readList(token));
    context.header('ETag', tag);
    if (context.req.header('if-none-match') === tag) return context.body(null, 304);
    return context.body(token, 200, { 'Content-Type': trustListMediaType });
  });
  return app;
}

function readToken(file: string): string {
  return readFileSync(file, 'utf8').trim();
}

function readList(token: string) {
  const [, payload = ''] = token.split('.');
  return trustList.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}
