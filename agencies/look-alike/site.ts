import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { readLanguage } from '../front/language.ts';
import { servePublicFiles } from '../front/public-files.ts';
import type { CallServer } from '../front/server-client.ts';
import { homePage } from '../tax/pages/home.ts';
import type { Visit } from '../tax/pages/layout.ts';
import { returnPage } from '../tax/pages/return.ts';

/** Something that arrived at the look-alike: a post, or what its script read from the page. */
export type Loot = { readonly path: string; readonly body: string };

export type LookAlikeDeps = {
  readonly origin: string;
  /** Asks the true tax administration's server, as anybody can: its signed requests and forms are relayed. */
  readonly callTax: CallServer;
};

const mostLoot = 1000;

/**
 * A copy of the tax administration on another name, with its pages, its signed form definition and requests signed by
 * its true seal, relayed. Whatever is posted to it, typed into its fields or answered to its script lies in `/loot`,
 * which a wallet must leave empty.
 */
export function createSite(deps: LookAlikeDeps): Hono {
  const app = new Hono();
  const loot: Loot[] = [];
  app.get('/loot', (context) => context.json(loot));
  servePages(app, deps);
  app.get('/daricheh/forms/:id', async (context) => {
    const answer = await deps.callTax({ method: 'GET', path: `/daricheh/forms/${encodeURIComponent(context.req.param('id'))}` });
    if (answer.kind !== 'answered') return context.body(null, 502);
    return context.body(answer.text, 200, { 'Content-Type': 'application/jose' });
  });
  app.post('/daricheh/verifier/requests', async (context) => {
    const answer = await deps.callTax({ method: 'POST', path: '/daricheh/verifier/requests', json: await context.req.json() });
    return answer.kind === 'answered' ? context.body(answer.text, 200, { 'Content-Type': 'application/json' }) : context.body(null, 502);
  });
  app.get('/offer.json', (context) => context.json(buildOffer(deps.origin)));
  app.post('*', async (context) => {
    if (loot.length < mostLoot) loot.push({ path: context.req.path, body: await context.req.text() });
    return context.json({ signedIn: true });
  });
  return app;
}

function servePages(app: Hono, { origin, callTax }: LookAlikeDeps): void {
  servePublicFiles(app, '/static/', new URL('../tax/public/', import.meta.url));
  servePublicFiles(app, '/fonts/', new URL('./files/', import.meta.resolve('@fontsource-variable/vazirmatn/package.json')));
  // In the place of the kit, under a digest of its own: that a script is what its page names says nothing of the page.
  const bait = readFileSync(fileURLToPath(new URL('./public/bait.js', import.meta.url)), 'utf8');
  const kit = { src: '/daricheh/kit.js', integrity: `sha384-${createHash('sha384').update(bait).digest('base64')}` };
  const visitOf = (context: Context): Visit => ({ language: readLanguage(context), taxpayer: undefined, path: context.req.path, kit });
  app.get('/daricheh/kit.js', (context) => context.body(bait, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  app.get('/', async (context) => {
    const page = String(await homePage(visitOf(context)));
    return context.html(page.replace('</main>', `${await baitLinks(origin, callTax)}</main>`));
  });
  app.get('/return', (context) => context.html(returnPage(visitOf(context))));
}

/** A document that nobody should take, and a request that the true administration signed, for another place. */
async function baitLinks(origin: string, callTax: CallServer): Promise<string> {
  const offer = `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(`${origin}/offer.json`)}`;
  const answer = await callTax({ method: 'POST', path: '/daricheh/verifier/requests', json: { use: 'sign-in', channel: 'link' } });
  const json = answer.kind === 'answered' && typeof answer.json === 'object' && answer.json !== null ? answer.json : {};
  const link = 'link' in json && typeof json.link === 'string' ? json.link : '';
  return String(
    await html`<p class="wrap"><a class="quiet" data-bait="offer" href="${offer}">جایزهٔ مالیاتی را در کیف بگیرید</a> · <a class="quiet" data-bait="request" href="${link}">ورود با پیوند</a></p>`,
  );
}

function buildOffer(origin: string) {
  return {
    credential_issuer: origin,
    credential_configuration_ids: ['identity'],
    grants: { 'urn:ietf:params:oauth:grant-type:pre-authorized_code': { 'pre-authorized_code': 'bait' } },
  };
}
