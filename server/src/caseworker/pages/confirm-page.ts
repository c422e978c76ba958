import { type Html, html } from '../html.ts';
import { staffText } from '../staff-text.ts';
import { renderPage, type Visit } from './page.ts';

/** A page that says what is about to be done, with the form that does it and a way back. */
export function renderConfirm(
  visit: Visit,
  { title, about, lead, form, back }: { title: string; about: string | null; lead: string; form: Html; back: string },
): Html {
  const subject = about === null ? null : html`<p class="subject"><bdi>${about}</bdi></p>`;
  const main = html`<section class="card narrow"><h1>${title}</h1>${subject}<p class="soft">${lead}</p>${form}<p><a href="${back}">${staffText[visit.language].cancel}</a></p></section>`;
  return renderPage(visit, title, main);
}
