import type { Context, Hono } from 'hono';
import { readForm } from '../front/site.ts';
import type { Counter, CounterDeps } from './counter-options.ts';
import { type CounterDocument, endSignIn, listDocuments, readSignIn } from './documents.ts';
import { choosePage, goOnPage, signInOverPage } from './pages/choose-page.ts';
import { signInPage } from './pages/sign-in-pages.ts';
import { counterText } from './text.ts';
import type { Visit } from './visit.ts';

type Parts = {
  readonly readVisit: (context: Context) => Promise<Visit>;
  /** A link that signs the visitor in and brings them back to this path, its cookies set; undefined when the server is away. */
  readonly startSignIn: (context: Context, returnTo: string) => Promise<string | undefined>;
};

/** The page to which a wallet sends the citizen who wants a document: it asks who they are, and which it shall be. */
export function addAuthorizePage(app: Hono, deps: CounterDeps, counter: Counter, parts: Parts): void {
  const { base, frame } = counter;
  const path = `${base}/authorize`;
  const findChoices = async (handle: string, nationalId: string): Promise<readonly CounterDocument[] | undefined> => {
    const asked = await readSignIn(deps, handle);
    const documents = listDocuments(deps, counter.types, nationalId);
    return asked && documents.filter(({ record, entry }) => asked.includes(record.type) && entry.state === 'valid');
  };
  app.get(path, async (context) => {
    const visit = await parts.readVisit(context);
    const text = counterText(visit.language);
    const handle = context.req.query('authorization') ?? '';
    if (visit.citizen === undefined) {
      const link = await parts.startSignIn(context, `${base}/return?authorization=${encodeURIComponent(handle)}`);
      return context.html(frame(visit, text.signIn, signInPage(visit, link)), link === undefined ? 502 : 200);
    }
    const documents = await findChoices(handle, visit.citizen.nationalId);
    if (documents === undefined) return context.html(frame(visit, text.signInOver, signInOverPage(visit)), 404);
    return context.html(frame(visit, text.chooseTitle, choosePage(visit, { handle, documents })));
  });
  app.post(path, async (context) => {
    const visit = await parts.readVisit(context);
    const text = counterText(visit.language);
    const { authorization: handle = '', record: key } = await readForm(context.req);
    const documents = visit.citizen && (await findChoices(handle, visit.citizen.nationalId));
    const document = documents?.find(({ record }) => record.key === key);
    const isAnswer = documents !== undefined && (document !== undefined || key === undefined);
    const redirectUri = isAnswer ? await endSignIn(deps, handle, document) : undefined;
    if (redirectUri === undefined) return context.html(frame(visit, text.signInOver, signInOverPage(visit)), 404);
    // A form may lead to this site alone; a wallet elsewhere is gone to by a link.
    if (new URL(redirectUri).origin === deps.origin) return context.redirect(redirectUri, 303);
    return context.html(frame(visit, text.offerTitle, goOnPage(visit, redirectUri)));
  });
}
