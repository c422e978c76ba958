import { html } from 'hono/html';

type Markup = ReturnType<typeof html>;

/**
 * The frame of every page: markup and styles of GOV.UK Frontend (MIT), without the crown, the crest and the typeface
 * that belong to GOV.UK.
 */
export function layout(
  title: string,
  content: Markup,
  options: { readonly back?: string; readonly name?: string | undefined } = {},
): Markup {
  return html`<!doctype html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#6b1f2e">
<title>${title} – Apply for a passport</title>
<link rel="icon" href="/assets/passport.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/govuk-frontend.min.css">
<link rel="stylesheet" href="/assets/passport.css">
<script type="module" src="/assets/start.js"></script>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header class="passport-header"><div class="govuk-width-container"><img src="/assets/passport.svg" alt="" width="36" height="44"><span>Passport Office</span>${
    options.name === undefined ? '' : html`<span class="passport-header__who">Signed in as <bdi data-signed-in>${options.name}</bdi></span>`
  }</div></header>
<section aria-label="Service information" class="govuk-service-navigation"><div class="govuk-width-container"><div class="govuk-service-navigation__container">
<span class="govuk-service-navigation__service-name"><a href="/" class="govuk-service-navigation__link">Apply for a passport</a></span>
</div></div></section>
<div class="govuk-width-container">
<div class="govuk-phase-banner"><p class="govuk-phase-banner__content"><strong class="govuk-tag govuk-phase-banner__content__tag">Demo</strong><span class="govuk-phase-banner__text">This is not a government service. All people are fictitious.</span></p></div>
${options.back === undefined ? '' : html`<a href="${options.back}" class="govuk-back-link">Back</a>`}
<main class="govuk-main-wrapper" id="main-content"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div></main>
</div>
<footer class="govuk-footer"><div class="govuk-width-container"><div class="govuk-footer__meta"><div class="govuk-footer__meta-item govuk-footer__meta-item--grow">A demonstration built with GOV.UK Frontend, which is free software under the MIT licence.</div></div></div></footer>
</body>
</html>`;
}
