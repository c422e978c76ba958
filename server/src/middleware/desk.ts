import { AppError, errorCodes, errorSentences, toWire } from '@daricheh/shared/errors';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { describeBrowser } from '../caseworker/describe-browser.ts';
import { findCaseworker, openDeskSession } from '../caseworker/desk-session.ts';
import type { Html } from '../caseworker/html.ts';
import { renderProblem } from '../caseworker/pages/ceremony-pages.ts';
import type { Visit } from '../caseworker/pages/page.ts';
import type { Deps } from '../deps.ts';
import type { Caseworker } from '../storage/staff.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { chooseLanguage, readAskedLanguage } from './language.ts';
import { answerProblem } from './problem-details.ts';

/** Where the caseworkers' pages are. */
export const deskPath = '/daricheh/caseworker';
export const signInPath = `${deskPath}/sign-in`;

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Lets through only who is signed in at the desk. */
export function requireCaseworker(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const secret = readCookie(context, 'daricheh_caseworker');
    const caseworker = await findCaseworker({ agency: context.get('agency'), secret }, deps);
    if (caseworker === null) throw new AppError('not_authorized');
    context.set('caseworker', caseworker);
    return next();
  };
}

/** Lets through only administrators; stands behind `requireCaseworker`. */
export const requireAdministrator: MiddlewareHandler<AppEnv> = async (context, next) => {
  if (getCaseworker(context).role !== 'administrator') throw new AppError('administrators_only');
  return next();
};

/** Who is signed in, on routes behind `requireCaseworker`. */
export function getCaseworker(context: Context<AppEnv>): Caseworker {
  const caseworker = context.get('caseworker');
  if (caseworker === undefined) throw new AppError('not_authorized');
  return caseworker;
}

/** Signs in the owner of that passkey, and ends the session that the browser had. */
export async function startDeskSession(context: Context<AppEnv>, deps: Deps, credentialId: string): Promise<void> {
  const agency = context.get('agency');
  const found = await deps.store.passkeys.find({ agency: agency.id, credentialId });
  if (found === null) throw new AppError('webauthn_invalid', { what: 'assertion' });
  const asserted = { caseworker: found.caseworker, credentialId };
  const formerSecret = readCookie(context, 'daricheh_caseworker');
  const secret = await openDeskSession({ agency, asserted, browser: readBrowser(context), formerSecret }, deps);
  writeCookie(context, 'daricheh_caseworker', secret);
}

/** Browser and system in words. */
export function readBrowser(context: Context<AppEnv>): string {
  return describeBrowser(context.req.header('user-agent') ?? '');
}

/** Answers with a page that may load and call nothing but this server. */
export function showPage(context: Context<AppEnv>, page: Html): Response {
  context.header('Content-Security-Policy', contentSecurityPolicy);
  return context.html(page.text);
}

/** Pages answer with a page, and send whoever is not signed in to sign in; scripts get the problem document. */
export function answerDeskError(error: Error, context: Context<AppEnv>, deps: Deps): Response {
  const { code } = toWire(error);
  const wantsPage = (context.req.header('accept') ?? '').includes('text/html');
  if (!wantsPage) return answerProblem(error);
  if (code === 'not_authorized' && context.req.method === 'GET') return context.redirect(linkToSignIn(context), 303);
  const visit = describeVisit(context, deps);
  context.status(errorCodes[code]);
  return showPage(context, renderProblem(visit, errorSentences[code][visit.language]));
}

/** To sign in, in the language that the address asked for. */
function linkToSignIn(context: Context<AppEnv>): string {
  const asked = readAskedLanguage(context);
  return asked === undefined ? signInPath : `${signInPath}?lang=${asked}`;
}

/** Whom a page is for, in which language. */
export function describeVisit(context: Context<AppEnv>, { now }: Pick<Deps, 'now'>): Visit {
  const { name: agency, webhook } = context.get('agency');
  const kept = [...new URLSearchParams(context.req.query())].filter(([key]) => key !== 'lang');
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
  const caseworker = context.get('caseworker') ?? null;
  return {
    language: chooseLanguage(context),
    agency,
    caseworker,
    hasWebhook: webhook !== null,
    now: now(),
    path: `${context.req.path}${query}`,
  };
}
