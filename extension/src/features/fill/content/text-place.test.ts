import { describe, expect, it } from 'vitest';
import { type Box, findLabelByPlace, isLabelPlace } from './text-place.ts';

const box = (left: number, top: number, width = 100, height = 20): Box => ({ left, right: left + width, top, bottom: top + height });
const find = (control: Box, texts: Readonly<Record<string, Box>>, others: readonly Box[] = [], isRightToLeft = false) =>
  findLabelByPlace(
    control,
    Object.entries(texts).map(([text, place]) => ({ text, box: place })),
    { others, isRightToLeft },
  )?.text;

describe('the label that the eye finds', () => {
  const control = box(300, 100);

  it('is on the control’s row, before it as the language runs', () => {
    const texts = { left: box(150, 100), right: box(450, 102), above: box(150, 60), below: box(150, 140) };
    expect(find(control, texts)).toBe('left');
    expect(find(control, texts, [], true)).toBe('right');
  });

  it('is the nearest one of the row, and one of the row before one above', () => {
    expect(find(control, { far: box(20, 100), near: box(180, 100), above: box(300, 75) })).toBe('near');
  });

  it('is just above where nothing stands on the row', () => {
    expect(find(control, { above: box(310, 75), higher: box(310, 50), beside: box(420, 100) })).toBe('above');
  });

  it.each<[string, Readonly<Record<string, Box>>, readonly Box[]]>([
    ['another control stands between, on the row', { a: box(50, 100) }, [box(180, 98)]],
    ['another control stands between, in the column', { a: box(300, 60) }, [box(300, 82, 100, 14)]],
    ['the text is on another row and in another column', { a: box(50, 60), b: box(310, 20) }, []],
    ['there is no text', {}, []],
  ])('is none where %s', (_why, texts, others) => {
    expect(find(control, texts, others)).toBeUndefined();
  });

  it('is not kept from it by a control elsewhere', () => {
    expect(find(control, { a: box(150, 100) }, [box(150, 140), box(450, 100), box(20, 100)])).toBe('a');
  });
});

it('a text is in a label’s place beside or above a control, and not after it or far from it', () => {
  const control = box(300, 100);
  expect(
    [box(150, 100), box(300, 75), box(450, 100), box(300, 130), box(300, 10)].map((text) => isLabelPlace(text, control, false)),
  ).toEqual([true, true, false, false, false]);
});
