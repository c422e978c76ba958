import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { addOffice, serveCounterFiles } from '../counter/counter.ts';
import type { CounterDeps } from '../counter/counter-options.ts';
import { type CounterDocument, listDocuments, offerDocument } from '../counter/documents.ts';
import { readLanguage } from '../front/language.ts';
import { servePublicFiles } from '../front/public-files.ts';
import { createGuardedApp, readForm } from '../front/site.ts';
import { listLetterPeople, type Person } from '../people.ts';
import { createLetterDesk } from './letters.ts';
import { createDesk, endSignIn, makeOffer } from './offers.ts';
import { homePage } from './pages/home.ts';
import { identityPage } from './pages/identity.ts';
import { layout } from './pages/layout.ts';
import { mandatePage } from './pages/mandate.ts';
import { offerPage } from './pages/offer.ts';

const cookieName = 'registry_visit';
const mandateTypes = ['mandate'] as const;

/** The civil registry: identifies people by the code of a letter, and hands out links to their documents, and to those by which they act for others. */
export function createSite(deps: CounterDeps): Hono {
  const app = createGuardedApp({ origin: deps.origin });
  const letterDesk = createLetterDesk(deps.now);
  const desk = createDesk(deps.now);
  servePublicFiles(app, '/assets/', new URL('./public/', import.meta.url));
  servePublicFiles(app, '/fonts/', new URL('./files/', import.meta.resolve('@fontsource-variable/vazirmatn/package.json')));
  const letters = () => listLetterPeople(deps.now());
  app.get('/', (context) => context.html(homePage(readLanguage(context))));
  app.get('/identity', (context) => {
    const person = letters().find(({ id }) => id === context.req.query('letter'));
    const typed = { nationalId: person?.claims.national_id ?? '', code: person?.activationCode ?? '' };
    const error = context.req.query('over') === undefined && context.req.query('error') === undefined ? undefined : 'over';
    const signIn = context.req.query('authorization');
    return context.html(
      identityPage({ language: readLanguage(context), ...typed, error, letters: letters(), signIn, origin: deps.origin }),
    );
  });
  app.post('/identity', async (context) => {
    const { national_id: nationalId = '', activation_code: code = '', authorization: signIn } = await readForm(context.req);
    const again = { language: readLanguage(context), nationalId, code, letters: letters(), signIn, origin: deps.origin };
    const person = letterDesk.identify(nationalId, code);
    if (typeof person === 'string') return context.html(identityPage({ ...again, error: person }), person === 'locked' ? 429 : 422);
    // Whoever came from a wallet goes back to it.
    if (signIn !== undefined) {
      const back = await endSignIn(deps, signIn, person);
      return back === undefined ? context.html(identityPage({ ...again, error: 'over' }), 502) : context.redirect(back, 303);
    }
    setCookie(context, cookieName, desk.admit(person), { path: '/identity', httpOnly: true, sameSite: 'Lax' });
    return context.redirect(`/identity/offer${queryOf(context)}`, 303);
  });
  app.get('/identity/offer', async (context) => {
    const language = readLanguage(context);
    const person = desk.find(getCookie(context, cookieName));
    if (person === undefined) return context.redirect(`/identity?over${language === 'en' ? '&lang=en' : ''}`, 303);
    const offerUri = await makeOffer(deps, person);
    if (offerUri === undefined) {
      const { claims, activationCode: code } = person;
      const again = { language, nationalId: claims.national_id, code, letters: letters(), signIn: undefined, origin: deps.origin };
      return context.html(identityPage({ ...again, error: 'serverDown' }), 502);
    }
    return context.html(offerPage({ language, person, offerUri, mandates: ownMandates(deps, person) }));
  });
  app.post('/identity/mandate', async (context) => {
    const person = desk.find(getCookie(context, cookieName));
    const { record: key } = await readForm(context.req);
    const mandate = person && ownMandates(deps, person).find(({ record, entry }) => record.key === key && entry.state === 'valid');
    if (mandate === undefined) return context.redirect(`/identity/offer${queryOf(context)}`, 303);
    const offer = await offerDocument(deps, mandate, 'link');
    return context.html(mandatePage(readLanguage(context), mandate, offer?.offerUri), offer === undefined ? 502 : 200);
  });
  serveCounterFiles(app);
  addOffice(app, deps, {
    ...{ base: '/mandates', types: mandateTypes },
    frame: ({ language, path }, title, content) => layout({ language, path }, title, html`<div class="counter">${content}</div>`),
  });
  return app;
}

/** The documents by which somebody may act for another, as they are on record. */
function ownMandates(deps: CounterDeps, { claims }: Person): readonly CounterDocument[] {
  return listDocuments(deps, mandateTypes, claims.national_id);
}

function queryOf(context: Context): string {
  return readLanguage(context) === 'en' ? '?lang=en' : '';
}
