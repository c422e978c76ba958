import { hasArabicScript } from '@daricheh/shared/vocabulary';
import type { SynonymLanguage } from '@daricheh/shared/vocabulary/synonyms';
import { getPhraseBook, type LexiconLanguage } from './lexicon/index.ts';
import type { PageSnapshot } from './snapshot.ts';
import { splitWords } from './words.ts';

const latinLanguages = ['tr', 'de', 'fr', 'fi', 'sv', 'cy', 'es', 'it', 'pt', 'pl'] as const satisfies readonly SynonymLanguage[];
const arabicLanguages = ['fa', 'ar', 'ps', 'ckb'] as const satisfies readonly SynonymLanguage[];
/** Labels of one language before it counts as one of the page's, whatever `lang` says: templates often keep lang="en". */
const enoughLabels = 2;

/**
 * The languages in which the page's labels are read, the likeliest first. English always counts. Another one in Latin letters counts when the page
 * says so, or when at least two of its labels are whole phrases of it and not of English; those of the Arabic script by one, Persian always.
 */
export function findLanguages(snapshot: PageSnapshot): LexiconLanguage[] {
  const labels = collectLabels(snapshot);
  const declared = snapshot.lang.toLowerCase().split('-')[0] ?? '';
  const arabic = labels.some(hasArabicScript) ? rankLanguages(arabicLanguages, labels, { declared: 'fa', least: 1 }) : [];
  const latin = rankLanguages(latinLanguages, labels, { declared, least: enoughLabels });
  const others = (['ru', 'hi', 'zh', 'ja'] as const).filter((language) => labels.some((letters) => scripts[language].test(letters)));
  return [...arabic, ...latin, ...others, 'en'];
}

const scripts = {
  ru: /\p{Script=Cyrillic}/u,
  hi: /\p{Script=Devanagari}/u,
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
} as const;

function rankLanguages(
  languages: readonly SynonymLanguage[],
  labels: readonly string[],
  options: { readonly declared: string; readonly least: number },
): SynonymLanguage[] {
  const english = getPhraseBook('en');
  return languages
    .map((language) => {
      const book = getPhraseBook(language);
      const count = labels.filter(
        (letters) => book.get(letters)?.concept !== undefined && english.get(letters)?.concept === undefined,
      ).length;
      return { language, score: count + (language === options.declared ? enoughLabels : 0) };
    })
    .filter(({ score }) => score >= options.least)
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map(({ language }) => language);
}

/** What stands beside the fields, each text once, by its letters alone. */
function collectLabels(snapshot: PageSnapshot): string[] {
  const texts = new Set<string>();
  for (const field of snapshot.fields) {
    const beside = [field.aria, field.cell, field.column, field.placeholder, field.box, field.after];
    const first = [field.before[0], field.headings[0], field.groups[0]];
    for (const text of [...field.labels, ...beside, ...first]) if (text && text.length <= 60) texts.add(text);
  }
  return [...texts].map((text) => splitWords(text).join(''));
}
