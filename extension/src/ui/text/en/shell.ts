import type { SectionLike } from '../catalogue.ts';
import type { shell as source } from '../fa/shell.ts';

export const shell: SectionLike<typeof source> = {
  tagline: 'Your documents, in your hands',
  documents: 'Documents',
  facts: 'My facts',
  cases: 'Cases',
  services: 'Services',
  history: 'History',
  settings: 'Settings',
  sections: 'Sections of Daricheh',
  lockNow: 'Lock now',
  otherLanguage: 'فارسی',
  skip: 'Skip to content',
};
