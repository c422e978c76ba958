import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Language } from '../caseworker/text.ts';
import { readCookie, writeCookie } from './cookies.ts';

/** What the address asks for, else what was asked before, else what the browser prefers; Persian first. */
export function chooseLanguage(context: Context<AppEnv>): Language {
  const asked = context.req.query('lang');
  if (asked === 'fa' || asked === 'en') {
    writeCookie(context, 'daricheh_language', asked);
    return asked;
  }
  const before = readCookie(context, 'daricheh_language');
  if (before === 'fa' || before === 'en') return before;
  return /^en\b/.test(context.req.header('accept-language') ?? '') ? 'en' : 'fa';
}
