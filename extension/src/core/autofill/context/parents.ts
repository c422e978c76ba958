import type { Draft } from '../draft.ts';
import { splitWords } from '../words.ts';
import type { Drafts } from './neighbours.ts';

/** The fields that ask whose child the applicant is. */
export function settleParents(drafts: Drafts): void {
  settleChildOf(drafts);
  settleSecondParentNames(drafts);
}

/** «نام و نشان … فرزند …» on one line, as identity cards have it: child of whom, which is the father. */
function settleChildOf({ list }: Drafts): void {
  for (const [place, draft] of list.entries()) {
    const before = list[place - 1];
    const isAfterName = before?.person === undefined && (before?.concept === 'name' || before?.concept === 'family-name');
    if (!isAfterName || draft.field.control !== 'text' || !isChildOf(draft)) continue;
    draft.concept = 'father-name';
    draft.person = undefined;
    draft.context = 'person-section';
  }
}

const childOf: ReadonlySet<string> = new Set(['فرزند', 'ولد', 'ابن']);

function isChildOf({ field }: Draft): boolean {
  const [label = ''] = [...field.labels, field.aria, field.cell, field.placeholder, field.before[0] ?? ''].filter((text) => text !== '');
  return childOf.has(splitWords(label).join(' '));
}

/** A form asks for the applicant's father once; the next father is somebody else's. */
function settleSecondParentNames({ list }: Drafts): void {
  for (const concept of ['father-name', 'mother-name'] as const) {
    const asked = list.filter((draft) => draft.concept === concept && draft.person === undefined && draft.field.state === 'visible');
    for (const draft of asked.slice(1)) draft.person = 'relative';
  }
}
