import { type DcqlRequest, parseDcqlRequest } from '@daricheh/shared/presentation';
import { describe, expect, it } from 'vitest';
import { decideDisclosure, type PlannedCredential, planDisclosure, selectByDefault } from './plan-disclosure.ts';

const vct = 'urn:daricheh:identity:1';
const claims = { given_name: 'شیرین', national_id: '9990000000', age_over_18: true, address: { postal_code: '1234567890' } };
const held = [
  { id: 'old', vct, claims, receivedAtMs: 1 },
  { id: 'new', vct, claims, receivedAtMs: 2 },
];
const registered = { attributes: [{ vct, claims: [['given_name'], ['address', 'postal_code']] }] };

const asked = (part: object = {}): DcqlRequest =>
  parseDcqlRequest({
    credentials: [
      {
        id: 'id',
        format: 'dc+sd-jwt',
        meta: { vct_values: [vct] },
        claims: [
          { id: 'g', path: ['given_name'] },
          { id: 'p', path: ['address', 'postal_code'] },
        ],
        ...part,
      },
    ],
  });

function plan(query: DcqlRequest): readonly PlannedCredential[] {
  const planned = planDisclosure(query, held, registered);
  if (planned.kind !== 'answerable') throw new Error(planned.kind);
  return planned.credentials;
}

describe('planDisclosure', () => {
  it('shows each claim asked, with its value, from the newest document that fits', () => {
    const [planned] = plan(asked());
    expect(planned?.credentialId).toBe('new');
    expect(planned?.rows.map(({ path, value, isRequired, isRegistered }) => ({ path, value, isRequired, isRegistered }))).toEqual([
      { path: ['given_name'], value: 'شیرین', isRequired: true, isRegistered: true },
      { path: ['address', 'postal_code'], value: '1234567890', isRequired: true, isRegistered: true },
    ]);
  });

  it('B11: leaves a claim off that the asker is not registered for', () => {
    const planned = plan(asked({ claims: [{ path: ['given_name'] }, { path: ['national_id'] }] }));
    expect(planned[0]?.rows.map((row) => row.isRegistered)).toEqual([true, false]);
    expect(decideDisclosure(planned, selectByDefault(planned))).toBeUndefined();
  });

  it('B11: shows nothing where the query names no claims', () => {
    const planned = plan(asked({ claims: undefined }));
    expect(decideDisclosure(planned, [])).toEqual([{ queryId: 'id', credentialId: 'new', paths: [] }]);
  });

  it.each([
    ['another type', asked({ meta: { vct_values: ['urn:other'] } }), ['urn:other']],
    ['a claim that it lacks', asked({ claims: [{ path: ['email'] }] }), [vct]],
    ['another value', asked({ claims: [{ path: ['age_over_18'], values: [false] }] }), [vct]],
    ['a claim by an inherited name', asked({ claims: [{ path: ['constructor'] }] }), [vct]],
  ])('B13: cannot answer a query for %s', (_what, query, vcts) => {
    expect(planDisclosure(query, held, registered)).toEqual({ kind: 'unanswerable', vcts });
  });

  it('leaves out an optional credential set that it cannot answer', () => {
    const query: DcqlRequest = {
      credentials: [...asked().credentials, { id: 'licence', format: 'dc+sd-jwt', meta: { vct_values: ['urn:licence'] } }],
      credential_sets: [
        { options: [['id']], required: true },
        { options: [['licence']], required: false },
      ],
    };
    expect(plan(query).map((planned) => planned.queryId)).toEqual(['id']);
  });
});

describe('decideDisclosure', () => {
  const optional = asked({ claim_sets: [['g', 'p'], ['g']] });

  it('releases the preferred set while everything is on', () => {
    const planned = plan(optional);
    expect(decideDisclosure(planned, selectByDefault(planned))?.[0]?.paths).toEqual([['given_name'], ['address', 'postal_code']]);
  });

  it('releases the smaller set when the citizen switches an optional claim off', () => {
    const planned = plan(optional);
    const [given] = planned[0]?.rows ?? [];
    expect(planned[0]?.rows.map((row) => row.isRequired)).toEqual([true, false]);
    expect(decideDisclosure(planned, given ? [given.key] : [])?.[0]?.paths).toEqual([['given_name']]);
  });

  it('releases nothing of a document that came after the one that was shown', () => {
    const shown = plan(optional);
    const newer = held.map((each) => ({ ...each, id: `${each.id}-newer`, receivedAtMs: each.receivedAtMs + 1 }));
    const now = planDisclosure(optional, [...held, ...newer], registered);
    if (now.kind !== 'answerable') throw new Error(now.kind);
    expect(decideDisclosure(now.credentials, selectByDefault(shown))).toBeUndefined();
  });

  it('W10: gives no partial answer', () => {
    expect(decideDisclosure(plan(optional), [])).toBeUndefined();
  });
});
