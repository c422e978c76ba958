import { html } from 'hono/html';
import type { Person } from '../../people.ts';
import { toPersianDigits } from '../../persian/jalali.ts';
import { linkToBegin } from '../offers.ts';
import { type Language, textOf } from '../text.ts';
import { layout } from './layout.ts';

type State = {
  readonly language: Language;
  readonly nationalId: string;
  readonly code: string;
  readonly error: 'unknown' | 'locked' | 'over' | 'serverDown' | undefined;
  readonly letters: readonly Person[];
  /** The sign-in that a wallet asked for; undefined where the person came by themselves. */
  readonly signIn: string | undefined;
  readonly origin: string;
};

/** Where people say who they are; beside it the letters that the demo's people have received. */
export function identityPage(state: State) {
  const { language, error, signIn } = state;
  const text = textOf(language);
  return layout(
    { language, path: signIn === undefined ? '/identity' : `/identity?authorization=${encodeURIComponent(signIn)}` },
    text.formTitle,
    html`<div class="desk">
<section class="sheet"><h1>${text.formTitle}</h1><p>${text.formLead}</p>
${error === undefined ? '' : html`<p class="error" role="alert">${text[error]}</p>`}
<form method="post" action="/identity${language === 'en' ? '?lang=en' : ''}">
${field({ name: 'national_id', label: text.nationalId, hint: text.nationalIdHint, value: state.nationalId, mode: 'numeric' })}
${field({ name: 'activation_code', label: text.code, hint: text.codeHint, value: state.code, mode: 'text' })}
${carry(state.signIn)}<button class="button">${text.submit}</button>
</form>
${state.signIn === undefined ? html`<p>${text.beginLead} <a href="${linkToBegin(state.origin)}">${text.begin}</a></p>` : ''}
</section>
<section class="letters" aria-labelledby="letters"><h2 id="letters">${text.lettersTitle}</h2><p>${text.lettersLead}</p>
<ul>${state.letters.map((person) => html`<li>${letter(person, state)}</li>`)}</ul></section>
</div>`,
  );
}

function field(input: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly mode: 'numeric' | 'text';
}) {
  const { name, label, hint, value, mode } = input;
  return html`<div class="field"><label for="${name}">${label}</label><p id="${name}-hint">${hint}</p><input id="${name}" name="${name}" type="text" inputmode="${mode}" autocomplete="off" spellcheck="false" dir="ltr" required aria-describedby="${name}-hint" value="${value}"></div>`;
}

/** The sign-in goes along with whatever is sent from here. */
function carry(signIn: string | undefined) {
  return signIn === undefined ? '' : html`<input type="hidden" name="authorization" value="${signIn}">`;
}

function letter({ id, claims, about, activationCode }: Person, { language, signIn }: Pick<State, 'language' | 'signIn'>) {
  const text = textOf(language);
  const name = language === 'fa' ? [claims.given_name, claims.family_name] : [claims.given_name_latin, claims.family_name_latin];
  return html`<form class="letter" method="get" action="/identity" id="letter-${id}">
<div class="letter-head"><img src="/assets/star.svg" width="22" height="22" alt=""><span>${text.letterFrom}</span></div>
<p class="to"><span>${text.letterTo}:</span> <bdi>${name.filter(Boolean).join(' ')}</bdi></p>
<p class="about">${about[language]}</p>
<dl><dt>${text.nationalId}</dt><dd dir="ltr">${language === 'fa' ? toPersianDigits(claims.national_id) : claims.national_id}</dd><dt>${text.code}</dt><dd dir="ltr"><code>${activationCode}</code></dd></dl>
<input type="hidden" name="letter" value="${id}">${language === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}${carry(signIn)}
<button class="small" data-letter="${id}">${text.takeLetter}</button></form>`;
}
