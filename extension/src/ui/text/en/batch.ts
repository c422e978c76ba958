import type { SectionLike } from '../catalogue.ts';
import type { batch as source } from '../fa/batch.ts';

export const batch: SectionLike<typeof source> = {
  title: 'Waiting to be signed',
  intro: 'You have reviewed these, and they are neither signed nor sent. One confirmation can sign them all.',
  keptAt: ({ atMs }, f) => `Reviewed: ${f.time(atMs)}`,
  signAll: ({ count }, f) => (count === 1 ? 'Sign' : `Sign all (${f.number(count)})`),
  show: 'Show text',
  hide: 'Hide text',
  change: 'Fill in again',
  discard: 'Remove',
  discardHelp: 'This form is not signed. If you remove it, you will have to fill it in on the site again.',
  discardYes: 'Yes, remove',
  discardNo: 'No, keep it',
  keep: 'Later, with other forms',
  keptTitle: 'It waits to be signed',
  keptInfo: 'The form stays in Daricheh exactly as you saw it, and nothing was sent. Sign it whenever you like, under Cases.',
  windowTitle: 'Sign several forms together',
  windowIntro: 'Read each form, and untick what you do not want. You confirm once, and each agency gets its own form alone.',
  withdrawalTitle: 'Withdraw a case',
  withdrawalIntro: 'What you read is what is signed. Once the agency has received it, it cannot be undone.',
  none: 'No form waits to be signed.',
  approve: ({ count }, f) => `Sign and send (${f.number(count)})`,
  outdone: 'You kept this same form once more later, so it is not ticked.',
  leftOut: 'Cannot be signed now',
  receivesNationalId: ({ id, count }) =>
    `${count === 1 ? 'The agency receives' : 'Each of these agencies receives'} your national ID (${id}).`,
  apart: 'No agency learns of the other forms, or how many they are.',
  doneTitle: ({ received, count }, f) => {
    if (received < count) return `${f.number(received)} of ${f.number(count)} forms have been received`;
    return count === 1 ? 'The form has been received' : `All ${f.number(count)} forms have been received`;
  },
  results: 'What came of each form',
  awaiting: 'Waiting for the second signature',
  received: 'Received',
  kept: 'Kept, not received',
  keptHelp: 'Send it again under Cases; it counts once.',
  refused: 'Refused',
  unsigned: 'Not signed',
  unsignedHelp: 'What was not signed goes on waiting.',
};
