import { describe, expect, it } from 'vitest';
import { formDefinition } from './index.ts';

const words = { fa: 'نمونه', en: 'Sample' };
const definition = {
  type: 'daricheh.form.v1',
  id: 'sample',
  version: 1,
  agency: { id: 'tax', name: words, origin: 'https://tax.example' },
  title: words,
  purpose: words,
  recipients: [words],
  retention: { days: 30, text: words },
  decisionDays: 10,
  fields: [{ id: 'national-id', control: 'nid', label: words, kind: 'digits', required: true, datum: 'national-id' }],
  requestsUri: 'https://tax.example/daricheh/submissions/requests',
  submissionsUri: 'https://tax.example/daricheh/submissions',
};

const option = (en: string) => ({ value: 'x', label: { fa: en, en } });

const slot = { id: 'deed', control: 'deed', label: words, mediaTypes: ['application/pdf'], maxBytes: 1000, maxFiles: 1, required: true };
const attachmentsUri = 'https://tax.example/daricheh/attachments';

describe('a form definition', () => {
  it('may ask for files', () => {
    const asking = { ...definition, attachments: [slot], attachmentsUri };
    expect(formDefinition.parse(asking)).toEqual(asking);
  });

  it.each([
    ['no place to send them', { attachments: [slot] }],
    ['a place to send none', { attachmentsUri }],
    ['a picture that is a program', { attachments: [{ ...slot, mediaTypes: ['image/svg+xml'] }], attachmentsUri }],
    ['a file beyond 25 MiB', { attachments: [{ ...slot, maxBytes: 26_214_401 }], attachmentsUri }],
    ['the name of a question', { attachments: [{ ...slot, id: 'national-id' }], attachmentsUri }],
    ['the control of a question', { attachments: [{ ...slot, control: 'nid' }], attachmentsUri }],
  ])('asks for no files with %s', (_what, change) => {
    expect(formDefinition.safeParse({ ...definition, ...change }).success).toBe(false);
  });

  it('is read when it is whole', () => {
    expect(formDefinition.parse(definition)).toEqual(definition);
  });

  it.each([
    ['a datum that the vocabulary does not know', { fields: [{ ...definition.fields[0], datum: 'shoe-size' }] }],
    ['no question', { fields: [] }],
    ['two questions of one id', { fields: [definition.fields[0], { ...definition.fields[0], control: 'other' }] }],
    ['two questions that one control answers', { fields: [definition.fields[0], { ...definition.fields[0], id: 'other' }] }],
    ['one choice under two names', { fields: [{ ...definition.fields[0], options: [option('yes'), option('no')] }] }],
    ['a member that nobody defined', { colour: 'red' }],
    ['a promise of no days', { decisionDays: 0 }],
  ])('is refused with %s', (_what, change) => {
    expect(formDefinition.safeParse({ ...definition, ...change }).success).toBe(false);
  });
});
