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
