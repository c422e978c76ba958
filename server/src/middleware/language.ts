import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Language } from '../caseworker/text.ts';
import { readCookie, writeCookie } from './cookies.ts';

/** What the address asks for, else what was asked before, else what the browser prefers; Persian first. */
export function chooseLanguage(context: Context<AppEnv>): Language {
  const asked = readAskedLanguage(context);
  if (asked !== undefined) {
    writeCookie(context, 'daricheh_language', asked);
    return asked;
  }
  const before = readCookie(context, 'daricheh_language');
  if (before === 'fa' || before === 'en') return before;
  return /^en\b/.test(context.req.header('accept-language') ?? '') ? 'en' : 'fa';
}

/** The language that the address asks for (`?lang=en`); undefined where it asks for none that we speak. */
export function readAskedLanguage(context: Context<AppEnv>): Language | undefined {
  const asked = context.req.query('lang');
  return asked === 'fa' || asked === 'en' ? asked : undefined;
}
