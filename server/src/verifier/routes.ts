import { AppError } from '@daricheh/shared/errors';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { keepAnswer } from '../agency-api/results.ts';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { clearCookie, readCookie, writeCookie } from '../middleware/cookies.ts';
import { limitFailures, limitRequests } from '../middleware/rate-limit.ts';
import { readForm, readJson } from '../middleware/read-body.ts';
import { refuseOtherOrigin, requireSameOrigin } from '../middleware/same-origin.ts';
import type { Trust } from '../trust/trust.ts';
import { createBrowserSecret, isSameBrowser } from './browser-binding.ts';
import { findCitizen, signIn, signOut } from './citizen-session.ts';
import { readRequest } from './request-book.ts';
import { requestChannel } from './request-record.ts';
import { issueResponseCode, redeemResponseCode } from './response-code.ts';
import { signRecordedRequest } from './sign-recorded-request.ts';
import { startRequest } from './start-request.ts';
import type { VerifierPorts } from './verifier-ports.ts';
import { type Answered, verifyAnswer } from './verify-answer.ts';

const startBody = z.strictObject({
  use: z.string(),
  channel: requestChannel,
  returnTo: z._default(z.string().check(z.maxLength(2048)), '/'),
});
const responseParameters = z.looseObject({ response: z.optional(z.string()), error: z.optional(z.string()) });
const walletBody = z.looseObject({ wallet_nonce: z.optional(z.string().check(z.regex(/^[A-Za-z0-9\-._~]{1,512}$/))) });
const codeBody = z.strictObject({ responseCode: z.string().check(z.maxLength(512)) });

const requestPath = '/daricheh/verifier/requests/:id';

/** OpenID4VP 1.0 for agencies: requests by page or by link, their answers, and the sessions that follow. */
export function createVerifierRoutes(deps: Deps, trust: Trust): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const ports: VerifierPorts = { ...deps, trust };
  const limit = limitFailures(deps);
  addRequestRoutes(routes, ports, limitRequests(deps));
  routes.post(`${requestPath}/dc-response`, requireSameOrigin, limit, async (context) => {
    const named = { agency: context.get('agency'), id: context.req.param('id') };
    const parameters = await readJson(context, responseParameters);
    const record = await readRequest(named, ports);
    if (record.channel !== 'dc_api' || record.asker !== 'page') throw new AppError('unknown_state');
    if (!isSameBrowser(readCookie(context, 'daricheh_browser'), record.browser)) throw new AppError('response_withheld');
    const answer = await verifyAnswer({ ...named, record, parameters: keepKnown(parameters) }, ports);
    if (answer.kind === 'declined') throw new AppError('wallet_declined');
    const { subject } = answer;
    const secret = await signIn({ agency: named.agency, subject, formerSecret: readCookie(context, 'daricheh_session') }, ports);
    writeCookie(context, 'daricheh_session', secret);
    return context.json({ signedIn: true, subject: subject.claims });
  });
  routes.post(`${requestPath}/direct-post`, limit, async (context) => {
    const named = { agency: context.get('agency'), id: context.req.param('id') };
    const parameters = await readForm(context, responseParameters);
    const record = await readRequest(named, ports);
    if (record.channel !== 'link') throw new AppError('unknown_state');
    const code = await receivePostedAnswer({ ...named, record, parameters: keepKnown(parameters) }, ports);
    if (code === null) return context.json({});
    const target = new URL(record.returnTo, named.agency.origin);
    target.searchParams.set('response_code', code);
    return context.json({ redirect_uri: target.href });
  });
  addSessionRoutes(routes, ports, limit);
  return routes;
}

/** Each request is a record, a key and a signature: nobody starts them without end. */
function addRequestRoutes(routes: Hono<AppEnv>, ports: VerifierPorts, limit: ReturnType<typeof limitRequests>): void {
  routes.post('/daricheh/verifier/requests', refuseOtherOrigin, limit, async (context) => {
    const body = await readJson(context, startBody);
    const browserSecret = readCookie(context, 'daricheh_browser') ?? createBrowserSecret(ports.randomBytes);
    const started = await startRequest({ ...body, agency: context.get('agency'), browserSecret }, ports);
    writeCookie(context, 'daricheh_browser', browserSecret);
    return context.json(started, 201);
  });
  routes.on(['GET', 'POST'], `${requestPath}/object`, limit, async (context) => {
    const named = { agency: context.get('agency'), id: context.req.param('id') };
    const form = context.req.method === 'POST' ? await readForm(context, walletBody) : {};
    const record = await readRequest(named, ports);
    if (record.channel !== 'link') throw new AppError('unknown_state');
    const requestObject = await signRecordedRequest({ ...named, record, walletNonce: form.wallet_nonce });
    return context.body(requestObject, 200, { 'Content-Type': 'application/oauth-authz-req+jwt' });
  });
}

function addSessionRoutes(routes: Hono<AppEnv>, ports: VerifierPorts, limit: ReturnType<typeof limitFailures>): void {
  routes.post('/daricheh/verifier/sessions', refuseOtherOrigin, limit, async (context) => {
    const agency = context.get('agency');
    const { responseCode: code } = await readJson(context, codeBody);
    const subject = await redeemResponseCode({ agency, code, browserSecret: readCookie(context, 'daricheh_browser') }, ports);
    writeCookie(
      context,
      'daricheh_session',
      await signIn({ agency, subject, formerSecret: readCookie(context, 'daricheh_session') }, ports),
    );
    return context.json({ signedIn: true, subject: subject.claims });
  });
  routes.get('/daricheh/session', async (context) => {
    const citizen = await findCitizen({ agency: context.get('agency'), secret: readCookie(context, 'daricheh_session') }, ports);
    return context.json(citizen === null ? { signedIn: false } : { signedIn: true, subject: citizen.claims });
  });
  routes.delete('/daricheh/session', refuseOtherOrigin, async (context) => {
    await signOut({ agency: context.get('agency'), secret: readCookie(context, 'daricheh_session') }, ports);
    clearCookie(context, 'daricheh_session');
    return context.json({ signedIn: false });
  });
}

/** The response code under which a posted answer can be had, by the page or the system that asked; null when the wallet says no. */
async function receivePostedAnswer(answered: Answered, ports: VerifierPorts): Promise<string | null> {
  if (answered.record.asker === 'system') return keepAnswer(answered, ports);
  const answer = await verifyAnswer(answered, ports);
  return answer.kind === 'declined' ? null : issueResponseCode({ ...answered, subject: answer.subject }, ports);
}

/** The response parameters that a `.jwt` mode knows; others are ignored, a vp_token in plain among them. */
function keepKnown({ response, error }: z.infer<typeof responseParameters>): Record<string, string> {
  return { ...(response === undefined ? {} : { response }), ...(error === undefined ? {} : { error }) };
}
