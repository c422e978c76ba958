import { html } from 'hono/html';
import { textOf } from '../text.ts';
import { layout, type Visit } from './layout.ts';

/** The form that both spouses sign, each with a wallet of their own: the first here, the second on the page behind the link that the first is given. `isRefused`: it was posted unsigned. */
export function jointPage(visit: Visit, isRefused: boolean) {
  const text = textOf(visit.language);
  const { joint } = text;
  const field = (control: keyof typeof joint.labels, attributes: ReturnType<typeof html>) => html`<div class="field">
<label for="${control}">${joint.labels[control]}</label><input id="${control}" name="${control}" type="text" ${attributes}></div>`;
  const id = html`required maxlength="10" inputmode="numeric" dir="ltr"`;
  return layout(
    visit,
    joint.title,
    html`<div class="wrap sheet">
<header class="title"><h1>${joint.title}</h1><p>${joint.lead}</p></header>
${isRefused ? html`<div class="problem" role="alert"><p>${joint.refused}</p></div>` : ''}
<form data-daricheh-form="/daricheh/forms/joint-return" method="post" action="/daricheh/forms/joint-return/plain">
<fieldset class="card"><legend>${joint.applicant}</legend><div class="grid">
${field('first_name', html`required autocomplete="given-name" dir="auto"`)}${field('last_name', html`autocomplete="family-name" dir="auto"`)}${field('national_code', id)}
</div></fieldset>
<fieldset class="card"><legend>${joint.spouse}</legend><div class="grid">
${field('spouse_name', html`required dir="auto" autocomplete="off"`)}${field('spouse_national_code', html`${id} autocomplete="off"`)}
</div></fieldset>
<div class="actions"><button type="button" class="primary" data-daricheh-sign hidden>${text.sign}</button><p class="hint">${joint.hint}</p></div>
</form>
</div>`,
  );
}
