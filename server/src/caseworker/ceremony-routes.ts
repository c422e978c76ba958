import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { clearCookie, readCookie } from '../middleware/cookies.ts';
import { describeVisit, deskPath, readBrowser, showPage, signInPath, startDeskSession } from '../middleware/desk.ts';
import { limitFailures, slowFailures } from '../middleware/rate-limit.ts';
import { readJson } from '../middleware/read-body.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import { makeAssertionOptions, verifyAssertion } from '../passkeys/assert-passkey.ts';
import { assertionAnswer, registrationAnswer } from '../passkeys/ceremony-answers.ts';
import { describeSite } from '../passkeys/passkey-site.ts';
import { closeSession } from '../sessions/sessions.ts';
import { beginEnrolment, finishEnrolment, invite } from './enrolment.ts';
import { givenName } from './given-name.ts';
import { renderEnrol, renderRecover, renderSignIn } from './pages/ceremony-pages.ts';
import { beginRecovery, finishRecovery, readRecovery } from './recovery.ts';

const code = z.string().check(z.minLength(8), z.maxLength(200));
const enrolmentWish = z.strictObject({ code, name: givenName });
const enrolmentAnswer = z.strictObject({ code, name: givenName, response: registrationAnswer });
const recoveryWish = z.strictObject({ code });
const recoveryAnswer = z.strictObject({ code, response: registrationAnswer });
const signInAnswer = z.strictObject({ response: assertionAnswer });

/** How people come in at an agency's desk: sign in and out, enrol by an invitation, recover by a colleague's help. */
export function createCeremonyRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  addSignIn(app, deps);
  addEnrolment(app, deps);
  addRecovery(app, deps);
  return app;
}

function addSignIn(app: Hono<AppEnv>, deps: Deps): void {
  app.get(signInPath, (context) => showPage(context, renderSignIn(describeVisit(context, deps))));
  app.post(`${signInPath}/options`, requireSameOrigin, async (context) =>
    context.json(await makeAssertionOptions(describeSite(context.get('agency')), { use: 'sign-in' }, deps)),
  );
  app.post(signInPath, slowFailures(deps), requireSameOrigin, async (context) => {
    const { response: answer } = await readJson(context, signInAnswer);
    const { credentialId } = await verifyAssertion(describeSite(context.get('agency')), { use: 'sign-in', answer }, deps);
    await startDeskSession(context, deps, credentialId);
    return context.json({});
  });
  app.post(`${deskPath}/sign-out`, requireSameOrigin, async (context) => {
    const secret = readCookie(context, 'daricheh_caseworker');
    await closeSession(deps.store, { agency: context.get('agency').id, kind: 'caseworker', secret });
    clearCookie(context, 'daricheh_caseworker');
    return context.redirect(signInPath, 303);
  });
}

function addEnrolment(app: Hono<AppEnv>, deps: Deps): void {
  const failures = limitFailures(deps);
  app.get(`${deskPath}/enrol`, (context) => showPage(context, renderEnrol(describeVisit(context, deps), context.req.query('code') ?? '')));
  app.post(`${deskPath}/enrol/options`, failures, requireSameOrigin, async (context) =>
    context.json(await beginEnrolment(context.get('agency'), await readJson(context, enrolmentWish), deps)),
  );
  app.post(`${deskPath}/enrol`, failures, requireSameOrigin, async (context) => {
    const answer = { ...(await readJson(context, enrolmentAnswer)), passkeyName: readBrowser(context) };
    await startDeskSession(context, deps, await finishEnrolment(context.get('agency'), answer, deps));
    return context.json({});
  });
  app.post(`${deskPath}/enrolment-codes`, failures, requireApiKey, async (context) =>
    context.json({ code: await invite(context.get('agency'), { role: 'caseworker', invitedBy: null }, deps) }, 201),
  );
}

function addRecovery(app: Hono<AppEnv>, deps: Deps): void {
  const failures = limitFailures(deps);
  app.get(`${deskPath}/recover`, failures, async (context) => {
    const given = context.req.query('code') ?? '';
    const { account, openedBy } = await readRecovery(context.get('agency'), given, deps);
    return showPage(context, renderRecover(describeVisit(context, deps), { code: given, name: account.name, openedBy: openedBy.name }));
  });
  app.post(`${deskPath}/recover/options`, failures, requireSameOrigin, async (context) =>
    context.json(await beginRecovery(context.get('agency'), (await readJson(context, recoveryWish)).code, deps)),
  );
  app.post(`${deskPath}/recover`, failures, requireSameOrigin, async (context) => {
    const answer = { ...(await readJson(context, recoveryAnswer)), passkeyName: readBrowser(context) };
    await startDeskSession(context, deps, await finishRecovery(context.get('agency'), answer, deps));
    return context.json({});
  });
}
