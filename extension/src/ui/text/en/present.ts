import type { SectionLike } from '../catalogue.ts';
import type { present as source } from '../fa/present.ts';

export const present: SectionLike<typeof source> = {
  title: ({ agency }: { agency: string }) => `${agency} asks to see these`,
  intro: 'Only what is switched on is shown, and only to this agency.',
  from: ({ document }: { document: string }) => `From ${document}`,
  approve: 'Show these',
  another: 'Use another wallet',
  required: 'Required',
  beyond: 'This agency is not registered to know this. Better leave it off.',
  notRegisteredFor:
    'This agency is on the trust list, but not registered to see this document; everything is off. If you do not know why it asks, refuse.',
  beyondRegistration: 'This agency asks for more than it is registered for; what is beyond that is off.',
  complain: 'To complain:',
  nothingAsked: 'Nothing inside the document is asked for; it only becomes known that you have it.',
  and: ' and ',
  chooseOption: 'Which will you show?',
  chooseDocument: 'More than one of your documents fits. Which one will you show?',
  chooseDocuments: 'More than one of your documents fits. Which ones will you show?',
  optional: ({ documents }: { documents: string }) => `Show ${documents} too`,
  optionalOne: 'one more document',
  optionalHelp: 'Not required: you can go on without it.',
  incomplete: 'Without what you switched off this request cannot be answered.',
  missingTitle: 'This document is not in your wallet',
  missing: ({ documents }: { documents: string }) => `This request needs ${documents}. Get it from its issuer first.`,
  done: 'Shown',
  doneHelp: '“History” keeps what you showed to whom.',
  returning: 'Taking you back to the page…',
  linkable: 'They may know that it is you again',
  copySeen:
    'No copy of this document is left that nobody has seen, so one is shown again. Whoever saw it before, this site or another, can link the two times. If you do not want that, refuse.',
  copyAskedFor:
    'No copy of this document is left that nobody has seen. If you agree, the wallet asks for new ones first; if none comes, one is shown again, and whoever saw it before can link the two times. If you do not want that, refuse.',
  picture: 'Your photo',
};
