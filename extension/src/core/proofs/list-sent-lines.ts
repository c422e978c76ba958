import { localProofLimits, type SentLine } from '@daricheh/shared/local-proof';
import { classifyPage } from '../autofill/classify.ts';
import { describeField } from '../autofill/plan/field-texts.ts';
import type { PageField } from '../autofill/snapshot.ts';
import type { SentForm } from './sent-form.ts';

/**
 * What of a sent form goes into a record, in the page's order and words: what a person saw. Hidden inputs are left out, and what the classifier takes for a
 * login, a card or a captcha, whatever our script in the page thought of it.
 */
export function listSentLines({ snapshot, values, files }: SentForm): SentLine[] {
  const texts = new Map(values.map(({ handle, value }) => [handle, value]));
  const guesses = classifyPage(snapshot);
  const lines = snapshot.fields.flatMap((field, place): SentLine[] => {
    const value = texts.get(field.handle);
    if (value === undefined || !isSeen(field) || guesses[place]?.verdict.kind === 'refused') return [];
    return [{ label: nameField(field), value }];
  });
  const chosen = files.map(({ label, name }): SentLine => ({ label, value: name }));
  return [...lines, ...chosen].slice(0, localProofLimits.lines);
}

/** A control that is locked is sent too, and was seen; one that is disabled is not sent. */
function isSeen({ state }: PageField): boolean {
  return state === 'visible' || state === 'read-only';
}

/** The words beside it; where there are none, its name in the page's code. */
function nameField(field: PageField): string {
  return describeField(field) || field.name || field.id;
}
