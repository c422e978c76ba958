import { type Html, html } from '../html.ts';
import { staffText } from '../staff-text.ts';
import { text } from '../text.ts';
import { renderCeremony } from './ceremony.ts';
import { renderPage, type Visit } from './page.ts';

/** Where a caseworker signs in. The script reads what it needs from the form's attributes. */
export function renderSignIn(visit: Visit): Html {
  const words = text[visit.language];
  const form = html`<form data-ceremony="sign-in" data-next="/daricheh/caseworker">${renderCeremony(visit, words.signInButton)}</form>`;
  return renderPage(
    visit,
    words.signIn,
    html`<section class="card narrow"><h1>${words.signIn}</h1><p class="soft">${words.signInLead}</p>${form}</section>`,
  );
}

/** Where a caseworker makes a first passkey, by a code that works once. */
export function renderEnrol(visit: Visit, code: string): Html {
  const words = text[visit.language];
  const name = html`<label class="field"><span>${words.enrolName}</span><input name="name" required maxlength="100" autocomplete="name" dir="auto"></label>`;
  const hidden = html`<input type="hidden" name="code" value="${code}">`;
  const form = html`<form data-ceremony="enrol" data-next="/daricheh/caseworker">${hidden}${name}${renderCeremony(visit, words.enrolButton)}</form>`;
  return renderPage(
    visit,
    words.enrol,
    html`<section class="card narrow"><h1>${words.enrol}</h1><p class="soft">${words.enrolLead}</p>${form}</section>`,
  );
}

/** Where somebody whose passkey is lost makes a new one, by a code that a colleague had made for them. */
export function renderRecover(visit: Visit, { code, name, openedBy }: { code: string; name: string; openedBy: string }): Html {
  const words = staffText[visit.language];
  const hidden = html`<input type="hidden" name="code" value="${code}">`;
  const form = html`<form data-ceremony="recover" data-next="/daricheh/caseworker">${hidden}${renderCeremony(visit, words.recoverButton)}</form>`;
  const main = html`<section class="card narrow"><h1>${words.recover}</h1><p class="soft">${words.recoverLead(name, openedBy)}</p>${form}</section>`;
  return renderPage(visit, words.recover, main);
}

/** What went wrong, in one sentence. */
export function renderProblem(visit: Visit, sentence: string): Html {
  const words = text[visit.language];
  const back = html`<p><a href="/daricheh/caseworker">${words.back}</a></p>`;
  return renderPage(visit, words.desk, html`<section class="card narrow"><p class="problem" role="alert">${sentence}</p>${back}</section>`);
}
