import type { SectionLike } from '../catalogue.ts';
import type { common as source } from '../fa/common.ts';

export const common: SectionLike<typeof source> = {
  name: 'Daricheh',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Continue',
  done: 'Done',
  save: 'Save',
  remove: 'Remove',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  loading: 'One moment…',
  showAll: 'Show all',
  showLess: 'Show less',
  yes: 'Yes',
  no: 'No',
  comma: ', ',
  or: ' or ',
  quoted: ({ text }: { text: string }) => `“${text}”`,
  optional: 'Optional',
  required: 'Required',
  damaged: 'Damaged',
  damagedHelp: 'This item cannot be read. The others are fine.',
};
