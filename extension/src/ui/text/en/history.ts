import type { SectionLike } from '../catalogue.ts';
import type { history as source } from '../fa/history.ts';

export const history: SectionLike<typeof source> = {
  title: 'History',
  intro:
    'Every time something left your wallet: to whom, what, when and why. The values themselves are not kept here, but for the names of whom you signed for.',
  emptyTitle: 'Nothing has left your wallet yet',
  emptyHelp: 'When you sign in to a site, fill in a form or sign, it is written here.',
  presentation: 'Shown',
  fill: 'Form filled',
  submission: 'Signed and sent',
  kind: 'How',
  receiver: 'To whom',
  datum: 'What',
  all: 'All',
  none: 'Nothing matches this choice.',
  unregistered: 'Not registered',
  noPurpose: 'No reason given',
  why: 'Why',
  what: 'What',
  from: 'From',
  said: 'your own word',
  saidOn: ({ atMs }, f) => `your own word of ${f.date(atMs)}`,
  issued: ({ document, issuer, atMs }, f) => `${document} (${issuer}, ${f.date(atMs)})`,
  unknownOutcome: 'No answer came; it may have arrived.',
  case: ({ number }: { number: string }) => `Case ${number}`,
  export: 'Save to a file',
  count: ({ count }: { count: number }, f) => f.plural(count, { one: '1 item', other: `${f.number(count)} items` }),
};
