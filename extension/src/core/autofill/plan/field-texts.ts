import { foldForMatching, hasArabicScript } from '@daricheh/shared/vocabulary';
import { listLabels } from '../signals/label.ts';
import type { PageField } from '../snapshot.ts';

/** Everything that is written at a field for its reader, as given. */
export function readHints(field: PageField): string {
  return [
    ...listLabels(field),
    field.placeholder,
    field.title,
    field.description,
    field.box,
    ...field.groups.slice(0, 1),
    field.after,
  ].join(' \n ');
}

/** The name that the page gives the field: its label without stars and colons. */
export function describeField(field: PageField): string {
  const [label] = listLabels(field);
  return (label ?? (field.placeholder || field.title || field.groups[0] || ''))
    .replace(/[*:：]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 90);
}

/** Which letters the field asks for: what it says, else those that it is labelled in. */
export function findScript(field: PageField): 'persian' | 'latin' {
  const hints = foldForMatching(readHints(field));
  if (/(persian|farsi|فارسی)/.test(hints) && !/(latin|english|لاتین|انگلیسی)/.test(hints)) return 'persian';
  if (/(latin|english|لاتین|انگلیسی|as (it appears )?(in|on) (your|the) passport|مطابق گذرنامه|مطابق پاسپورت)/.test(hints)) return 'latin';
  if (/^\^?\[(a-zA-Z|A-Za-z|A-Z)/.test(field.pattern)) return 'latin';
  return hasArabicScript(hints) ? 'persian' : 'latin';
}

/** Whether the digits shown as an example are Persian. Elsewhere digits are Latin: the forms that refuse those are the fewest. */
export function wantsPersianDigits(field: PageField): boolean {
  return /[\u06F0-\u06F9]/.test(field.placeholder) && !/[0-9]/.test(field.placeholder);
}
