import type { Concept } from './concept.ts';
import type { LexiconLanguage } from './lexicon/index.ts';
import type { EvidenceKind } from './model/evidence-kinds.ts';
import type { Reading } from './read-text.ts';
import type { PageField, PageSnapshot } from './snapshot.ts';

/** The kinds of evidence, one file each under `signals/`. */
export type Signal = 'autocomplete' | 'label' | 'name' | 'placeholder' | 'type' | 'options' | 'surroundings' | 'heading' | 'length';

/**
 * One reason to take a field for something: who says it, in which words, of which kind it is, and how much of what was said speaks for it (1: all of it). Its
 * kind and the concept's family say what it weighs (`model/weigh.ts`).
 */
export type Evidence = {
  readonly concept: Concept;
  readonly kind: EvidenceKind;
  readonly share: number;
  readonly signal: Signal;
  readonly words: string;
};

/** What every signal may look at. */
export type PageContext = {
  readonly snapshot: PageSnapshot;
  /** The field that follows each but the last, in reading order. */
  readonly following: ReadonlyMap<PageField, PageField>;
  readonly languages: readonly LexiconLanguage[];
  /** Reads a label, heading or placeholder in the page's languages; each text once. */
  readonly readText: (text: string) => Reading;
  /** Ids that several controls bear: they name none of them. */
  readonly sharedIds: ReadonlySet<string>;
  /** Reads a control's name or id; each once. */
  readonly readName: (name: string) => Reading;
};

export type SignalReader = (field: PageField, context: PageContext) => readonly Evidence[];
