import type { Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { readLanguage } from '../front/language.ts';
import { servePublicFiles } from '../front/public-files.ts';
import { createGuardedApp, readForm, type SiteDeps } from '../front/site.ts';
import { listLetterPeople } from '../people.ts';
import { createLetterDesk } from './letters.ts';
import { createDesk, endSignIn, makeOffer } from './offers.ts';
import { homePage } from './pages/home.ts';
import { identityPage } from './pages/identity.ts';
import { offerPage } from './pages/offer.ts';

const cookieName = 'registry_visit';

/** The civil registry: identifies people by the code of a letter, and hands out links to their documents. */
export function createSite(deps: SiteDeps): Hono {
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
    return context.html(offerPage({ language, person, offerUri }));
  });
  return app;
}

function queryOf(context: Context): string {
  return readLanguage(context) === 'en' ? '?lang=en' : '';
}
