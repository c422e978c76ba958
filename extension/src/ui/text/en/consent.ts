import type { SectionLike } from '../catalogue.ts';
import type { consent as source } from '../fa/consent.ts';

export const consent: SectionLike<typeof source> = {
  asker: 'Who is asking',
  registered: 'Registered',
  registeredHelp: 'The trust list has this address under this agency’s name.',
  unknown: 'Not registered',
  unknownHelp: 'This address is not on the trust list. If you do not know it, refuse.',
  lookAlike: ({ agency }: { agency: string }) => `This site is not ${agency}`,
  lookAlikeHelp: 'Its address looks like the agency’s but is not on the trust list. Daricheh gives it nothing.',
  address: 'Address',
  officialAddress: 'Real address',
  purpose: 'What for',
  deny: 'Refuse',
  working: 'Working…',
  passkeyHint: 'You confirm with your passkey.',
  goneTitle: 'That page is gone',
  goneHelp: 'The page that asked was closed or went elsewhere. Nothing was sent.',
  timedOutTitle: 'This question has timed out',
  timedOutHelp: 'Nothing was sent. If you still want to, start again on the page.',
  overTitle: 'This question is closed',
  overHelp: 'Go back to the page and start again.',
  refusedTitle: 'Daricheh did not accept this request',
  nothingSent: 'Nothing was sent.',
  loadingRequest: 'Checking the request…',
};
