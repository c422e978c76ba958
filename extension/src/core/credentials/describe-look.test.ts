import { documentTypes } from '@daricheh/shared/vocabulary';
import { expect, it } from 'vitest';
import { describeLook, measureContrast } from './describe-look.ts';

const displayOf = (backgroundColor: string | null, textColor: string | null) => ({ name: null, backgroundColor, textColor, claims: [] });
const vct = documentTypes.identity.vct;

it('takes the issuer’s colours, else those of the type, else plain ones', () => {
  expect(describeLook({ vct, display: displayOf('#8a3b5a', '#fff5f5') })).toEqual({ background: '#8a3b5a', text: '#fff5f5' });
  expect(describeLook({ vct, display: null })).toEqual(documentTypes.identity.colors);
  expect(describeLook({ vct: 'urn:unknown:1', display: null })).toEqual({ background: '#394150', text: '#ffffff' });
});

it.each([
  ['#ffffff', '#eeeeee', '#000000'],
  ['#000000', '#111111', '#ffffff'],
  ['#ffff00', null, '#000000'],
])('writes on %s in letters that can be read, whatever the issuer says', (background, text, expected) => {
  expect(describeLook({ vct, display: displayOf(background, text) })).toEqual({ background, text: expected });
});

it('measures contrast as WCAG does', () => {
  expect(measureContrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(measureContrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('every type of the vocabulary can be read on its card', () => {
  const faint = Object.values(documentTypes).filter(({ colors }) => measureContrast(colors.background, colors.text) < 4.5);
  expect(faint).toEqual([]);
});
