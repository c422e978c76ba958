import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export type Language = 'fa' | 'en';

/** The visitor's language: what the address says (`?lang=en`), remembered in a cookie; otherwise Persian. */
export function readLanguage(context: Context): Language {
  const asked = context.req.query('lang');
  if (asked === 'fa' || asked === 'en') {
    setCookie(context, 'lang', asked, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 });
    return asked;
  }
  return getCookie(context, 'lang') === 'en' ? 'en' : 'fa';
}

/** The address of this page as a path, with all that it asks for but the language. */
export function readPath(context: Context): string {
  const kept = new URLSearchParams(context.req.query());
  kept.delete('lang');
  return kept.size === 0 ? context.req.path : `${context.req.path}?${kept}`;
}

/** That page in this language, with all else that its address asks for: whoever was sent here by a wallet still is. */
export function linkToLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}
