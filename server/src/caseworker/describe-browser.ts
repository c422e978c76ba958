/** The first that a `User-Agent` names is what it is: others name Chrome and Safari too. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['CrOS', 'ChromeOS'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** Browser and system in two words, by which a person knows a session again; empty when the browser does not say. */
export function describeBrowser(userAgent: string): string {
  const names = [browsers, systems].map((known) => known.find(([mark]) => userAgent.includes(mark))?.[1]);
  return names.filter((name) => name !== undefined).join(', ');
}
