import { describe, expect, it } from 'vitest';
import type { EarlierStep } from '../../core/autofill/context/earlier-step.ts';
import { createStepsBefore } from './steps-before.ts';

const child: EarlierStep = { person: 'child', asked: new Set(['name']) };
const origin = 'https://agency.example';
const step = (path: string) => ({ origin, path });

/** What a page is told after a step about a child at `/register/child` (or at `from`) in tab 1. */
function recallAt(address: { origin: string; path: string }, { tab = 1, from = '/register/child', afterMs = 0 } = {}) {
  let atMs = 0;
  const steps = createStepsBefore(() => atMs);
  steps.note(1, step(from), child);
  atMs = afterMs;
  return steps.recall(tab, address);
}

describe('what a step has left', () => {
  it('reaches the same page and its neighbours', () => {
    expect(recallAt(step('/register/child'))).toBe(child);
    expect(recallAt(step('/register/birth'))).toBe(child);
    expect(recallAt(step('/step2'), { from: '/step1' })).toBe(child);
  });

  it('reaches no other tab, origin or form', () => {
    expect(recallAt(step('/register/birth'), { tab: 2 })).toBeUndefined();
    expect(recallAt({ origin: 'https://other.example', path: '/register/birth' })).toBeUndefined();
    expect(recallAt(step('/pension/birth'))).toBeUndefined();
    expect(recallAt(step('/pension'), { from: '/register' })).toBeUndefined();
  });

  it('is let go after half an hour, and when a step leaves nothing', () => {
    expect(recallAt(step('/register/birth'), { afterMs: 30 * 60_000 })).toBeUndefined();
    const steps = createStepsBefore(() => 0);
    steps.note(1, step('/register/child'), child);
    steps.note(1, step('/register/parent'), undefined);
    expect(steps.recall(1, step('/register/birth'))).toBeUndefined();
  });
});
