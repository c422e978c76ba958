import type { Concept } from '../concept.ts';
import type { Drafts } from './neighbours.ts';

/** Whom to call is asked of nearly everybody, and is a fact of the citizen's own: who, how, and how they are related. */
const facts: Readonly<Partial<Record<Concept, Concept>>> = {
  name: 'emergency-contact-name',
  tel: 'emergency-contact-tel',
  'tel-home': 'emergency-contact-tel',
  relation: 'emergency-contact-relation',
};

/** In a section about the person to call in an emergency, name, number and relationship are those that the citizen may have declared; anything else stays another person's. */
export function settleEmergencyContact({ list }: Drafts): void {
  const asked = new Set(list.flatMap(({ concept, person }) => (person === undefined && concept !== undefined ? [concept] : [])));
  for (const draft of list) {
    const fact = draft.person === 'contact' && draft.concept !== undefined ? facts[draft.concept] : undefined;
    // A second number or a second contact is somebody else again.
    if (fact === undefined || asked.has(fact)) continue;
    asked.add(fact);
    draft.concept = fact;
    draft.person = undefined;
    draft.context = 'person-section';
  }
}
