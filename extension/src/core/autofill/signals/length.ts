import { getFieldShape } from '@daricheh/shared/vocabulary';
import { type Concept, isDatum } from '../concept.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceKind } from '../model/evidence-kinds.ts';
import type { PageField } from '../snapshot.ts';

/** Lengths up to here are chosen for one datum; longer ones are a database's habit. */
const longestExact = 34;
const anything = 40;

/** What the length and the pattern of a text box say of each concept that something else speaks for. */
export function readLength(field: PageField, concepts: Iterable<Concept>): Evidence[] {
  if (field.control !== 'text' || (field.maxLength <= 0 && field.pattern === '')) return [];
  return [...new Set(concepts)].flatMap((concept) => {
    const kind = isDatum(concept) ? judgeLength(field, getFieldShape(concept)) : undefined;
    return kind === undefined ? [] : [{ concept, kind, share: 1, signal: 'length', words: describe(field) }];
  });
}

function judgeLength({ maxLength, pattern }: PageField, shape: ReturnType<typeof getFieldShape>): EvidenceKind | undefined {
  if (maxLength > 0 && maxLength < shape.least) return 'length-short';
  if (maxLength > 0 && maxLength <= longestExact && maxLength === shape.most) return 'length-fits';
  const [, count] = /(?:\\d|\[0-9\])\{(\d{1,3})\}\$?$/.exec(pattern.slice(0, anything)) ?? [];
  return count !== undefined && shape.signs === 'digits' && Number(count) === shape.most ? 'pattern-fits' : undefined;
}

function describe({ maxLength, pattern }: PageField): string {
  return maxLength > 0 ? `maxlength=${maxLength}` : `pattern=${pattern.slice(0, anything)}`;
}
