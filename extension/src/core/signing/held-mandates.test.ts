import { describeMandate } from '@daricheh/shared/submission';
import { sha256, testChildIds, testSignerIds } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { storeCredential } from '../credentials/testing/stored.ts';
import { findMatter, requireMandate } from './held-mandates.ts';
import { holdMandate } from './testing/hold-mandate.ts';
import { createSigningWorld, type SigningWorld } from './testing/signing-world.ts';

let world: SigningWorld;

beforeEach(async () => {
  world = await createSigningWorld({ takesMandates: true });
});

/** In whose matter the form is signed that names that national id. */
function find(nationalId: string, chosenId: string | null = null) {
  const label = { fa: 'کد ملی', en: 'National ID' };
  const answer = { field: 'national-id', label, kind: 'digits', value: nationalId, source: { kind: 'edited' as const } };
  return findMatter({ definition: world.form.definition, answers: [answer], chosenId }, world);
}

const elder = () => find(testChildIds.elder);
const principal = (claims: object) => ({ principal: { national_id: testChildIds.elder, given_name: 'مینا', ...claims } });

describe('in whose matter a form is signed', () => {
  it('is the citizen’s own where it names them, or takes no mandates, whatever they hold', async () => {
    await holdMandate(world);
    expect(await find(testSignerIds.applicant)).toEqual({ kind: 'own' });
    const { form, ...others } = world;
    const { mandates: _taken, ...plain } = form.definition;
    const about = { definition: plain, answers: [], chosenId: null };
    expect(await findMatter(about, others)).toEqual({ kind: 'own' });
  });

  it('is that of the person whom the one fitting mandate is for, which the manifest will name', async () => {
    const { credential } = await holdMandate(world);
    const matter = await elder();
    expect(matter).toMatchObject({ kind: 'mandated', isOnly: true, mandate: { credentialId: 'm1', issuer: { en: 'Registry' } } });
    const signed = matter.kind === 'mandated' ? matter.mandate.signed : undefined;
    expect(signed).toMatchObject({ relation: 'parent', principal: { nationalId: testChildIds.elder, name: 'مینا نمونه' } });
    const claims = { iss: signed?.issuer ?? '', vct: signed?.vct ?? '', ...principal({ family_name: 'نمونه' }), relation: 'parent' };
    const dates = { national_id: testSignerIds.applicant, valid_from: '2020-01-01', valid_until: '2030-01-01' };
    expect(signed).toEqual(await describeMandate({ credential, claims: { ...claims, ...dates } }, { sha256 }));
  });

  it('names a principal who has one name', async () => {
    await holdMandate(world, { claims: principal({}) });
    expect(await elder()).toMatchObject({ kind: 'mandated', mandate: { signed: { principal: { name: 'مینا' } } } });
  });

  it('is for the citizen to say where several fit, and then what they said', async () => {
    await holdMandate(world);
    await holdMandate(world, { id: 'm2', claims: { relation: 'guardian' }, receivedAtMs: 3 });
    const open = await elder();
    expect(open.kind === 'open' && open.mandates.map(({ credentialId, signed }) => [credentialId, signed.relation])).toEqual([
      ['m2', 'guardian'],
      ['m1', 'parent'],
    ]);
    expect(await find(testChildIds.elder, 'm1')).toMatchObject({ kind: 'mandated', isOnly: false, mandate: { credentialId: 'm1' } });
    expect(await find(testChildIds.elder, 'gone')).toMatchObject({ kind: 'open' });
  });

  it('is not asked where one mandate was taken twice: the newest counts', async () => {
    await holdMandate(world, { id: 'm2', receivedAtMs: 3 });
    await holdMandate(world);
    expect(await elder()).toMatchObject({ kind: 'mandated', isOnly: true, mandate: { credentialId: 'm2' } });
  });

  it('cannot be somebody’s for whom nothing is held', async () => {
    await holdMandate(world);
    expect(await find(testChildIds.younger)).toEqual({ kind: 'unmandated', problem: 'mandate_required' });
  });

  it('is not theirs whose mandate was given to another', async () => {
    await holdMandate(world, { claims: { national_id: testSignerIds.spouse } });
    expect(await elder()).toEqual({ kind: 'unmandated', problem: 'mandate_required' });
  });

  it('passes over a document that only calls itself a mandate', async () => {
    const { credential } = world.citizen;
    const stored = storeCredential({ vct: 'urn:daricheh:mandate:1', instances: [{ credential, keyId: 'k1', usedAtMs: null }], id: 'm1' });
    await world.records.commit([world.records.credentials.put(stored)]);
    expect(await elder()).toEqual({ kind: 'unmandated', problem: 'mandate_required' });
  });

  it.each([
    ['mandate_revoked', { standing: { state: 'revoked' as const, checkedAtMs: 1 } }],
    ['mandate_suspended', { standing: { state: 'suspended' as const, checkedAtMs: 1 } }],
    ['mandate_not_in_force', { claims: { valid_until: '2020-01-01', valid_from: '2019-01-01' } }],
    ['mandate_not_in_force', { claims: { valid_from: '2099-01-01', valid_until: '2100-01-01' } }],
    ['mandate_not_in_force', { open: { exp: 1 } }],
    ['mandate_relation_refused', { claims: { relation: 'attorney' } }],
  ])('says %s where what is held does not count', async (problem, told) => {
    await holdMandate(world, told);
    expect(await elder()).toEqual({ kind: 'unmandated', problem });
    await holdMandate(world, { id: 'm2' });
    expect(await elder()).toMatchObject({ kind: 'mandated', mandate: { credentialId: 'm2' } });
  });
});

describe('the mandate that a form was reviewed with', () => {
  const require = async (signed: Awaited<ReturnType<typeof holdMandate>>['signed']) =>
    requireMandate(signed, world.form.definition, world).catch((error: { code?: string }) => error.code);

  it('is found as long as it is held and counts', async () => {
    const { signed } = await holdMandate(world);
    expect(await require(signed)).toBe('m1');
    await world.records.credentials.revise('m1', (found) => ({ ...found, standing: { state: 'revoked', checkedAtMs: 1 } }));
    expect(await require(signed)).toBe('mandate_revoked');
    await world.records.commit([world.records.credentials.remove('m1')]);
    expect(await require(signed)).toBe('answer_outdated');
  });

  it('is not another of the same person', async () => {
    const { signed } = await holdMandate(world);
    await holdMandate(world);
    expect(await require(signed)).toBe('answer_outdated');
  });
});
