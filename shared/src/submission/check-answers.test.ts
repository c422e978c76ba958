import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { answerTestForm, describeTestForm } from '../testing/index.ts';
import { buildManifest, checkAnswers, type Manifest } from './index.ts';

const definition = describeTestForm('https://tax.example');
const sound = answerTestForm(definition);

function refuse(answers: Manifest['answers']) {
  try {
    checkAnswers(definition, answers);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'accepted';
}

/** The sound answers with one of them changed. */
function change(field: string, members: Partial<Manifest['answers'][number]>): Manifest['answers'] {
  return sound.map((answer) => (answer.field === field ? { ...answer, ...members } : answer));
}

describe('answers to a form', () => {
  it('fit when each is in its normal form', () => {
    expect(refuse(sound)).toBe('accepted');
    expect(refuse(answerTestForm(definition, { email: 'sara@example.org' }))).toBe('accepted');
  });

  it('may leave out what is not required, and nothing else', () => {
    expect(refuse(sound.filter(({ field }) => field !== 'income'))).toEqual({ code: 'answer_missing', field: 'income' });
  });

  it.each<[string, string, Partial<Manifest['answers'][number]>]>([
    ['empty', 'income', { value: '' }],
    ['not_normal', 'income', { value: '1,000' }],
    ['not_normal', 'income', { value: '۱۰۰۰' }],
    ['not_integer', 'income', { value: '1e3' }],
    ['not_normal', 'income', { value: '-0' }],
    ['unsafe_integer', 'income', { value: '9007199254740993' }],
    ['not_normal', 'birth-date', { value: '1364/07/05' }],
    ['not_a_date', 'birth-date', { value: '1985-02-29' }],
    ['not_normal', 'national-id', { value: '999\u200b0000015' }],
    ['not_an_option', 'status', { value: 'widowed' }],
    ['value_label', 'status', { value: 'single' }],
    ['value_label', 'income', { valueLabel: { fa: 'هیچ', en: 'Nothing' } }],
    ['kind', 'income', { kind: 'text' }],
    ['label', 'income', { label: { fa: 'هدیه', en: 'Donate 1' } }],
  ])('are refused as %s: %s', (problem, field, members) => {
    expect(refuse(change(field, members))).toEqual({ code: 'answer_invalid', field, problem });
  });

  it('are refused when one stands twice or belongs to no question', () => {
    expect(refuse([...sound, ...sound.slice(0, 1)])).toEqual({ code: 'answer_invalid', field: 'national-id', problem: 'twice' });
    expect(refuse(change('income', { field: 'secret' }))).toEqual({ code: 'answer_invalid', problem: 'unknown_field' });
  });

  it('enter a manifest in the order of the form', () => {
    const parts = {
      definition,
      formHash: 'h',
      origin: 'https://tax.example',
      locale: 'fa',
      createdAt: new Date(0),
      nonce: 'n',
      salt: 's',
    } as const;
    expect(buildManifest({ ...parts, answers: sound.toReversed() })).toEqual({
      type: 'daricheh.manifest.v1',
      form: { id: 'yearly-return', version: 1, hash: 'h' },
      agency: { id: 'tax', name: definition.agency.name, origin: 'https://tax.example' },
      title: definition.title,
      answers: sound,
      attachments: [],
      purpose: definition.purpose,
      recipients: definition.recipients,
      retention: definition.retention,
      fee: { amount: '250000', currency: 'IRR' },
      locale: 'fa',
      renderer: 'daricheh.view.v1',
      createdAt: '1970-01-01T00:00:00.000Z',
      nonce: 'n',
      salt: 's',
    });
  });
});
