import { ar } from './ar.ts';
import { ckb } from './ckb.ts';
import { cy } from './cy.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { pl } from './pl.ts';
import { ps } from './ps.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import type { Synonyms } from './synonyms.ts';
import { tr } from './tr.ts';
import { zh } from './zh.ts';

export type { Synonyms } from './synonyms.ts';

/** How forms ask for each datum, by language (ISO 639). Persian and English are meant to be complete, the others hold the common questions. */
export const synonyms = { fa, en, ar, tr, de, fr, fi, sv, cy, es, it, pt, ru, pl, ps, ckb, hi, zh, ja } as const satisfies Record<
  string,
  Synonyms
>;

export type SynonymLanguage = keyof typeof synonyms;
