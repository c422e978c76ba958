import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors/index.ts';
import { hunt } from './hunt.ts';
import { createRandom, mutateJson, mutateText } from './mutate.ts';

const target = { name: 'a reader', isSealed: true, sound: 'a sound text', change: mutateText };
const seed = 7;

describe('a hunt', () => {
  it('finds a reader that takes what somebody else made', async () => {
    const finding = await hunt({ ...target, read: () => 'anything' }, 100, createRandom(seed));
    expect(finding).toEqual({ round: -1, input: '', what: 'accepted' });
  });

  it('finds a reader that breaks, at the input that breaks it', async () => {
    const read = (text: string) => {
      if (text.length > target.sound.length) throw new TypeError('too long');
      throw new AppError('malformed_request');
    };
    const finding = await hunt({ ...target, read }, 100, createRandom(seed));
    expect(finding).toMatchObject({ what: 'TypeError: too long' });
    expect(finding?.input.length).toBeGreaterThan(target.sound.length);
  });

  it('is content with a reader that refuses all', async () => {
    const read = () => Promise.reject(new AppError('malformed_request'));
    expect(await hunt({ ...target, read }, 100, createRandom(seed))).toBeNull();
  });

  it('goes the same way for the same seed', () => {
    const walk = () => {
      const random = createRandom(seed);
      return Array.from({ length: 50 }, () => JSON.stringify(mutateJson({ a: [1, { b: 'c' }] }, random)));
    };
    expect(walk()).toEqual(walk());
    expect(new Set(walk()).size).toBeGreaterThan(20);
  });
});
