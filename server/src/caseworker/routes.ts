import { caseState } from '@daricheh/shared/catalogue';
import { AppError, errorCodes, errorSentences, toWire } from '@daricheh/shared/errors';
import { cleanValue } from '@daricheh/shared/vocabulary';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { clearCookie, readCookie, writeCookie } from '../middleware/cookies.ts';
import { answerProblem } from '../middleware/problem-details.ts';
import { limitFailures } from '../middleware/rate-limit.ts';
import { readForm, readJson } from '../middleware/read-body.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import { assertionAnswer, registrationAnswer } from '../passkeys/ceremony-answers.ts';
import { describeSite } from '../passkeys/passkey-site.ts';
import { makeSignInOptions, verifySignIn } from '../passkeys/sign-in-by-passkey.ts';
import { closeSession, findSession, openSession } from '../sessions/sessions.ts';
import type { CaseState } from '../storage/store.ts';
import type { Trust } from '../trust/trust.ts';
import { viewSubmission } from './case-view.ts';
import { changeCase } from './change-case.ts';
import { beginEnrolment, finishEnrolment, makeEnrolmentCode } from './enrolment.ts';
import type { Html } from './html.ts';
import { renderCase } from './pages/case-page.ts';
import { renderEnrol, renderProblem, renderSignIn } from './pages/ceremony-pages.ts';
import { renderList } from './pages/list-page.ts';
import type { Visit } from './pages/page.ts';
import { findStaticFile } from './static-files.ts';
import type { Language } from './text.ts';

const base = '/daricheh/caseworker';
const signInPath = `${base}/sign-in`;
const listLimit = 200;
const inHand: readonly CaseState[] = ['received', 'in-review', 'more-needed'];
const decided: readonly CaseState[] = ['approved', 'refused'];

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const code = z.string().check(z.minLength(8), z.maxLength(200));
const name = z.pipe(z.string().check(z.maxLength(100)), z.transform(cleanValue)).check(z.minLength(1));
const enrolmentWish = z.strictObject({ code, name });
const enrolmentAnswer = z.strictObject({ code, name, response: registrationAnswer });
const signInAnswer = z.strictObject({ response: assertionAnswer });
const decision = z.strictObject({
  to: caseState,
  sentence: z._default(z.pipe(z.string().check(z.maxLength(500)), z.transform(cleanValue)), ''),
  revision: z.string().check(z.regex(/^\d{1,9}$/)),
});
const sessionValue = z.object({ caseworkerId: z.string() });

/** The caseworkers' pages of an agency: enrol and sign in by passkey, read cases with what was verified, decide. */
export function createCaseworkerRoutes(deps: Deps, trust: Trust): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((error, context) => answerError(error, context, deps));
  app.get(`${base}/static/:name`, (context) => {
    const file = findStaticFile(context.req.param('name'));
    if (file === undefined) throw new AppError('not_found');
    return context.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=3600' });
  });
  const failures = limitFailures(deps);
  addSignIn(app, deps, failures);
  addEnrolment(app, deps, failures);
  addCases(app, deps, trust);
  return app;
}

function addSignIn(app: Hono<AppEnv>, deps: Deps, failures: MiddlewareHandler<AppEnv>): void {
  app.get(signInPath, (context) => show(context, renderSignIn(visit(context, deps))));
  app.post(`${signInPath}/options`, failures, requireSameOrigin, async (context) =>
    context.json(await makeSignInOptions(describeSite(context.get('agency')), deps)),
  );
  app.post(signInPath, failures, requireSameOrigin, async (context) => {
    const { response } = await readJson(context, signInAnswer);
    await startSession(context, deps, await verifySignIn(describeSite(context.get('agency')), response, deps));
    return context.json({});
  });
  app.post(`${base}/sign-out`, requireSameOrigin, async (context) => {
    const secret = readCookie(context, 'daricheh_caseworker');
    await closeSession(deps.store, { agency: context.get('agency').id, kind: 'caseworker', secret });
    clearCookie(context, 'daricheh_caseworker');
    return context.redirect(signInPath, 303);
  });
}

function addEnrolment(app: Hono<AppEnv>, deps: Deps, failures: MiddlewareHandler<AppEnv>): void {
  app.get(`${base}/enrol`, (context) => show(context, renderEnrol(visit(context, deps), context.req.query('code') ?? '')));
  app.post(`${base}/enrol/options`, failures, requireSameOrigin, async (context) =>
    context.json(await beginEnrolment(context.get('agency'), await readJson(context, enrolmentWish), deps)),
  );
  app.post(`${base}/enrol`, failures, requireSameOrigin, async (context) => {
    const caseworkerId = await finishEnrolment(context.get('agency'), await readJson(context, enrolmentAnswer), deps);
    await startSession(context, deps, caseworkerId);
    return context.json({});
  });
  app.post(`${base}/enrolment-codes`, failures, requireApiKey, async (context) =>
    context.json({ code: await makeEnrolmentCode(context.get('agency'), deps) }, 201),
  );
}

