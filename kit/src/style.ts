/** The kit's look, in `:where` so that any rule of the page's own wins; dark where the page says that it can be (`color-scheme`). A constructed sheet passes `style-src 'self'`. */
const rules = `
:where(.daricheh-status,.daricheh-draft-status){margin-block:.5rem;font-size:.9em;line-height:1.7}
:where(.daricheh-status:empty,.daricheh-draft-status:empty){display:none}
:where(.daricheh-status[data-tone=working])::before{content:"";display:inline-block;width:.7em;height:.7em;margin-inline-end:.5em;border:.15em solid currentColor;border-inline-end-color:transparent;border-radius:50%;animation:daricheh-turn 1s linear infinite}
:where(.daricheh-status[data-tone=bad]){color:light-dark(#9b1c1c,#ff9d94)}
:where(.daricheh-status[data-tone=good],.daricheh-draft-status[data-tone=good]){color:light-dark(#0b6b4a,#5fd0a6)}
:where(.daricheh-sign){font:inherit;font-weight:700;padding:.6em 1.2em;border:1px solid transparent;border-radius:.5em;background:#0b6b4a;color:#fff;cursor:pointer}
:where(.daricheh-sign[hidden]){display:none}
:where(.daricheh-receipt){margin-block:1rem;padding:1.25rem 1.5rem;border:1px solid light-dark(#9fd3bd,#2c6b53);border-inline-start:6px solid light-dark(#0b6b4a,#4cc398);border-radius:.75rem;background:light-dark(#f0faf5,#12251d);color:light-dark(#12352a,#e2f4ec)}
:where(.daricheh-receipt) :where(h2){margin:0 0 .5rem;font-size:1.25em}
:where(.daricheh-receipt) :where(dl){display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0 0 .5rem}
:where(.daricheh-receipt) :where(dt){opacity:.8}
:where(.daricheh-receipt) :where(dd){margin:0;font-weight:700}
:where(.daricheh-receipt) :where(p){margin:0}
:where(.daricheh-receipt) :where(p+p){display:flex;flex-wrap:wrap;gap:.5rem;margin-block-start:.75rem}
:where(.daricheh-receipt) :where(button){font:inherit;padding:.4em 1em;border:1px solid currentColor;border-radius:.5em;background:transparent;color:inherit;cursor:pointer}
:where(.daricheh-receipt) :where(button[hidden]){display:none}
:where(.daricheh-draft){margin-block:1rem;padding:1rem 1.25rem;border:1px solid #c9b458;border-radius:.75rem;background:light-dark(#fffaf0,#2b2410);color:light-dark(#3d3410,#f4e9c4)}
:where(.daricheh-draft) :where(p){margin:0 0 .5rem}
:where(.daricheh-draft) :where(button){font:inherit;padding:.4em 1em;border:1px solid currentColor;border-radius:.5em;background:transparent;color:inherit;cursor:pointer}
@keyframes daricheh-turn{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){:where(.daricheh-status,.daricheh-draft-status)::before{animation:none!important}}
`;

/** Adds the kit's look to the page, once. */
export function addStyle(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}
