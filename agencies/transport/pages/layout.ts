import { html } from 'hono/html';

type Markup = ReturnType<typeof html>;

/** The frame of every page: demo notice, header, and footer in the manner of the U.S. Web Design System. */
export function layout(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Department of Transport</title>
<link rel="stylesheet" href="/assets/transport.css">
<link rel="icon" href="/assets/seal.svg" type="image/svg+xml">
</head>
<body>
<a class="usa-skipnav" href="#main-content">Skip to main content</a>
<section class="usa-banner" aria-label="Demo notice">
  <div class="grid-container usa-banner__inner"><strong>A demonstration, not a government website.</strong> All people here are fictitious.</div>
</section>
<header class="usa-header">
  <div class="grid-container usa-navbar">
    <img src="/assets/seal.svg" alt="" width="52" height="52">
    <div class="usa-logo"><a href="/"><span>Department of</span> Transport</a></div>
    <nav class="usa-nav" aria-label="Primary">
      <ul class="usa-nav__primary">
        <li><a class="usa-nav__link" href="/">Home</a></li>
        <li><a class="usa-nav__link" href="/renew">Renew a license</a></li>
      </ul>
    </nav>
  </div>
</header>
<main id="main-content" class="usa-section"><div class="grid-container">${content}</div></main>
<footer class="usa-footer">
  <div class="grid-container usa-footer__inner">
    <p><strong>Department of Transport</strong><br>Licenses, vehicles, and safe roads</p>
    <p>Office hours: Saturday to Wednesday, 8 a.m. to 4 p.m.<br>This office exists only in this demonstration.</p>
  </div>
</footer>
</body>
</html>`;
}
