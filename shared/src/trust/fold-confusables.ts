/**
 * Letters that are drawn alike, each row led by the letter that stands for it. Only what occurs in host names: Latin,
 * Cyrillic, Greek and Armenian against ASCII, and the Arabic letters against the Persian ones.
 * @see Unicode Technical Standard 39, section 4 (a small part of its data)
 */
const rows = [
  'aаɑαạ',
  'bЬвьƅ',
  'cсϲ',
  'dԁɗ',
  'eеҽєε',
  'fғƒ',
  'gɡցǥ',
  'hһհ',
  'jјϳ',
  'kкκ',
  'l1iіıӏɩιí|',
  'mм',
  'nпոηռ',
  'o0оοօσ٥۵ο',
  'pрρ',
  'qԛգ',
  'rгг',
  'sѕꜱ',
  'tтτ',
  'uυսʋцμ',
  'vѵνט',
  'wԝшщωա',
  'xхχ',
  'yуүγу',
  'zᴢʐ',
  'یيىئ',
  'کك',
  'هةۀ',
  'اأإآ',
  'وؤ',
] as const;

const leaders = new Map<string, string>();
for (const row of rows) {
  const [leader = '', ...others] = [...row];
  for (const letter of others) leaders.set(letter, leader);
}

/**
 * One text for all that look alike: compatibility forms, accents, invisible characters and case are dropped, letters
 * drawn alike become one, and so do `rn`/`m`, `vv`/`w`, `cl`/`d`. Two texts with the same fold may be taken for each other.
 */
export function foldConfusables(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '');
  const folded = [...plain].map((letter) => leaders.get(letter) ?? letter).join('');
  return folded.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}
