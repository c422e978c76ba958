import { describe, expect, it } from 'vitest';
import { breakLines } from './draw-copy.ts';

const measure = (text: string) => text.length;

describe('breakLines', () => {
  it('fills each line, and keeps the breaks of the text itself', () => {
    expect(breakLines('one two three\nfour', 7, measure)).toEqual(['one two', 'three', 'four']);
  });

  it('lets a word stand alone that is wider than the line', () => {
    expect(breakLines('a verylongword b', 6, measure)).toEqual(['a', 'verylongword', 'b']);
  });
});
