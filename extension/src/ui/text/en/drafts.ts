import type { SectionLike } from '../catalogue.ts';
import type { drafts as source } from '../fa/drafts.ts';

export const drafts: SectionLike<typeof source> = {
  title: 'Drafts',
  help: 'Forms that you have begun and not sent yet. They are locked in your wallet, and deleted after ninety days.',
  untitled: 'A form without a name',
  beganAt: ({ beganAtMs, savedAtMs }: { beganAtMs: number; savedAtMs: number }, f) =>
    `Begun ${f.time(beganAtMs)} · last written ${f.time(savedAtMs)}`,
  goOn: 'Go on',
  goOnWith: ({ title }: { title: string }) => `Go on with “${title}”`,
  remove: 'Delete',
  removeDraft: ({ title }: { title: string }) => `Delete the draft of “${title}”`,
  removed: ({ title }: { title: string }) => `The draft of “${title}” is deleted.`,
};
