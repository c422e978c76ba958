import type { PageField } from '../../extension/src/core/autofill/snapshot.ts';

/** How authors bind a text to its control; each is one way in which a page may be written, and one part that can be held out. */
export const styles = [
  'label-for',
  'wrapping-label',
  'aria',
  'table-cell',
  'header-row',
  'legend',
  'text-before',
  'text-after',
  'placeholder',
  'names-only',
  'one-question',
] as const;
export type Style = (typeof styles)[number];

type Label = { readonly text: string; readonly aside: string };

/** The field with its label where the style puts it. `aside`: words that stand near and mean nothing. */
export function placeLabel(field: PageField, style: Style, label: Label): PageField {
  // The text of a group of radio buttons is its caption, whatever the style.
  if (field.control === 'radio') return { ...field, groups: [label.text] };
  return { ...field, ...places[style](label) };
}

const places: Readonly<Record<Style, (label: Label) => Partial<PageField>>> = {
  'label-for': ({ text }) => ({ labels: [text], box: text, before: [text] }),
  'wrapping-label': ({ text }) => ({ labels: [text], id: '' }),
  aria: ({ text, aside }) => ({ aria: text, before: [aside] }),
  'table-cell': ({ text }) => ({ cell: text, before: [text] }),
  'header-row': ({ text }) => ({ column: text }),
  legend: ({ text, aside }) => ({ groups: [text], headings: [aside] }),
  'text-before': ({ text, aside }) => ({ box: text, before: [text, aside] }),
  'text-after': ({ text }) => ({ after: text }),
  placeholder: ({ text }) => ({ placeholder: text }),
  'names-only': () => ({}),
  'one-question': ({ text }) => ({ headings: [text] }),
};
