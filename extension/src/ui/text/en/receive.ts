import type { SectionLike } from '../catalogue.ts';
import type { receive as source } from '../fa/receive.ts';

export const receive: SectionLike<typeof source> = {
  title: ({ count }: { count: number }, f) =>
    f.plural(count, { one: 'A document is ready for you', other: `${f.number(count)} documents are ready for you` }),
  issuer: 'Issuer',
  documents: 'What you receive',
  intro: 'Documents are checked before they are kept, and stay encrypted in this browser.',
  forSigning: 'For the signing certificate your passkey is registered with the issuer. From then on you can sign forms.',
  accept: 'Receive',
  deny: 'No, thanks',
  unregistered: 'This issuer is not on the trust list. No document of theirs is accepted.',
  done: ({ count }: { count: number }, f) =>
    f.plural(count, { one: 'The document is in your wallet', other: `${f.number(count)} documents are in your wallet` }),
  doneHelp: 'You can sign in, fill in forms and sign with them from now on.',
  seeDocuments: 'See my documents',
};
