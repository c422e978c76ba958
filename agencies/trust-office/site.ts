import { readFileSync } from 'node:fs';
import { makeEditionTag, trustList, trustListMediaType } from '@daricheh/shared/trust';
import { Hono } from 'hono';

export type TrustOfficeDeps = {
  /** The signed list, a compact JWS. Read at each request, so that a new edition is out as soon as it is written. */
  readonly file: string;
};

/**
 * The office that publishes the trust list: one address, open to every wallet and server, to which nobody says who they
 * are. It answers 304 to whoever names the edition that is out.
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
  app.options('/trust-list', (context) => context.body(null, 204));
  app.get('/trust-list', (context) => {
    const token = readFileSync(file, 'utf8').trim();
    const tag = makeEditionTag(readList(token));
    context.header('ETag', tag);
    if (context.req.header('if-none-match') === tag) return context.body(null, 304);
    return context.body(token, 200, { 'Content-Type': trustListMediaType });
  });
  return app;
}

function readList(token: string) {
  const [, payload = ''] = token.split('.');
  return trustList.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}
