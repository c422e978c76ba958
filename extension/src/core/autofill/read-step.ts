import type { Classified } from './classify.ts';
import type { Concept } from './concept.ts';
import { type EarlierStep, isPersonal } from './context/earlier-step.ts';
import type { Person } from './lexicon/index.ts';
import type { PageSnapshot } from './snapshot.ts';

/** People about whom a form asks over several steps. */
const stepPeople: ReadonlySet<Person> = new Set<Person>(['father', 'mother', 'partner', 'child', 'relative', 'cared-for']);
/** A step that asks one of these tells whom it is about. */
const introductions: ReadonlySet<Concept> = new Set<Concept>(['name', 'given-name', 'family-name', 'national-id']);

/**
 * What a step leaves for the steps after it: the one person about whom it asks a name or a number, where it asks nothing personal of the applicant. A step that
 * took `earlier` over, or asks nothing personal of anybody, leaves that; any other leaves nothing.
 */
export function readStep(
  { fields }: PageSnapshot,
  answers: readonly Classified[],
  earlier: EarlierStep | undefined,
): EarlierStep | undefined {
  const seen = answers.filter((_, place) => fields[place]?.state === 'visible');
  if (seen.some(({ reason }) => reason.context === 'earlier-step')) return earlier;
  const others = seen.flatMap(({ verdict }) => (verdict.kind === 'other-person' ? [verdict] : []));
  const isOwn = seen.some(({ verdict }) => verdict.kind === 'datum' && isPersonal(verdict.datum));
  if (others.length === 0 && !isOwn) return earlier;
  const [person, ...more] = new Set(others.map((verdict) => verdict.person));
  if (isOwn || person === undefined || more.length > 0 || !stepPeople.has(person)) return undefined;
  const asked = new Set<Concept>(others.map(({ datum }) => datum));
  return [...asked].some((concept) => introductions.has(concept)) ? { person, asked } : undefined;
}
