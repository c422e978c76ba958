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
  signIn: ({ issuer }: { issuer: string }) => `Sign in at ${issuer}`,
  signInHelp: 'The issuer’s site opens in a new tab, where you show who you are. Then this window goes on.',
  signingIn: 'Sign in in the new tab. This window waits for you.',
  signInAgain: 'Open the sign-in page again',
  signedIn: 'You are signed in. You can receive the documents now.',
  txCode: 'Delivery code',
  txCodeHelp: ({ length }: { length: number | null }, f) =>
    length === null
      ? 'The code that the issuer gave you apart from this link.'
      : `The code of ${f.number(length)} characters that the issuer gave you apart from this link.`,
  txCodeIssuer: 'The issuer says:',
  wrongCode: ({ left }: { left: number | null }, f) =>
    left === null
      ? 'This is not the right code. Copy it again from what the issuer gave you.'
      : f.plural(left, {
          one: 'This is not the right code. You have one more try; after that the link no longer works.',
          other: `This is not the right code. You have ${f.number(left)} more tries; after that the link no longer works.`,
        }),
  codeLocked:
    'This link no longer works: the code was wrong too often, or its time is over. Nothing is lost. Get a new link and code from the issuer’s site or counter.',
  done: ({ count }: { count: number }, f) =>
    f.plural(count, { one: 'The document is in your wallet', other: `${f.number(count)} documents are in your wallet` }),
  doneHelp: ({ count }: { count: number }) => `From now on you can show ${count === 1 ? 'it' : 'them'} wherever you are asked, and agree.`,
  seeDocuments: 'See my documents',
};
