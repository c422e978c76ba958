import type { DatePart } from '../concept.ts';
import type { LexiconLanguage } from './languages.ts';

/** The words for parts of a date, and the placeholders that stand for them. */
export const dateWords: Readonly<Partial<Record<LexiconLanguage, Readonly<Record<DatePart, string>>>>> = {
  en: { day: 'day|dd', month: 'month|mm|mon', year: 'year|yyyy|yy' },
  fa: { day: 'روز', month: 'ماه', year: 'سال|سنه' },
  ar: { day: 'اليوم|يوم', month: 'الشهر|شهر', year: 'السنة|سنة|العام' },
  tr: { day: 'gun|gg', month: 'ay|aa', year: 'yil|yyyy' },
  de: { day: 'tag|tt', month: 'monat|mm', year: 'jahr|jjjj' },
  fr: { day: 'jour|jj', month: 'mois|mm', year: 'annee|aaaa' },
  fi: { day: 'paiva|pv|pp', month: 'kuukausi|kk', year: 'vuosi|vvvv' },
  sv: { day: 'dag', month: 'manad', year: 'ar' },
  cy: { day: 'diwrnod|dydd', month: 'mis', year: 'blwyddyn' },
  es: { day: 'dia', month: 'mes', year: 'ano|aaaa' },
  it: { day: 'giorno|gg', month: 'mese', year: 'anno|aaaa' },
  pt: { day: 'dia', month: 'mes', year: 'ano|aaaa' },
  ru: { day: 'день', month: 'месяц', year: 'год' },
  pl: { day: 'dzien', month: 'miesiac', year: 'rok' },
  zh: { day: '日', month: '月', year: '年' },
  ja: { day: '日', month: '月', year: '年' },
  names: { day: 'day|dd|rooz|ruz|gun', month: 'month|mm|mah', year: 'year|yyyy|yy|sal|yil' },
};
