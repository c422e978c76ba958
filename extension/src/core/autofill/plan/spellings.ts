import { toLatinDigits } from '@daricheh/shared/vocabulary';
import type { PageField } from '../snapshot.ts';

/** Signs that stand for one character each in an example such as `XXX-XXXXXX-X` or `____ ____`. */
const slot = /[0-9xX#_*]/;
/** Signs that an example puts between groups. */
const separator = /[\s\-–./()]/;

/**
 * The texts, and each also as the field's example or pattern parts it into groups (`123-456789-0`). Only what the page itself shows is imitated; where an
 * example parts the signs by more than spaces, that spelling comes first.
 */
export function listSpellings(texts: readonly string[], field: PageField): string[] {
  const shapes = [toLatinDigits(field.placeholder), readPatternGroups(field.pattern)].filter((shape) => shape !== '');
  const parted = shapes.flatMap((shape) => texts.flatMap((text) => fillSlots(shape, text) ?? []));
  // Spaces are there for the eye: a value with none reads the same.
  const isSpaced = (text: string) => /\s/.test(text);
  return [...new Set([...parted.filter((text) => !isSpaced(text)), ...texts, ...parted.filter(isSpaced)])];
}

/** The text's signs in the example's places; undefined where their numbers differ, or nothing parts them. */
function fillSlots(shape: string, text: string): string | undefined {
  const signs = [...text].filter((sign) => !separator.test(sign));
  let next = 0;
  let written = '';
  for (const sign of shape.trim()) {
    if (separator.test(sign)) written += sign;
    else if (slot.test(sign) || sign === signs[next]) written += signs[next++] ?? '\0';
    else return undefined;
  }
  return next === signs.length && !written.includes('\0') && separator.test(written) ? written : undefined;
}

/** `\d{5}-\d{5}` as `#####-#####`; empty for any other pattern. */
function readPatternGroups(pattern: string): string {
  const shape = pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\\d|\[0-9\]|\[۰-۹\]|\[0-9۰-۹\]/g, '#')
    .replace(/#\{(\d{1,2})\}/g, (_all, count: string) => '#'.repeat(Number(count)))
    .replace(/\\([-./])/g, '$1');
  return /^[#\-./ ]+$/.test(shape) ? shape : '';
}
