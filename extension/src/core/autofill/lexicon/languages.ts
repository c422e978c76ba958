import type { SynonymLanguage } from '@daricheh/shared/vocabulary/synonyms';

/** Languages of the lexicon, and `names`: the words of which controls' names and ids are made, whatever the page's language. */
export type LexiconLanguage = SynonymLanguage | 'names';
