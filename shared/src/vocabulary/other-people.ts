/** Whom a field may ask about where that is not the person who fills the form. */
export const otherPeople = [
  'father',
  'mother',
  'parent',
  'partner',
  'child',
  'relative',
  'guardian',
  'cared-for',
  'contact',
  'referee',
  'professional',
  'employer',
  'someone-else',
  'organization',
] as const;
export type OtherPerson = (typeof otherPeople)[number];
