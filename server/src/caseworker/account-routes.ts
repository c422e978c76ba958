import { AppError } from '@daricheh/shared/errors';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { readCookie } from '../middleware/cookies.ts';
import { describeVisit, deskPath, getCaseworker, requireCaseworker, showPage } from '../middleware/desk.ts';
import { slowFailures } from '../middleware/rate-limit.ts';
import { readForm, readJson } from '../middleware/read-body.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import { assertionAnswer, registrationAnswer } from '../passkeys/ceremony-answers.ts';
import { closeOtherSessions } from '../sessions/sessions.ts';
import type { ListedPasskey } from '../storage/staff.ts';
import { listDeskSessions } from './desk-session.ts';
import { givenName } from './given-name.ts';
import { beginAdding, beginConfirmation, confirm, finishAdding, removePasskey } from './own-passkeys.ts';
import { renderAccount, renderRemovePasskey, renderSignOutElsewhere } from './pages/account-page.ts';

const accountPath = `${deskPath}/account`;
const addingWish = z.strictObject({ name: givenName, confirmation: assertionAnswer });
const addingAnswer = z.strictObject({ name: givenName, response: registrationAnswer });
const confirmed = z.strictObject({ confirmation: assertionAnswer });
const newName = z.strictObject({ name: givenName });

/** What everybody at the desk does about their own account: passkeys and sessions. */
export function createAccountRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const signedIn = requireCaseworker(deps);
  const failures = slowFailures(deps);
  app.post(`${deskPath}/confirm/options`, requireSameOrigin, signedIn, async (context) =>
    context.json(await beginConfirmation(own(context), deps)),
  );
  app.get(accountPath, signedIn, async (context) => {
    const secret = readCookie(context, 'daricheh_caseworker');
    const passkeys = await deps.store.passkeys.list(getCaseworker(context));
    const sessions = await listDeskSessions({ ...own(context), secret }, deps);
    return showPage(context, renderAccount(describeVisit(context, deps), { passkeys, sessions }));
  });
  app.get(`${accountPath}/sign-out-elsewhere`, signedIn, (context) =>
    showPage(context, renderSignOutElsewhere(describeVisit(context, deps))),
  );
  app.post(`${accountPath}/sign-out-elsewhere`, requireSameOrigin, signedIn, async (context) => {
    const { agency, id: owner } = getCaseworker(context);
    await closeOtherSessions(deps.store, { agency, kind: 'caseworker', owner, secret: readCookie(context, 'daricheh_caseworker') });
    return context.redirect(accountPath, 303);
  });
  addPasskeyRoutes(app, deps, signedIn, failures);
  return app;
}

function addPasskeyRoutes(app: Hono<AppEnv>, deps: Deps, signedIn: MiddlewareHandler<AppEnv>, failures: MiddlewareHandler<AppEnv>): void {
  app.post(`${accountPath}/passkeys/options`, failures, requireSameOrigin, signedIn, async (context) => {
    const { confirmation: answer } = await readJson(context, addingWish);
    await confirm({ ...own(context), answer }, deps);
    return context.json(await beginAdding(own(context), deps));
  });
  app.post(`${accountPath}/passkeys`, failures, requireSameOrigin, signedIn, async (context) => {
    await finishAdding({ ...own(context), ...(await readJson(context, addingAnswer)) }, deps);
    return context.json({}, 201);
  });
  app.post(`${accountPath}/passkeys/:id/name`, requireSameOrigin, signedIn, async (context) => {
    const { name } = await readForm(context, newName);
    const isNamed = await deps.store.passkeys.rename(getCaseworker(context), context.req.param('id'), name);
    if (!isNamed) throw new AppError('not_found');
    return context.redirect(accountPath, 303);
  });
  app.get(`${accountPath}/passkeys/:id/remove`, signedIn, async (context) => {
    const passkey = await findOwnPasskey(context, context.req.param('id'), deps);
    return showPage(context, renderRemovePasskey(describeVisit(context, deps), passkey));
  });
  app.post(`${accountPath}/passkeys/:id/remove`, failures, requireSameOrigin, signedIn, async (context) => {
    const { confirmation: answer } = await readJson(context, confirmed);
    await confirm({ ...own(context), answer }, deps);
    await removePasskey({ ...own(context), credentialId: context.req.param('id') }, deps);
    return context.json({});
  });
}

function own(context: Context<AppEnv>) {
  return { agency: context.get('agency'), caseworker: getCaseworker(context) };
}

async function findOwnPasskey(context: Context<AppEnv>, id: string, { store }: Deps): Promise<ListedPasskey> {
  const passkey = (await store.passkeys.list(getCaseworker(context))).find(({ credentialId }) => credentialId === id);
  if (passkey === undefined) throw new AppError('not_found');
  return passkey;
}
