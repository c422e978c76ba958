import { AppError } from '@daricheh/shared/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { maxSpentNonces, type SpentNonce, SpentNonces, spendNonce } from './spent-nonces.ts';
import { sha256 } from './wallet-crypto.ts';

const reused = new AppError('invalid_request', { rule: 'B10', what: 'nonce_reused' });
const asked = { verifier: { kind: 'unknown' }, origin: 'https://bakery.example', nonce: 'a-nonce-of-more-than-128-bits' } as const;

let memory: unknown;

beforeEach(() => {
  memory = undefined;
});

/** As a worker has it that has just been started. */
function start(): SpentNonces {
  const read = async () => memory;
  const write = async (value: unknown) => {
    memory = structuredClone(value);
  };
  return new SpentNonces({ memory: { read, write }, sha256 });
}

describe('a nonce', () => {
  it('B10: is read again, and spent again, in the question that spent it', async () => {
    await start().spend('1', asked);
    await start().check('1', asked);
    await expect(start().spend('1', asked)).resolves.toBeUndefined();
  });

  it('B10: is refused in a later question of the same asker', async () => {
    await start().spend('1', asked);
    await expect(start().check('2', asked)).rejects.toEqual(reused);
    await expect(start().spend('2', asked)).rejects.toEqual(reused);
  });

  it('B10: that nothing was answered with is not spent', async () => {
    await start().check('1', asked);
    await expect(start().check('2', asked)).resolves.toBeUndefined();
  });

  it.each([
    ['another nonce', { ...asked, nonce: 'another-nonce-of-more-than-128-bits' }],
    ['another asker', { ...asked, origin: 'https://florist.example' }],
  ])('B10: does not spend %s', async (_what, other) => {
    await start().spend('1', asked);
    await expect(start().spend('2', other)).resolves.toBeUndefined();
  });

  it('B10: is spent once by two questions at the same moment', async () => {
    const spent = start();
    const outcomes = await Promise.allSettled([spent.spend('1', asked), spent.spend('2', asked)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is remembered as a hash', async () => {
    await start().spend('1', asked);
    expect(JSON.stringify(memory)).not.toMatch(/bakery|a-nonce/);
  });

  it('is forgotten once there are too many after it, and not before', () => {
    const name = (at: number): SpentNonce => ({ use: `u${at}`, promptId: `p${at}` });
    const full = Array.from({ length: maxSpentNonces }, (_, at) => name(at));
    expect(() => spendNonce(full, { use: 'u0', promptId: 'new' })).toThrow(reused);
    expect(spendNonce(full, name(maxSpentNonces))).toEqual([...full.slice(1), name(maxSpentNonces)]);
  });
});
