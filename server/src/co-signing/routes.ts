import { readFileSync } from 'node:fs';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { decodeManifest, type FormSigner, findSignerRole } from '@daricheh/shared/submission';
import { type Context, Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { readCookie, writeCookie } from '../middleware/cookies.ts';
import { showPage } from '../middleware/desk.ts';
import { chooseLanguage } from '../middleware/language.ts';
import { limitFailures, limitRequests } from '../middleware/rate-limit.ts';
import { readIdempotencyKey } from '../submissions/count-once.ts';
import type { Trust } from '../trust/trust.ts';
import { createBrowserSecret } from '../verifier/browser-binding.ts';
import { findCitizen, signIn } from '../verifier/citizen-session.ts';
import { redeemResponseCode } from '../verifier/response-code.ts';
import { startRequest } from '../verifier/start-request.ts';
import type { VerifierPorts } from '../verifier/verifier-ports.ts';
import { renderIdentify, renderOver, renderWaiting } from './page.ts';
import { takeBack } from './take-back.ts';
import { followLink, type WaitingForm } from './waiting-form.ts';

/** By this use of the trust list a visitor shows who they are. */
const identifyingUse = 'sign-in';

const script = readFileSync(new URL('./static/co-sign.js', import.meta.url), 'utf8');

/** The page to which the first signer's link leads: it says nothing of the form before the visitor has shown to be the one whom it waits for. */
export function createCoSigningRoutes(deps: Deps, trust: Trust): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const ports: VerifierPorts = { ...deps, trust };
  app.get('/daricheh/co-sign/static/co-sign.js', (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'public, max-age=3600' }),
  );
  app.get('/daricheh/co-sign/:secret', limitRequests(deps), async (context) => {
    const code = context.req.query('response_code');
    if (code !== undefined) return comeBack(context, code, ports);
    const [agency, language] = [context.get('agency'), chooseLanguage(context)];
    const visit = { agency, language, path: context.req.path };
    const waiting = await followLink(context.req.param('secret'), { agency: agency.id, at: deps.now() }, deps.store.oneTime);
    if (waiting === null) {
      context.status(404);
      return showPage(context, renderOver(visit));
    }
    const citizen = await findCitizen({ agency, secret: readCookie(context, 'daricheh_session') }, ports);
    const nationalId = citizen?.claims['national_id'];
    const role = typeof nationalId === 'string' ? findRole(waiting, nationalId) : null;
    if (role !== null) return showPage(context, renderWaiting(visit, waiting, role));
    return showPage(context, renderIdentify(visit, await startIdentifying(context, ports), citizen !== null));
  });
  app.post('/daricheh/co-sign/:secret/take-back', limitFailures(deps), async (context) => {
    const proof = { secret: context.req.param('secret'), key: readIdempotencyKey(context.req.header('idempotency-key')) };
    await takeBack(proof, { agency: context.get('agency').id, at: deps.now() }, deps.store.oneTime);
    return context.json({});
  });
  return app;
}

/** As what this person is to sign; null where the form does not wait for them. */
function findRole({ envelope, role, nationalId: first }: WaitingForm, nationalId: string): FormSigner | null {
  if (nationalId === first) return null;
  return findSignerRole(decodeManifest(decodeBase64Url(envelope.jws.payload)), nationalId, [role]) ?? null;
}

async function startIdentifying(context: Context<AppEnv>, ports: VerifierPorts): Promise<string> {
  const browserSecret = readCookie(context, 'daricheh_browser') ?? createBrowserSecret(ports.randomBytes);
  const asked = { agency: context.get('agency'), use: identifyingUse, channel: 'link' as const, returnTo: context.req.path, browserSecret };
  const started = await startRequest(asked, ports);
  writeCookie(context, 'daricheh_browser', browserSecret);
  return 'link' in started ? started.link : '';
}

/** From the wallet, with what stands for the document that was shown: the visitor is signed in, and the code leaves the address. */
async function comeBack(context: Context<AppEnv>, code: string, ports: VerifierPorts): Promise<Response> {
  const agency = context.get('agency');
  try {
    const subject = await redeemResponseCode({ agency, code, browserSecret: readCookie(context, 'daricheh_browser') }, ports);
    writeCookie(
      context,
      'daricheh_session',
      await signIn({ agency, subject, formerSecret: readCookie(context, 'daricheh_session') }, ports),
    );
  } catch (error) {
    // A code that was used before, as by a reload: who is signed in already stays so, and anybody else is asked again.
    if (!(error instanceof AppError) || error.code !== 'response_withheld') throw error;
  }
  return context.redirect(context.req.path, 303);
}
