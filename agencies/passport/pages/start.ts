import { html } from 'hono/html';
import { layout } from './layout.ts';

/** The start page of the service. */
export function startPage() {
  return layout(
    'Start',
    html`<h1 class="govuk-heading-xl">Apply for a passport</h1>
<p class="govuk-body-l">Use this service to apply for a first passport, or to replace one that has expired: your own, or that of a child in your care.</p>
<p class="govuk-body">You need:</p>
<ul class="govuk-list govuk-list--bullet"><li>your digital identity, in a wallet in this browser</li><li>about five minutes</li></ul>
<p class="govuk-body">Your wallet can answer the questions for you. You check every answer before you sign.</p>
<a href="/sign-in?for=applicant" role="button" draggable="false" class="govuk-button govuk-button--start" data-module="govuk-button">Start now
<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg></a>
<p class="govuk-body"><a class="govuk-link" href="/sign-in?for=child">Apply for a child</a>. Your wallet then needs the document by which you may act for the child; the civil registry gives it to parents.</p>
<h2 class="govuk-heading-m">What happens to what you send</h2>
<p class="govuk-body">The Passport Office decides within 14 days and keeps your answers for eleven years. The printing works receives what stands in the passport, and nothing else.</p>`,
  );
}

/** Signing in by a link that a wallet opens. */
export function signInPage(link: string) {
  return layout(
    'Sign in',
    html`<h1 class="govuk-heading-l">Sign in</h1>
<p class="govuk-body">Your wallet shows what we ask for — your name and national ID number — and you decide.</p>
<a href="${link}" role="button" draggable="false" class="govuk-button" data-module="govuk-button">Sign in with your wallet</a>
<div class="govuk-inset-text">Nothing happens? Install the Daricheh extension, or switch it on for this site, and press the button again.</div>
<p class="govuk-body"><a class="govuk-link" href="/apply/name">Continue without a wallet</a>. An officer then has to check who you are, which takes longer.</p>`,
    { back: '/' },
  );
}

/** After a sign-in that did not come to an end. */
export function notSignedInPage() {
  return layout(
    'You are not signed in',
    html`<h1 class="govuk-heading-l">You are not signed in</h1>
<p class="govuk-body">The request was refused, was used already, or took too long. Nothing was stored.</p>
<a href="/sign-in" role="button" draggable="false" class="govuk-button" data-module="govuk-button">Try again</a>
<p class="govuk-body"><a class="govuk-link" href="/apply/name">Continue without a wallet</a></p>`,
    { back: '/' },
  );
}

/** When the server beside the site does not answer. */
export function problemPage(back: string) {
  return layout(
    'Sorry, there is a problem with the service',
    html`<h1 class="govuk-heading-l">Sorry, there is a problem with the service</h1>
<p class="govuk-body">Try again in a few minutes.</p>
<p class="govuk-body">We have kept your answers. They stay here for one hour after your last one.</p>`,
    { back },
  );
}
