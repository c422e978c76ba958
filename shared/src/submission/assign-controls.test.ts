import { describe, expect, it } from 'vitest';
import { assignControls, type MarkedControl, placeByMap, type SoughtPlace } from './assign-controls.ts';

const fields = [
  { id: 'given-name', control: 'first_name', datum: 'given-name' },
  { id: 'postcode', control: 'postal_code', datum: 'postal-code' },
];
const control = (name: string, field = '', id = ''): MarkedControl => ({ name, field, id });

/** The names of each field's controls. */
function assign(controls: readonly MarkedControl[], places: readonly SoughtPlace[] = []) {
  const found = assignControls(controls, { fields, places, path: '/form' });
  return Object.fromEntries([...found].map(([id, assigned]) => [id, assigned.map(({ name }) => name)]));
}

const place: SoughtPlace = { paths: ['/form'], marks: ['row1'], controls: { 'given-name': 'row1', postcode: 'row9' } };

describe('the control of a field', () => {
  it('is the one of the definition’s own name', () => {
    expect(assign([control('first_name'), control('postal_code'), control('other')])).toEqual({
      'given-name': ['first_name'],
      postcode: ['postal_code'],
    });
  });

  it('is the one that the page marks, before one that only bears the name', () => {
    expect(assign([control('first_name'), control('vorname', 'given-name')])).toEqual({ 'given-name': ['vorname'] });
  });

  it('is never one that is marked with another field', () => {
    expect(assign([control('first_name', 'postcode')])).toEqual({ postcode: ['first_name'] });
    expect(assign([control('first_name', 'nothing')])).toEqual({});
  });

  it('is the one that the form map names, where the page says nothing', () => {
    expect(assign([control('row1'), control('row9')], [place])).toEqual({ 'given-name': ['row1'], postcode: ['row9'] });
    expect(assign([control('row1'), control('', '', 'row9')], [place])).toEqual({ 'given-name': ['row1'], postcode: [''] });
    expect(assign([control('row1'), control('row9'), control('postal_code')], [place])['postcode']).toEqual(['postal_code']);
  });

  it.each([
    ['at another path', { ...place, paths: ['/other'] }],
    ['in a form without its marks', { ...place, marks: ['row1', 'row2'] }],
  ])('is not taken from a map %s', (_what, other) => {
    expect(assign([control('row1'), control('row9')], [other])).toEqual({});
  });

  it('is not one of two that a map cannot tell apart, and may be several that the page names alike', () => {
    expect(assign([control('row1'), control('row9'), control('row9')], [place])).toEqual({ 'given-name': ['row1'] });
    expect(assign([control('first_name'), control('first_name')])).toEqual({ 'given-name': ['first_name', 'first_name'] });
  });
});

describe('placeByMap', () => {
  const form = (mapped: readonly { control: string; datum: string | null; whose?: string }[]) => [
    { paths: ['/form'], marks: ['row1'], fields: mapped },
  ];
  it('finds the control of the field that asks for the same', () => {
    expect(placeByMap({ fields }, form([{ control: 'row1', datum: 'given-name' }]))).toEqual([
      { paths: ['/form'], marks: ['row1'], controls: { 'given-name': 'row1' } },
    ]);
  });

  it('finds none for another person, for what is left empty, and where two could be meant', () => {
    const others = [
      { control: 'row1', datum: 'given-name', whose: 'father' },
      { control: 'row2', datum: null },
      { control: 'row3', datum: 'postal-code' },
      { control: 'row4', datum: 'postal-code' },
    ];
    expect(placeByMap({ fields }, form(others))[0]?.controls).toEqual({});
    const twice = [...fields, { id: 'second-name', datum: 'given-name' }];
    expect(placeByMap({ fields: twice }, form([{ control: 'row1', datum: 'given-name' }]))[0]?.controls).toEqual({});
  });
});
