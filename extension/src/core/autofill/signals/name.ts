import type { Evidence } from '../evidence.ts';
import { readName } from '../read-text.ts';
import type { PageField } from '../snapshot.ts';
import { scaleCoverage } from './label.ts';

const nameWeight = 2.3;
const idWeight = 1.7;
const secondWeight = 0.5;

/** The words of the control's `name` and `id`. Where both say the same, the second adds little: they are usually one word written twice. */
export function readNames(field: PageField): Evidence[] {
  const byName = readOne(field.name, nameWeight);
  // The id of a radio button names one answer, not the question.
  if (field.id === field.name || field.control === 'radio') return byName;
  const byId = readOne(field.id, byName.length > 0 ? secondWeight : idWeight);
  return [...byName, ...byId];
}

function readOne(name: string, weight: number): Evidence[] {
  const reading = readName(name);
  if (reading.concept === undefined) return [];
  return [{ concept: reading.concept, weight: weight * scaleCoverage(reading.coverage), signal: 'name', words: name }];
}
