import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AppEnv } from '../app-env.ts';

/** The cookies that this server sets: a citizen's session, a caseworker's, the browser that a request was made for, and the language of pages. */
export type CookieName = 'daricheh_session' | 'daricheh_caseworker' | 'daricheh_browser' | 'daricheh_language';

/** The cookie's value; undefined when the browser sent none. */
export function readCookie(context: Context<AppEnv>, name: CookieName): string | undefined {
  return getCookie(context, fullName(context, name));
}

/** Sets a cookie that scripts cannot read and that other sites' posts do not carry. On https it is bound to this very host. */
export function writeCookie(context: Context<AppEnv>, name: CookieName, value: string): void {
  setCookie(context, fullName(context, name), value, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(context) });
}

/** Makes the browser forget the cookie. */
export function clearCookie(context: Context<AppEnv>, name: CookieName): void {
  setCookie(context, fullName(context, name), '', { httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(context), maxAge: 0 });
}

function fullName(context: Context<AppEnv>, name: CookieName): string {
  return isHttps(context) ? `__Host-${name}` : name;
}

function isHttps(context: Context<AppEnv>): boolean {
  return context.get('agency').origin.startsWith('https:');
}
