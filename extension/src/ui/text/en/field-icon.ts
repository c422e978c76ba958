import type { SectionLike } from '../catalogue.ts';
import type { fieldIcon as source } from '../fa/field-icon.ts';

export const fieldIcon: SectionLike<typeof source> = {
  open: 'Fill this form with Daricheh',
  canFill: ({ count }, f) => `Daricheh can fill ${f.plural(count, { one: 'one field', other: `${f.number(count)} fields` })} of this form`,
  everywhere: 'Daricheh’s icon in form fields',
  everywhereHelp: 'On sites that are on, in the field you are typing in. It opens the side panel; by itself it writes nothing.',
  here: 'Daricheh’s icon in this site’s fields',
  offAt: 'You took the icon away on these sites:',
  showAgain: 'Show it again',
};
