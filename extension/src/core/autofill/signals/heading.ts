import type { Evidence, PageContext } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';
import { scaleCoverage } from './label.ts';

const captionWeight = 1.6;
const headingWeight = 1.3;
const fewFields = 4;

/** The caption of the fieldset and the heading above: the only label where a page asks one question at a time, else a faint hint. */
export function readHeading(field: PageField, context: PageContext): Evidence[] {
  if (field.labels.some((label) => label.length > 2)) return [];
  const caption = read(field.groups[0], captionWeight, context);
  return caption.length > 0 || context.snapshot.fields.length > fewFields ? caption : read(field.headings[0], headingWeight, context);
}

function read(text: string | undefined, weight: number, context: PageContext): Evidence[] {
  const reading = text ? context.readText(text) : undefined;
  if (reading?.concept === undefined || reading.concept === 'other' || reading.coverage < 0.4) return [];
  return [{ concept: reading.concept, weight: weight * scaleCoverage(reading.coverage), signal: 'heading', words: text ?? '' }];
}
