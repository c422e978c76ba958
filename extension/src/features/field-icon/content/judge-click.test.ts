import { describe, expect, it } from 'vitest';
import { type ClickFacts, dwellMs, isMeant } from './judge-click.ts';

const box = { left: 10, top: 10, width: 24, height: 24 };
const click: ClickFacts = {
  isTrusted: true,
  isByKey: false,
  x: 20,
  y: 20,
  placed: box,
  box,
  press: { box },
  seenSinceMs: 1000,
  nowMs: 1000 + dwellMs,
};

describe('isMeant', () => {
  it('holds for a click on an icon that was in plain sight and stood still', () => {
    expect(isMeant(click)).toBe(true);
    expect(isMeant({ ...click, isByKey: true, press: undefined, x: 0, y: 0 })).toBe(true);
  });

  it.each<[string, Partial<ClickFacts>]>([
    ['A3: a click that a script made', { isTrusted: false }],
    ['A3: an icon that moved between press and click', { press: { box: { ...box, left: 60 } } }],
    ['A3: an icon that is not where we put it', { box: { ...box, top: 200 }, press: { box: { ...box, top: 200 } } }],
    ['A3: a click beside it', { x: 200 }],
    ['A3: a click without a press', { press: undefined }],
    ['A3: an icon drawn larger', { box: { ...box, width: 400 } }],
    ['A2: an icon that is covered', { seenSinceMs: undefined }],
    ['A2: an icon that has only just come', { nowMs: 1000 + dwellMs - 1 }],
  ])('%s does not count', (_what, change) => {
    expect(isMeant({ ...click, ...change })).toBe(false);
  });
});
