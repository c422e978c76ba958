/**
 * Every kind of evidence, and how much its designer believes it before anything is learned: a clear label weighs 3.4, and all other kinds are put in relation to it.
 * `npm run train` moves these weights as far as generated forms give it reason to (`weights.ts`). Kinds that say what a field is not, weigh less than nothing.
 */
export const beliefs = {
  /** What the page declares in `autocomplete`. */
  autocomplete: 6,
  label: 3.4,
  /** Words of a label beside the phrase that was found in it. */
  'label-rest': 1.1,
  /** A label of unknown words; of several words of a language that is read here. */
  'label-unknown': 1.1,
  'label-foreign': 2.2,
  name: 2.3,
  id: 1.7,
  /** The id of a control whose name says something too. */
  'second-id': 0.5,
  placeholder: 2.6,
  'placeholder-beside-label': 1.1,
  title: 1.3,
  'title-beside-label': 0.55,
  /** Examples in a placeholder: an address with @, a mobile number, IR and digits. */
  'example-email': 1.8,
  'example-phone': 1.2,
  'example-iban': 2,
  'type-email': 2.6,
  'type-tel': 1,
  'type-url': 1.6,
  'type-password': 12,
  'type-search': 9,
  'type-month': 1.5,
  'type-week': 3,
  'type-time': 6,
  'type-date-time': 4,
  'mode-email': 1.6,
  'mode-tel': 0.8,
  'mode-url': 1,
  'mode-search': 2,
  'mode-decimal': 1.5,
  checkbox: 2,
  contenteditable: 1.5,
  'options-title': 2,
  'options-sex': 2.4,
  'options-month': 3.5,
  'options-day': 3.5,
  'options-year': 1.5,
  'options-marital': 2.4,
  'options-blood': 2.4,
  'options-education': 1.6,
  'options-country': 1.6,
  'options-province': 1.3,
  caption: 1.6,
  heading: 1.3,
  /** The line after a field without any label. */
  after: 1.4,
  description: 0.4,
  /** The control takes just as many characters as the datum has; or fewer than the datum needs. */
  'length-fits': 0.2,
  'length-short': -1,
  'pattern-fits': 0.2,
} as const satisfies Readonly<Record<string, number>>;

export type EvidenceKind = keyof typeof beliefs;

/** What the sum of evidence must reach before a field is taken for anything. */
export const leastBelief = 1.25;

/** What was learned for a kind of evidence, and for a kind and a family of concepts. Absent: as believed. */
export type Weights = {
  readonly kinds: Readonly<Partial<Record<EvidenceKind, number>>>;
  /** By `family/kind`: what the family adds to the kind's own weight. */
  readonly families: Readonly<Record<string, number>>;
};
