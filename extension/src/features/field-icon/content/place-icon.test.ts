import { describe, expect, it } from 'vitest';
import { type FieldLook, placeIcon } from './place-icon.ts';

const field: FieldLook = {
  box: { left: 100, top: 50, width: 240, height: 40 },
  isRightToLeft: false,
  textAlign: 'start',
  textWidth: 0,
  endTaken: 0,
  isTall: false,
};

describe('placeIcon', () => {
  it('stands at the end of the line, in the middle of the box', () => {
    expect(placeIcon(field)).toEqual({ left: 308, top: 58, width: 24, height: 24 });
    expect(placeIcon({ ...field, isRightToLeft: true })).toEqual({ left: 108, top: 58, width: 24, height: 24 });
  });

  it.each([
    ['end', false, 108],
    ['right', false, 108],
    ['left', true, 308],
    ['right', true, 108],
  ])('goes to the other side of text that is aligned to %s', (textAlign, isRightToLeft, left) => {
    expect(placeIcon({ ...field, textAlign, isRightToLeft })?.left).toBe(left);
  });

  it('goes beside what the box has at its end', () => {
    expect(placeIcon({ ...field, endTaken: 22 })?.left).toBe(286);
  });

  it.each<[string, Partial<FieldLook>]>([
    ['typed text would be covered', { textWidth: 200 }],
    ['centred text would be covered', { textAlign: 'center', textWidth: 160 }],
    ['the box is low', { box: { ...field.box, height: 20 } }],
    ['the box is narrow', { box: { ...field.box, width: 90 } }],
    ['there are lines of text', { isTall: true, textWidth: 10 }],
  ])('stands nowhere where %s', (_why, change) => {
    expect(placeIcon({ ...field, ...change })).toBeUndefined();
  });

  it('stands in the corner of an empty box of several lines', () => {
    expect(placeIcon({ ...field, isTall: true, box: { ...field.box, height: 120 } })).toEqual({
      left: 310,
      top: 56,
      width: 24,
      height: 24,
    });
  });
});
