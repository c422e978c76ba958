import { html } from 'hono/html';
import { nameOf } from '../../front/citizen.ts';
import { textOf } from '../text.ts';
import { layout, type Visit } from './layout.ts';

/** The first page: signing in, or on to the return when signed in. */
export function homePage(visit: Visit) {
  const text = textOf(visit.language);
  return layout(
    visit,
    text.home,
    html`
<section class="hero"><div class="wrap hero-row">
<div><p class="deadline">${text.deadline}</p><h1>${text.heroTitle}</h1><p class="lead">${text.heroLead}</p></div>
<div class="card entry">${visit.taxpayer === undefined ? signInCard(visit) : welcomeCard(visit, nameOf(visit.taxpayer, visit.language))}</div>
</div></section>
<section class="wrap facts">${text.facts.map(([figure, words]) => html`<p><strong>${figure}</strong>${words}</p>`)}</section>
<section class="wrap steps"><h2>${text.stepsTitle}</h2><ol>${text.steps.map(([name, words]) => html`<li><strong>${name}</strong><span>${words}</span></li>`)}</ol></section>`,
  );
}

function signInCard(visit: Visit) {
  const text = textOf(visit.language);
  return html`<h2>${text.yearlyReturn}</h2>
<button type="button" class="primary" data-daricheh-sign-in="sign-in" data-daricheh-then="/return" hidden>${text.signIn}</button>
<p class="hint">${text.signInHint}</p>
<noscript><p class="hint">${text.noScript}</p></noscript>
<a class="quiet" href="/return">${text.fillByHand}</a>`;
}

function welcomeCard(visit: Visit, name: string) {
  const text = textOf(visit.language);
  return html`<p class="hint">${text.hello}</p><h2><bdi>${name}</bdi></h2><a class="primary" href="/return">${text.openReturn}</a>
<a class="quiet" href="/joint">${text.joint.title}</a>`;
}
