import { type FieldGroup, getField } from '@daricheh/shared/vocabulary';
import { type Concept, isDatePart, isRefused } from '../concept.ts';

/** Concepts that forms ask in the same way, so that one weight can be learned for all of them. */
export type Family = FieldGroup | 'login' | 'card' | 'captcha' | 'date-part' | 'date' | 'choice' | 'other';

/** The family of a concept: by what it is (a date, a choice), else by where it stands among the citizen's data. */
export function findFamily(concept: Concept): Family {
  if (concept === 'other') return 'other';
  if (isDatePart(concept)) return 'date-part';
  if (isRefused(concept)) return concept === 'captcha' ? 'captcha' : concept.startsWith('cc-') ? 'card' : 'login';
  const { kind, group } = getField(concept);
  if (kind === 'date') return 'date';
  return kind === 'choice' || kind === 'country' ? 'choice' : group;
}
