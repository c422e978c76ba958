import type { FormDefinition, FormField } from '@daricheh/shared/submission';
import { describe, expect, it } from 'vitest';
import type { PageControl } from '../consent/page-control.ts';
import type { Holding } from '../credentials/holdings.ts';
import { readAnswers } from './read-answers.ts';

const text = (en: string) => ({ fa: en, en });

function field(id: string, part: Partial<FormField> = {}): FormField {
  return { id, control: `c-${id}`, label: text(id), kind: 'text', required: false, ...part };
}

function form(...fields: FormField[]): FormDefinition {
  return {
    type: 'daricheh.form.v1',
    id: 'return',
    version: 1,
    agency: { id: 'tax', name: text('Tax'), origin: 'https://tax.example' },
    title: text('Return'),
    purpose: text('Tax'),
    recipients: [],
    retention: { days: 1, text: text('1 day') },
    decisionDays: 30,
    fields,
    requestsUri: 'https://tax.example/r',
    submissionsUri: 'https://tax.example/s',
  };
}

const control = (id: string, value: string | null, isCheckbox = false): PageControl => ({ name: `c-${id}`, value, isCheckbox });
const issued: Holding['source'] = { kind: 'credential', vct: 'urn:daricheh:identity:1', claim: ['birthdate'] };
const holdings: Holding[] = [
  { datum: 'bday', value: '1985-09-27', source: issued },
  { datum: 'sex', value: 'female', source: { kind: 'declared', datum: 'sex' } },
];

describe('readAnswers', () => {
  it('takes the normal form, the label of the definition, and the source by value', () => {
    const definition = form(field('born', { kind: 'date', datum: 'bday' }), field('income', { kind: 'integer' }));
    expect(readAnswers(definition, [control('born', '۱۳۶۴/۷/۵'), control('income', '۱٬۰۰۰')], holdings)).toEqual({
      kind: 'ready',
      answers: [
        { field: 'born', label: text('born'), kind: 'date', value: '1985-09-27', source: issued },
        { field: 'income', label: text('income'), kind: 'integer', value: '1000', source: { kind: 'edited' } },
      ],
      differences: [],
    });
  });

  it('marks an answer that is not what the wallet holds', () => {
    const read = readAnswers(form(field('born', { kind: 'date', datum: 'bday' })), [control('born', '1985-09-28')], holdings);
    expect(read).toMatchObject({ answers: [{ source: { kind: 'edited' } }], differences: [{ field: 'born', held: '1985-09-27' }] });
  });

  it('knows a choice by its words where the form names its options otherwise', () => {
    const options = [{ value: '2', label: { fa: 'زن', en: 'Woman' } }];
    const read = readAnswers(form(field('sex', { kind: 'choice', datum: 'sex', options })), [control('sex', '2')], holdings);
    expect(read).toMatchObject({ answers: [{ value: '2', valueLabel: { fa: 'زن', en: 'Woman' }, source: { kind: 'declared' } }] });
  });

  it('reads a checkbox as an answer, on or off', () => {
    const read = readAnswers(
      form(field('a', { kind: 'boolean' }), field('b', { kind: 'boolean' })),
      [control('a', 'on', true), control('b', null, true)],
      [],
    );
    expect(read).toMatchObject({ answers: [{ value: 'true' }, { value: 'false' }] });
  });

  it('takes the radio that is on', () => {
    const options = ['x', 'y'].map((value) => ({ value, label: text(value) }));
    const read = readAnswers(form(field('r', { kind: 'choice', options })), [control('r', null), control('r', 'y')], []);
    expect(read).toMatchObject({ answers: [{ value: 'y' }] });
  });

  it('leaves out an optional answer that is empty', () => {
    const read = readAnswers(form(field('a'), field('b')), [control('a', ' '), control('b', 'x')], []);
    expect(read).toMatchObject({ answers: [{ field: 'b' }] });
  });

  it('E5: lists every fault at once', () => {
    const definition = form(
      field('a', { required: true }),
      field('b'),
      field('c', { kind: 'integer' }),
      field('d', { options: [{ value: 'x', label: text('x') }] }),
      field('e'),
    );
    const controls = [control('a', ''), control('c', '1e3'), control('d', 'z'), control('e', '1'), control('e', '2')];
    const read = readAnswers(definition, controls, []);
    expect(read.kind === 'incomplete' && read.faults.map((fault) => [fault.field, fault.problem])).toEqual([
      ['a', 'missing'],
      ['b', 'absent'],
      ['c', 'not_integer'],
      ['d', 'not_an_option'],
      ['e', 'ambiguous'],
    ]);
  });

  it('does not sign an empty form', () => {
    expect(readAnswers(form(field('a')), [control('a', '')], []).kind).toBe('incomplete');
  });
});