function addCases(app: Hono<AppEnv>, deps: Deps, trust: Trust): void {
  const signedIn = requireCaseworker(deps);
  app.get(base, signedIn, async (context) => {
    const filter = context.req.query('show') === 'decided' ? 'decided' : 'in-hand';
    const states = filter === 'decided' ? decided : inHand;
    const cases = await deps.store.cases.list({ agency: context.get('agency').id, states, limit: listLimit });
    return show(context, renderList(visit(context, deps), filter, cases));
  });
  app.get(`${base}/cases/:caseNumber`, signedIn, async (context) => {
    const agency = context.get('agency');
    const file = await deps.store.cases.read({ agency: agency.id, caseNumber: context.req.param('caseNumber') });
    if (file === null) throw new AppError('not_found');
    const here = visit(context, deps);
    const ports = { verifyP256: deps.verifyP256, verifyChain: trust.verifyChain };
    const reader = { agency, language: here.language };
    return show(context, renderCase(here, file, await Promise.all(file.submissions.map((one) => viewSubmission(reader, one, ports)))));
  });
  app.post(`${base}/cases/:caseNumber/changes`, requireSameOrigin, signedIn, async (context) => {
    const caseName = { agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') };
    const { to, sentence, revision } = await readForm(context, decision);
    const caseworkerId = context.get('caseworker')?.id;
    if (caseworkerId === undefined) throw new AppError('not_authorized');
    await changeCase(caseName, { to, sentence, revision: Number(revision), caseworkerId }, deps);
    return context.redirect(`${base}/cases/${caseName.caseNumber}`, 303);
  });
}

function requireCaseworker({ store, now }: Deps): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const agency = context.get('agency').id;
    const secret = readCookie(context, 'daricheh_caseworker');
    const value = await findSession({ sessions: store.sessions, now }, { agency, kind: 'caseworker', secret });
    const caseworker = value === null ? null : await store.caseworkers.find({ agency, id: sessionValue.parse(value).caseworkerId });
    if (caseworker === null) throw new AppError('not_authorized');
    context.set('caseworker', caseworker);
    return next();
  };
}

async function startSession(context: Context<AppEnv>, { store, now, randomBytes }: Deps, caseworkerId: string): Promise<void> {
  const session = { agency: context.get('agency').id, kind: 'caseworker' as const, value: { caseworkerId } };
  writeCookie(context, 'daricheh_caseworker', await openSession({ sessions: store.sessions, now, randomBytes }, session));
}

/** Pages answer with a page, and send whoever is not signed in to sign in; scripts get the problem document. */
function answerError(error: Error, context: Context<AppEnv>, deps: Deps): Response {
  const { code: errorCode } = toWire(error);
  const wantsPage = (context.req.header('accept') ?? '').includes('text/html');
  if (!wantsPage) return answerProblem(error);
  if (errorCode === 'not_authorized' && context.req.method === 'GET') return context.redirect(signInPath, 303);
  const here = visit(context, deps);
  context.status(errorCodes[errorCode]);
  return show(context, renderProblem(here, errorSentences[errorCode][here.language]));
}

function show(context: Context<AppEnv>, page: Html): Response {
  context.header('Content-Security-Policy', contentSecurityPolicy);
  return context.html(page.text);
}

function visit(context: Context<AppEnv>, { now }: Deps): Visit {
  const { name: agency } = context.get('agency');
  const caseworker = context.get('caseworker')?.name ?? null;
  const kept = [...new URLSearchParams(context.req.query())].filter(([key]) => key !== 'lang');
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
  return { language: chooseLanguage(context), agency, caseworker, now: now(), path: `${context.req.path}${query}` };
}

/** What the address asks for, else what was asked before, else what the browser prefers; Persian first. */
function chooseLanguage(context: Context<AppEnv>): Language {
  const asked = context.req.query('lang');
  if (asked === 'fa' || asked === 'en') {
    writeCookie(context, 'daricheh_language', asked);
    return asked;
  }
  const before = readCookie(context, 'daricheh_language');
  if (before === 'fa' || before === 'en') return before;
  return /^en\b/.test(context.req.header('accept-language') ?? '') ? 'en' : 'fa';
}
