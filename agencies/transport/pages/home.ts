import { html } from 'hono/html';
import { layout } from './layout.ts';

/** The first page. */
export function homePage() {
  return layout(
    'Driver and vehicle services',
    html`
<section class="usa-hero" aria-label="Introduction">
  <div class="usa-hero__callout">
    <h1 class="usa-hero__heading"><span>Renew your driver license</span> from home</h1>
    <p>It takes about five minutes. No fee, no photo, no visit.</p>
    <a class="usa-button usa-button--big" href="/renew">Start renewal</a>
  </div>
</section>
<ul class="usa-card-group">
  <li class="usa-card"><h2 class="usa-card__heading">Before you start</h2><p>Your license must expire within six months, or have expired less than two years ago. Have your national ID at hand.</p></li>
  <li class="usa-card"><h2 class="usa-card__heading">How long it takes</h2><p>Most renewals are decided in 7 days. The new card comes by mail to the address that you give.</p></li>
  <li class="usa-card"><h2 class="usa-card__heading">Drive in the meantime</h2><p>Your case number, with the old card, counts as a valid license for 30 days.</p></li>
</ul>`,
  );
}
