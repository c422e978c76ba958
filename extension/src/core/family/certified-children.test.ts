import { testChildIds } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { holdMandate } from '../signing/testing/hold-mandate.ts';
import { createSigningWorld, type SigningWorld } from '../signing/testing/signing-world.ts';
import { readCertifiedChildren } from './certified-children.ts';

let world: SigningWorld;

beforeEach(async () => {
  world = await createSigningWorld();
});

const namesOf = async () =>
  (await readCertifiedChildren(world)).map(({ id, held }) => [id, ...held.map(({ datum, value }) => `${datum}=${value}`)]);

describe('the children whom mandates describe', () => {
  it('are known by what the issuer says of them, with the document that says it', async () => {
    await holdMandate(world);
    expect(await namesOf()).toEqual([
      ['m1', 'given-name=مینا', 'family-name=نمونه', `national-id=${testChildIds.elder}`, 'bday=2016-02-03'],
    ]);
    const [child] = await readCertifiedChildren(world);
    expect(child?.held[0]).toMatchObject({
      source: { kind: 'credential', vct: 'urn:daricheh:mandate:1', claim: ['principal', 'given_name'] },
      provenance: { kind: 'issued', issuer: { en: 'Registry' }, receivedAtMs: 2 },
    });
  });

  it('are each told once', async () => {
    await holdMandate(world);
    await holdMandate(world, { id: 'm2', receivedAtMs: 3 });
    expect((await namesOf()).map(([id]) => id)).toEqual(['m2']);
  });

  it.each([
    ['a mandate that was revoked', { standing: { state: 'revoked' as const, checkedAtMs: 1 } }],
    ['a mandate whose time is over', { claims: { valid_from: '2000-01-01', valid_until: '2001-01-01' } }],
    ['a guardian’s mandate', { claims: { relation: 'guardian' } }],
  ])('are not told by %s', async (_what, told) => {
    await holdMandate(world, told);
    expect(await namesOf()).toEqual([]);
  });
});
