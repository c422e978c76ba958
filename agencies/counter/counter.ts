import type { Context, Hono } from 'hono';
import { findCitizen } from '../front/citizen.ts';
import { readLanguage, readPath } from '../front/language.ts';
import { servePublicFiles } from '../front/public-files.ts';
import { redeemCode, startSignIn } from '../front/sign-in.ts';
import { readForm, type SiteDeps } from '../front/site.ts';
import { addAuthorizePage } from './authorize.ts';
import type { Counter, CounterDeps } from './counter-options.ts';
import { changeDocument, isCaseworker, listDocuments, offerDocument } from './documents.ts';
import { officeGatePage, officePage } from './pages/office-page.ts';
import { recordsPage, titleOf } from './pages/records-page.ts';
import { notSignedInPage, offerPage, signInPage } from './pages/sign-in-pages.ts';
import { documentStates } from './register.ts';
import { counterText } from './text.ts';
import type { Visit } from './visit.ts';

/**
 * A counter for documents, as a vendor would sell it to several agencies: the citizen signs in with the wallet, sees
 * their own records and takes documents into the wallet; caseworkers revoke, suspend and restore them.
 */
export function addCounter(app: Hono, deps: CounterDeps, counter: Counter): void {
  serveCounterFiles(app);
  addCitizenPages(app, deps, counter);
  if (counter.handOver === 'sign-in') {
    addAuthorizePage(app, deps, counter, {
      readVisit: (context) => readVisit(context, deps, counter.base),
      startSignIn: (context, returnTo) => openSignIn(context, deps, returnTo),
    });
  }
  addOffice(app, deps, counter);
}

/** The stylesheet of its pages. */
export function serveCounterFiles(app: Hono): void {
  servePublicFiles(app, '/counter/', new URL('./public/', import.meta.url));
}

function addCitizenPages(
  app: Hono,
  deps: CounterDeps,
  { base, types, frame, handOver, isGreetedByFrame: isGreeted = false }: Counter,
): void {
  const visitOf = (context: Context) => readVisit(context, deps, base);
  const ownDocuments = (nationalId: string) => listDocuments(deps, types, nationalId);
  app.get(base, async (context) => {
    const visit = await visitOf(context);
    const { citizen } = visit;
    if (citizen !== undefined) {
      const documents = ownDocuments(citizen.nationalId);
      return context.html(
        frame(
          visit,
          counterText(visit.language).yours,
          recordsPage({ visit: { ...visit, citizen }, documents, isServerDown: false, isGreeted }),
        ),
      );
    }
    const link = await openSignIn(context, deps, `${base}/return`);
    return context.html(frame(visit, counterText(visit.language).signIn, signInPage(visit, link)), link === undefined ? 502 : 200);
  });
  app.get(`${base}/return`, async (context) => {
    const code = context.req.query('response_code');
    const setCookies = code === undefined ? undefined : await redeemCode(deps.callServer, { code, cookie: context.req.header('cookie') });
    if (setCookies !== undefined) {
      handOnCookies(context, setCookies);
      const handle = context.req.query('authorization');
      return context.redirect(handle === undefined ? base : `${base}/authorize?authorization=${encodeURIComponent(handle)}`, 303);
    }
    const visit = await visitOf(context);
    return context.html(frame(visit, counterText(visit.language).notSignedIn, notSignedInPage(visit)), 403);
  });
  app.post(`${base}/sign-out`, async (context) => {
    const answer = await deps.callServer({ method: 'DELETE', path: '/daricheh/session', cookie: context.req.header('cookie') });
    if (answer.kind === 'answered') handOnCookies(context, answer.setCookies);
    return context.redirect(base, 303);
  });
  app.post(`${base}/take`, async (context) => {
    const visit = await visitOf(context);
    const { citizen, language } = visit;
    if (citizen === undefined) return context.redirect(base, 303);
    const { record: key } = await readForm(context.req);
    const documents = ownDocuments(citizen.nationalId);
    const document = documents.find(({ record, entry }) => record.key === key && entry.state === 'valid');
    if (document === undefined) return context.redirect(base, 303);
    const offer = await offerDocument(deps, document, handOver);
    const text = counterText(language);
    if (offer === undefined) {
      return context.html(
        frame(visit, text.yours, recordsPage({ visit: { ...visit, citizen }, documents, isServerDown: true, isGreeted })),
        502,
      );
    }
    return context.html(frame(visit, text.offerTitle, offerPage(visit, { title: titleOf(document, language), offer })));
  });
}

/** The page on which the agency's caseworkers revoke, suspend and restore documents of these types. */
export function addOffice(app: Hono, deps: CounterDeps, { base, types, frame }: Pick<Counter, 'base' | 'types' | 'frame'>): void {
  const path = `${base}/office`;
  const show = async (context: Context, outcome: 'changed' | 'serverDown' | undefined) => {
    const visit = await readVisit(context, deps, base);
    const page = officePage(visit, { documents: listDocuments(deps, types), outcome });
    return context.html(frame(visit, counterText(visit.language).office, page), outcome === 'serverDown' ? 502 : 200);
  };
  app.use(path, async (context, next) => {
    if (await isCaseworker(deps.callServer, context.req.header('cookie'))) return next();
    const visit = await readVisit(context, deps, base);
    return context.html(frame(visit, counterText(visit.language).office, officeGatePage(visit)), 403);
  });
  app.get(path, (context) => show(context, undefined));
  app.post(path, async (context) => {
    const form = await readForm(context.req);
    const document = listDocuments(deps, types).find(({ record }) => record.key === form['record']);
    const to = documentStates.find((state) => state === form['to']);
    if (document === undefined || to === undefined) return show(context, undefined);
    return show(context, (await changeDocument(deps, document, to)) ? 'changed' : 'serverDown');
  });
}

/** A link that signs the visitor in, with its cookies set. */
async function openSignIn(context: Context, deps: CounterDeps, returnTo: string): Promise<string | undefined> {
  const started = await startSignIn(deps.callServer, context.req.header('cookie'), returnTo);
  handOnCookies(context, started?.setCookies ?? []);
  return started?.link;
}

async function readVisit(context: Context, deps: SiteDeps, base: string): Promise<Visit> {
  const citizen = await findCitizen(deps.callServer, context.req.header('cookie'));
  return { language: readLanguage(context), citizen, path: readPath(context), base };
}

function handOnCookies(context: Context, setCookies: readonly string[]): void {
  for (const cookie of setCookies) context.header('Set-Cookie', cookie, { append: true });
}
