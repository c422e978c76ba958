import type { Evidence, PageContext } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';
import { scaleCoverage } from './label.ts';

const fewFields = 4;

/** The caption of the fieldset and the heading above: the only label where a page asks one question at a time, else a faint hint. */
export function readHeading(field: PageField, context: PageContext): Evidence[] {
  if (field.labels.some((label) => label.length > 2)) return [];
  const caption = read(field.groups[0], 'caption', context);
  return caption.length > 0 || context.snapshot.fields.length > fewFields ? caption : read(field.headings[0], 'heading', context);
}

function read(text: string | undefined, kind: 'caption' | 'heading', context: PageContext): Evidence[] {
  const reading = text ? context.readText(text) : undefined;
  if (reading?.concept === undefined || reading.concept === 'other' || reading.coverage < 0.4) return [];
  return [{ concept: reading.concept, kind, share: scaleCoverage(reading.coverage), signal: 'heading', words: text ?? '' }];
}
