import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { makeReference, registerPlainly } from '../front/outbox.ts';
import { servePublicFiles } from '../front/public-files.ts';
import { redeemCode, startSignIn } from '../front/sign-in.ts';
import { createGuardedApp, readForm, type SiteDeps } from '../front/site.ts';
import { type Applicant, findApplicant } from './applicant.ts';
import { type ApplicationStore, createApplicationStore } from './application.ts';
import { checkPage, confirmationPage } from './pages/check.ts';
import { questionPage } from './pages/question.ts';
import { notSignedInPage, problemPage, signInPage, startPage } from './pages/start.ts';
import { composeForm, findQuestion, findUnanswered, type Holder, type Question, questions, readHolder } from './questions.ts';

const cookieName = 'passport_application';
const formWords = new Map([
  ['given-names', 'Given names'],
  ['surname', 'Surname'],
  ['date-of-birth', 'Date of birth'],
  ['national-id', 'National ID number'],
  ['place-of-birth', 'Place of birth'],
  ['sex', 'Sex'],
  ['street-address', 'Street address'],
  ['city', 'Town or city'],
  ['province', 'Province'],
  ['postcode', 'Postcode'],
  ['phone', 'Telephone number'],
  ['email', 'Email address'],
]);

/** The passport office: one question a page, answers kept by the site, signing in by an `openid4vp://` link. */
export function createSite(deps: SiteDeps): Hono {
  const app = createGuardedApp({ origin: deps.origin });
  serveFrontend(app);
  app.get('/', (context) => context.html(startPage()));
  const applications = createApplicationStore(deps.now);
  addSignIn(app, deps, applications);
  addQuestions(app, deps, applications);
  return app;
}

/** GOV.UK Frontend from the package, without its typeface: that is licensed for GOV.UK alone. */
function serveFrontend(app: Hono): void {
  const read = (name: string) =>
    readFileSync(fileURLToPath(new URL(name, import.meta.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'))), 'utf8');
  const css = read('govuk-frontend.min.css')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial', 'Helvetica Neue,Helvetica,Arial')
    .replace(/\/\*# sourceMappingURL.*/, '');
  const script = read('govuk-frontend.min.js').replace(/\/\/# sourceMappingURL.*/, '');
  app.get('/assets/govuk-frontend.min.css', (context) =>
    context.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=300' }),
  );
  app.get('/assets/govuk-frontend.min.js', (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=300' }),
  );
  servePublicFiles(app, '/assets/', new URL('./public/', import.meta.url));
}

function addSignIn(app: Hono, deps: SiteDeps, applications: ApplicationStore): void {
  app.get('/sign-in', async (context) => {
    const holder = context.req.query('for');
    if (holder !== undefined) applications.write(openApplication(context, applications), { holder });
    const started = await startSignIn(deps.callServer, context.req.header('cookie'), '/sign-in/return');
    if (started === undefined) return context.html(problemPage('/'), 502);
    handOnCookies(context, started.setCookies);
    return context.html(signInPage(started.link));
  });
  app.get('/sign-in/return', async (context) => {
    const code = context.req.query('response_code');
    const setCookies = code === undefined ? undefined : await redeemCode(deps.callServer, { code, cookie: context.req.header('cookie') });
    if (setCookies === undefined) return context.html(notSignedInPage(), 403);
    handOnCookies(context, setCookies);
    return context.redirect('/apply/name', 303);
  });
}

function addQuestions(app: Hono, deps: SiteDeps, applications: ApplicationStore): void {
  const applicantOf = (context: Context) => findApplicant(deps.callServer, context.req.header('cookie'));
  const answersOf = (context: Context) => applications.read(getCookie(context, cookieName));
  app.get('/apply/check', async (context) => {
    const answers = answersOf(context) ?? {};
    const unanswered = findUnanswered(answers);
    if (unanswered !== undefined) return context.redirect(`/apply/${unanswered.path}`, 303);
    return context.html(checkPage(answers, (await applicantOf(context))?.name));
  });
  app.get('/apply/confirmation', (context) => {
    const caseNumber = context.req.query('case');
    if (caseNumber === undefined) return context.redirect('/', 303);
    applications.forget(getCookie(context, cookieName));
    return context.html(confirmationPage(caseNumber));
  });
  app.post('/apply/send', async (context) => {
    const answers = answersOf(context) ?? {};
    if (findUnanswered(answers) !== undefined) return context.redirect('/apply/check', 303);
    const form = composeForm(answers);
    const listed = [...formWords].flatMap(([control, label]) => (form[control] ? [{ label, value: form[control] }] : []));
    const handed = await registerPlainly(deps, makeReference(), { formTitle: 'Passport application', answers: listed });
    if (handed.kind === 'kept') return context.html(problemPage('/apply/check'), 502);
    return context.redirect(`/apply/confirmation?case=${encodeURIComponent(handed.caseNumber)}`, 303);
  });
  app.get('/apply/:question', async (context) => {
    const question = findQuestion(context.req.param('question'));
    if (question === undefined) return context.notFound();
    const answers = answersOf(context) ?? {};
    return context.html(
      showQuestion({
        ...{ question, answers, holder: readHolder(answers) },
        isChange: context.req.query('change') !== undefined,
        applicant: await applicantOf(context),
      }),
    );
  });
  app.post('/apply/:question', async (context) => {
    const question = findQuestion(context.req.param('question'));
    if (question === undefined) return context.notFound();
    const form = await readForm(context.req);
    const answers = Object.fromEntries(question.controls.map((control) => [control, form[control] ?? '']));
    const applicant = await applicantOf(context);
    const isChange = form['change'] !== undefined;
    const holder = readHolder(answersOf(context) ?? {});
    const errors = question.check(answers, { holder, nationalId: applicant?.nationalId });
    if (Object.keys(errors).length > 0) return context.html(showQuestion({ question, answers, holder, errors, isChange, applicant }), 422);
    applications.write(openApplication(context, applications), answers);
    return context.redirect(isChange ? '/apply/check' : `/apply/${nextPath(question)}`, 303);
  });
}

function showQuestion(state: {
  readonly question: Question;
  readonly answers: Readonly<Record<string, string>>;
  readonly holder: Holder;
  readonly errors?: Readonly<Record<string, string>>;
  readonly isChange: boolean;
  readonly applicant: Applicant | undefined;
}) {
  const before = questions[questions.indexOf(state.question) - 1];
  const back = state.isChange ? '/apply/check' : before === undefined ? '/sign-in' : `/apply/${before.path}`;
  return questionPage({ ...state, errors: state.errors ?? {}, back, name: state.applicant?.name });
}

function nextPath(question: Question): string {
  return questions[questions.indexOf(question) + 1]?.path ?? 'check';
}

/** The visitor's application, opened and put into a cookie when there is none. */
function openApplication(context: Context, applications: ApplicationStore): string {
  const known = getCookie(context, cookieName);
  if (known !== undefined && applications.read(known) !== undefined) return known;
  const id = applications.open();
  setCookie(context, cookieName, id, { path: '/', httpOnly: true, sameSite: 'Lax' });
  return id;
}

function handOnCookies(context: Context, setCookies: readonly string[]): void {
  for (const cookie of setCookies) context.header('Set-Cookie', cookie, { append: true });
}
