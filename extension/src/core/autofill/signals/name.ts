import type { Evidence, PageContext } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';
import { scaleCoverage } from './label.ts';

/** The words of the control's `name` and `id`. Where both say the same, the second adds little: they are usually one word written twice. */
export function readNames(field: PageField, context: PageContext): Evidence[] {
  const byName = readOne(field.name, 'name', context);
  // The id of a radio button names one answer, not the question; one that several controls bear names none.
  if (field.id === field.name || field.control === 'radio' || context.sharedIds.has(field.id)) return byName;
  const byId = readOne(field.id, byName.length > 0 ? 'second-id' : 'id', context);
  return [...byName, ...byId];
}

function readOne(name: string, kind: 'name' | 'id' | 'second-id', context: PageContext): Evidence[] {
  const reading = context.readName(name);
  if (reading.concept === undefined) return [];
  return [{ concept: reading.concept, kind, share: scaleCoverage(reading.coverage), signal: 'name', words: name }];
}
