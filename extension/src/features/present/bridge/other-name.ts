/**
 * True for a host with a dot at its end: another origin than the same name without it, and no site's that the citizen
 * switches on. The browser's match patterns take both for one (Chromium 156), so our scripts come into it and must leave it alone.
 */
export function isOtherName(hostname: string): boolean {
  return hostname.endsWith('.');
}
