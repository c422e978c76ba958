import type { SectionLike } from '../catalogue.ts';
import type { facts as source } from '../fa/facts.ts';

export const facts: SectionLike<typeof source> = {
  title: 'My facts',
  intro:
    'What no agency has certified and you state yourself, such as your IBAN or occupation. Write it once; forms are filled from it everywhere, marked as stated by you.',
  emptyTitle: 'Nothing stated yet',
  emptyHelp: 'Begin with your IBAN or occupation.',
  add: 'Add',
  addTitle: 'Add a fact',
  editTitle: ({ label }: { label: string }) => `Edit ${label}`,
  what: 'What',
  choose: 'Choose',
  value: 'Value',
  dateHelp: 'For example 1985-09-27',
  edit: 'Edit',
  remove: 'Remove',
  removed: ({ label }: { label: string }) => `${label} was removed.`,
  undo: 'Undo',
  declared: 'Stated by you',
  declaredAt: ({ atMs }: { atMs: number }, f) => `Written ${f.date(atMs)}`,
  alsoIssued: 'A document certifies this too; forms use that.',
  groupIssued: 'Also on documents',
  groupPerson: 'Yourself',
  groupBirth: 'Birth',
  groupFamily: 'Family',
  groupAddress: 'Address',
  groupContact: 'Contact',
  groupDocuments: 'Papers',
  groupWork: 'Work',
  groupMoney: 'Bank',
  groupVehicle: 'Vehicle',
};
