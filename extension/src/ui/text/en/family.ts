import type { SectionLike } from '../catalogue.ts';
import type { family as source } from '../fa/family.ts';

export const family: SectionLike<typeof source> = {
  title: 'Family',
  intro:
    'Forms sometimes ask about a father, mother, spouse or child. What you write here is your own word, and no agency has certified it. It stays on this device, encrypted, until you fill a form with it.',
  emptyTitle: 'Nobody added yet',
  emptyHelp: 'Write each person once; Daricheh fills the fields of a form that ask about them.',
  add: 'Add a family member',
  addTitle: 'Add a family member',
  editTitle: ({ name }: { name: string }) => `Edit ${name}`,
  relation: 'Who they are to you',
  father: 'Father',
  mother: 'Mother',
  partner: 'Spouse or partner',
  child: 'Child',
  onlyName: 'Only the given name is needed; write the rest whenever you like.',
  edit: 'Edit',
  editOf: ({ name }: { name: string }) => `Edit ${name}`,
  remove: 'Remove',
  removeOf: ({ name }: { name: string }) => `Remove ${name}`,
  removed: ({ name }: { name: string }) => `${name} was removed.`,
  undo: 'Undo',
  uncertified: 'Stated by you, not certified',
  notSaid: 'Not stated',
  whichChild: 'For which child?',
  whichPartner: 'For which spouse or partner?',
  datumOf: ({ datum, relation }: { datum: string; relation: string }) => `${datum} (${relation})`,
};
