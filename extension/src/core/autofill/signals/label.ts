import type { Evidence, PageContext } from '../evidence.ts';
import type { Reading } from '../read-text.ts';
import type { PageField } from '../snapshot.ts';

const wholeLabel = 0.7;
/** A known other question is believed even in a long label: its phrases are chosen to mean nothing else. */
const leastOther = 0.7;

/**
 * The field's label, by the strongest association that has one: label elements, ARIA, the table cell before, the column's header, a caption around radio
 * buttons, the text of its own box, the line before it. A label of unknown words speaks against all data.
 */
export function readLabel(field: PageField, context: PageContext): Evidence[] {
  const { reading, text } = readMainLabel(field, context);
  if (text === '') return [];
  if (reading.concept === undefined)
    return reading.rest === '' ? [] : [{ concept: 'other', kind: nameStranger(reading), share: 1, signal: 'label', words: text }];
  const share = reading.concept === 'other' ? Math.max(scaleCoverage(reading.coverage), leastOther) : scaleCoverage(reading.coverage);
  const evidence: Evidence = { concept: reading.concept, kind: 'label', share, signal: 'label', words: text };
  const doubt: Evidence = { concept: 'other', kind: 'label-rest', share: 1 - reading.coverage, signal: 'label', words: text };
  return reading.coverage < 0.5 ? [evidence, doubt] : [evidence];
}

/** Several words of a language that is read here, none of which asks for a datum, weigh more than one word that may be of any language. */
function nameStranger({ rest, hasFiller }: Reading): 'label-foreign' | 'label-unknown' {
  return hasFiller && rest.includes(' ') ? 'label-foreign' : 'label-unknown';
}

/** A phrase that is most of what the text says counts in full; one that is less than half of it is worth less than half. */
export function scaleCoverage(coverage: number): number {
  return coverage >= 0.7 ? 0.9 + (coverage - 0.7) / 3 : 1.08 * coverage ** 1.3 + 0.2 * coverage ** 2;
}

/** The text that labels the field, and how it reads; the first association whose text names something wins over those that only have words. */
export function readMainLabel(field: PageField, context: PageContext): { readonly text: string; readonly reading: Reading } {
  const readings = listLabels(field).map((text) => ({ text, reading: readLabelText(text, context) }));
  const readable = readings.find(({ reading }) => reading.concept !== undefined && reading.coverage >= 0.4);
  return (
    readable ?? readings.find(({ reading }) => reading.concept !== undefined) ?? readings[0] ?? { text: '', reading: context.readText('') }
  );
}

/** What stands in brackets (with area code; optional) adds to a label that says enough without it. */
function readLabelText(text: string, context: PageContext): Reading {
  const bare = text.replace(/\([^()]*\)/g, ' ');
  const reading = bare === text ? undefined : context.readText(bare);
  return reading?.concept !== undefined && reading.coverage >= wholeLabel ? reading : context.readText(text);
}

/** The texts that may label a field, the likeliest first. */
export function listLabels(field: PageField): string[] {
  const bound = [...field.labels, field.aria].filter((text) => text !== '');
  const table = [field.cell, field.column].filter((text) => text !== '');
  const asked = field.control === 'radio' ? field.groups.slice(0, 1) : [];
  if (bound.length > 0) return [...bound, ...table, ...asked];
  if (table.length > 0) return [...table, ...asked];
  if (asked.length > 0) return asked;
  const around = field.control === 'radio' ? (field.before[0] ?? '') : field.box;
  return [around, field.before[0] ?? '', field.before[1] ?? ''].filter((text) => text !== '').slice(0, 2);
}
