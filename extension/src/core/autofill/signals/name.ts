import type { Evidence, PageContext } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';
import { scaleCoverage } from './label.ts';

const nameWeight = 2.3;
const idWeight = 1.7;
const secondWeight = 0.5;

/** The words of the control's `name` and `id`. Where both say the same, the second adds little: they are usually one word written twice. */
export function readNames(field: PageField, context: PageContext): Evidence[] {
  const byName = readOne(field.name, nameWeight, context);
  // The id of a radio button names one answer, not the question; one that several controls bear names none.
  if (field.id === field.name || field.control === 'radio' || context.sharedIds.has(field.id)) return byName;
  const byId = readOne(field.id, byName.length > 0 ? secondWeight : idWeight, context);
  return [...byName, ...byId];
}

function readOne(name: string, weight: number, context: PageContext): Evidence[] {
  const reading = context.readName(name);
  if (reading.concept === undefined) return [];
  return [{ concept: reading.concept, weight: weight * scaleCoverage(reading.coverage), signal: 'name', words: name }];
}
