import type { SectionLike } from '../catalogue.ts';
import type { correct as source } from '../fa/correct.ts';

export const correct: SectionLike<typeof source> = {
  begin: 'Correct',
  beginOf: ({ label }) => `Correct “${label}”`,
  tell: 'Say what it asks',
  tellOf: ({ label }) => `Say what “${label}” asks`,
  search: 'What does this field ask?',
  searchHelp: 'Type a part of its name and choose it from the list. Daricheh remembers it for this form alone.',
  found: 'What was found',
  foundCount: ({ count }, f) => `${f.number(count)} found.`,
  nothingFound: 'There is nothing by this name.',
  leaveEmpty: 'Leave it empty in this form',
  aboutOther: ({ person }) => `This field seems to be about ${person}, not you. If you go on, your own data is written into it.`,
  aboutMe: 'I know; it is about me',
  asYouSaid: 'As you said.',
  kept: ({ label }) => `What you said about “${label}” is remembered.`,
  forgotten: ({ label }) => `What you said about “${label}” is forgotten.`,
  forget: 'Forget this',
  forgetOf: ({ label }) => `Forget what I said about “${label}”`,
  refused: 'This field stays as it is: it is hidden or closed, or for signing in or paying.',
  sites: 'Your corrections',
  sitesHelp: 'What you said about fields of forms is kept encrypted in this wallet, and holds at that site only.',
  count: ({ count }, f) => `${f.number(count)} ${f.plural(count, { one: 'field', other: 'fields' })}`,
  siteForgotten: ({ origin }) => `The corrections at ${origin} are forgotten.`,
  forgetSite: ({ origin }) => `Forget the corrections at ${origin}`,
};
