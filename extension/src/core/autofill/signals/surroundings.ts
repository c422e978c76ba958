import type { Evidence, PageContext } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';
import { listLabels, scaleCoverage } from './label.ts';

/** What stands near a field without being bound to it: the line after it (floating labels follow their input), its description. */
export function readSurroundings(field: PageField, context: PageContext): Evidence[] {
  const after = listLabels(field).length > 0 || isNextLabel(field, context) ? [] : read(field.after, 'after', context);
  return [...after, ...read(field.description, 'description', context)];
}

/** True when the line after the field is the line before the next one, which has no other label: then labels stand before their fields here. */
function isNextLabel(field: PageField, { following }: PageContext): boolean {
  const next = following.get(field);
  if (!next) return false;
  return (
    next.labels.includes(field.after) ||
    (next.before.includes(field.after) && next.labels.length === 0 && next.aria === '' && next.placeholder === '')
  );
}

function read(text: string, kind: 'after' | 'description', context: PageContext): Evidence[] {
  const reading = text === '' ? undefined : context.readText(text);
  if (reading?.concept === undefined || reading.concept === 'other') return [];
  return [{ concept: reading.concept, kind, share: scaleCoverage(reading.coverage), signal: 'surroundings', words: text }];
}
