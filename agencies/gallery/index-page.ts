import type { GalleryKind } from './truth.ts';

/** The way in: every page by the kind of its agency, with what is particular about it. */
export function indexPage(kinds: readonly GalleryKind[]): string {
  const sections = kinds.map(
    ({ id, name, pages }) =>
      `<section><h2>${name.fa} <small lang="en" dir="ltr">${name.en}</small></h2><ul>${pages
        .map(
          (page) =>
            `<li><a href="/${id}/${page.id}">${id}/${page.id}</a> <span lang="en" dir="ltr">${page.lang} · ${page.pattern}</span></li>`,
        )
        .join('')}</ul></section>`,
  );
  return `<!doctype html>
<html lang="fa" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>نمایشگاه فرم‌ها</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.7 Vazirmatn, Tahoma, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h2 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
  small, li span { color: GrayText; font-size: .85rem; }
  ul { margin: 0; padding-inline-start: 1.25rem; }
  li span { display: inline-block; margin-inline-start: .5rem; }
</style>
</head>
<body>
<h1>نمایشگاه فرم‌ها</h1>
<p>فرم‌هایی چنان که در سایت‌های اداره‌های گوناگون دیده می‌شود، هر یک به شیوهٔ سازندهٔ خود. هیچ‌یک به جایی نمی‌رسد و چیزی نگه داشته نمی‌شود.</p>
<p lang="en" dir="ltr">Forms as they are met on the sites of many agencies, each made in its own way. None leads anywhere, and nothing is kept.</p>
${sections.join('\n')}
</body>
</html>`;
}
