import type { PageField, PageSnapshot } from '../snapshot.ts';

/** A field for tests: what is not said is absent, the rest as a content script would have read it. */
export type FieldDraft = Partial<Omit<PageField, 'options'>> & { readonly label?: string; readonly answers?: readonly string[] };

/** A snapshot of one form with these fields, in this order. */
export function makePage(fields: readonly FieldDraft[], page: Partial<Omit<PageSnapshot, 'fields'>> = {}): PageSnapshot {
  const form = { actionOrigin: 'https://agency.example', name: '', hasPassword: false, submit: '' };
  return { title: '', lang: '', forms: [form], clusters: [], isCut: false, mark: 'm', ...page, fields: fields.map(makeField) };
}

function makeField({ label, answers, ...given }: FieldDraft, place: number): PageField {
  const options = (answers ?? []).map((text, index) => ({
    value: String(index),
    text,
    ...(given.control === 'radio' ? { handle: place * 100 + index } : {}),
  }));
  return {
    ...plainField,
    handle: place * 100,
    ...(answers && !given.control ? { control: 'select', type: 'select-one' } : {}),
    ...given,
    options,
    labels: label === undefined ? (given.labels ?? []) : [label],
  };
}

const plainField: PageField = {
  handle: 0,
  control: 'text',
  type: 'text',
  name: '',
  id: '',
  classes: '',
  autocomplete: '',
  inputMode: '',
  pattern: '',
  maxLength: -1,
  required: false,
  state: 'visible',
  hasValue: false,
  labels: [],
  aria: '',
  description: '',
  placeholder: '',
  title: '',
  cell: '',
  column: '',
  box: '',
  before: [],
  after: '',
  groups: [],
  headings: [],
  form: 0,
  options: [],
};
