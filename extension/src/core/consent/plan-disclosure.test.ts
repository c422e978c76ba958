import { type DcqlRequest, parseDcqlRequest } from '@daricheh/shared/presentation';
import { describe, expect, it } from 'vitest';
import { decideDisclosure, selectByDefault, toDisclosure } from './decide-disclosure.ts';
import type { AnswerablePlan, UsableCredential } from './disclosure-plan.ts';
import { planDisclosure } from './plan-disclosure.ts';

const vct = 'urn:daricheh:identity:1';
const claims = { given_name: 'شیرین', national_id: '9990000000', age_over_18: true, address: { postal_code: '1234567890' } };
const about = {
  format: 'dc+sd-jwt' as const,
  issuer: { fa: 'ثبت', en: 'Registry' },
  holder: null,
  title: [],
  expiresAtMs: null,
  nextCopy: 'unseen' as const,
  authorityKeyIds: ['qrvM3Q'],
};
const held: readonly UsableCredential[] = [
  { id: 'old', vct, claims, receivedAtMs: 1, ...about },
  { id: 'new', vct, claims, receivedAtMs: 2, ...about },
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

function plan(query: DcqlRequest, documents = held): AnswerablePlan {
  const planned = planDisclosure(query, documents, registered);
  if (planned.kind !== 'answerable') throw new Error(planned.kind);
  return planned;
}

/** Rows of the newest document for the first part. */
const firstRows = ({ parts }: AnswerablePlan) => parts[0]?.credentials[0]?.rows ?? [];
const decide = (planned: AnswerablePlan, keys: readonly string[]) => decideDisclosure(planned, keys)?.map(toDisclosure);
const decideByDefault = (planned: AnswerablePlan) => decide(planned, selectByDefault(planned));
/** The same choice with one thing in the place of another. */
const swap = (keys: readonly string[], off: string, on: string) => [...keys.filter((key) => key !== off), on];

describe('planDisclosure', () => {
  it('shows each claim asked, with its value, from the newest document that fits', () => {
    const planned = plan(asked());
    expect(planned.parts.map(({ credentials }) => credentials.map(({ credential }) => credential.id))).toEqual([['new', 'old']]);
    expect(decideByDefault(planned)?.map(({ credentialId }) => credentialId)).toEqual(['new']);
    expect(firstRows(planned).map(({ path, value, isRequired, isRegistered }) => ({ path, value, isRequired, isRegistered }))).toEqual([
      { path: ['given_name'], value: 'شیرین', isRequired: true, isRegistered: true },
      { path: ['address', 'postal_code'], value: '1234567890', isRequired: true, isRegistered: true },
    ]);
  });

  it('takes documents whose issuer one of the authorities that are asked for certified, and no others', () => {
    const under = (...values: string[]) => asked({ trusted_authorities: [{ type: 'aki', values }] });
    expect(plan(under('AAAA', 'qrvM3Q')).parts).toHaveLength(1);
    expect(planDisclosure(under('AAAA'), held, registered)).toEqual({ kind: 'unanswerable', vcts: [vct] });
  });

  it('B11: leaves a claim off that the asker is not registered for', () => {
    const planned = plan(asked({ claims: [{ path: ['given_name'] }, { path: ['national_id'] }] }));
    expect(firstRows(planned).map((row) => row.isRegistered)).toEqual([true, false]);
    expect(decideByDefault(planned)).toBeUndefined();
  });

  it('B11: shows nothing where the query names no claims', () => {
    const planned = plan(asked({ claims: undefined }));
    expect(decideByDefault(planned)).toEqual([{ queryId: 'id', credentialId: 'new', paths: [] }]);
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
    expect([plan(query).sets.length, plan(query).parts.map(({ queryId }) => queryId)]).toEqual([1, ['id']]);
  });
});

describe('decideDisclosure', () => {
  const optional = asked({ claim_sets: [['g', 'p'], ['g']] });

  it('releases the preferred set while everything is on', () => {
    expect(decideByDefault(plan(optional))?.[0]?.paths).toEqual([['given_name'], ['address', 'postal_code']]);
  });

  it('fewer-claims: releases the smaller set of claims when the citizen switches off what only the larger one needs', () => {
    const planned = plan(optional);
    const [, postalCode] = firstRows(planned);
    expect(firstRows(planned).map((row) => row.isRequired)).toEqual([true, false]);
    const chosen = selectByDefault(planned).filter((key) => key !== postalCode?.key);
    expect(decide(planned, chosen)?.[0]?.paths).toEqual([['given_name']]);
  });

  it('releases nothing of a document that came after the one that was shown', () => {
    const shown = plan(optional);
    const newer = held.map((each) => ({ ...each, id: `${each.id}-newer`, receivedAtMs: each.receivedAtMs + 1 }));
    expect(decide(plan(optional, [...held, ...newer]), selectByDefault(shown))?.map(({ credentialId }) => credentialId)).toEqual(['new']);
    expect(decide(plan(optional, newer), selectByDefault(shown))).toBeUndefined();
  });

  it('W10: gives no partial answer', () => {
    const planned = plan(asked());
    const chosen = selectByDefault(planned);
    for (const key of chosen.filter((each) => !each.startsWith('id/old'))) {
      expect(
        decide(
          planned,
          chosen.filter((each) => each !== key),
        ),
      ).toBeUndefined();
    }
    expect(decide(planned, [])).toBeUndefined();
  });
});

describe('several documents that fit', () => {
  it('are the citizen’s to choose from, one of them', () => {
    const planned = plan(asked());
    const chosen = selectByDefault(planned);
    expect(decide(planned, swap(chosen, 'id/new', 'id/old'))?.map(({ credentialId }) => credentialId)).toEqual(['old']);
    expect(decide(planned, [...chosen, 'id/old'])).toBeUndefined();
  });

  it('can be shown together where the asker takes several', () => {
    const planned = plan(asked({ multiple: true }));
    const chosen = selectByDefault(planned);
    expect(decide(planned, chosen)?.map(({ credentialId }) => credentialId)).toEqual(['new']);
    expect(decide(planned, [...chosen, 'id/old'])?.map(({ credentialId }) => credentialId)).toEqual(['new', 'old']);
  });
});

describe('credential sets', () => {
  const part = (id: string, type: string, path: string[]) => ({
    ...{ id, format: 'dc+sd-jwt', meta: { vct_values: [type] } },
    claims: [{ path }],
  });
  const query = (sets: object[]): DcqlRequest =>
    parseDcqlRequest({
      credentials: [part('id', vct, ['given_name']), part('tax', 'urn:tax', ['tax_number']), part('age', vct, ['age_over_18'])],
      credential_sets: sets,
    });
  const wallet: readonly UsableCredential[] = [
    { id: 'i', vct, claims, receivedAtMs: 1, ...about },
    { id: 't', vct: 'urn:tax', claims: { tax_number: '1' }, receivedAtMs: 1, ...about },
  ];
  const shown = (planned: AnswerablePlan, keys: readonly string[]) => decide(planned, keys)?.map(({ queryId }) => queryId);
  /** Rows that the asker is not registered for are off by default; here the citizen allows every one. */
  const allRows = ({ parts }: AnswerablePlan) =>
    parts.flatMap(({ credentials }) => credentials.flatMap(({ key, rows }) => [key, ...rows.map((row) => row.key)]));

  it('with several options: the asker’s preference first, and the citizen chooses', () => {
    const planned = plan(query([{ options: [['tax'], ['id']] }]), wallet);
    const chosen = [...allRows(planned), ...selectByDefault(planned)];
    expect(shown(planned, chosen)).toEqual(['tax']);
    expect(shown(planned, swap(chosen, ':0/0', ':0/1'))).toEqual(['id']);
    expect(shown(planned, [...chosen, ':0/1'])).toBeUndefined();
    expect(
      shown(
        planned,
        chosen.filter((key) => key !== ':0/0'),
      ),
    ).toBeUndefined();
  });

  it('offer only what can be answered', () => {
    const planned = plan(query([{ options: [['tax'], ['id']] }]), wallet.slice(0, 1));
    expect(planned.sets.map(({ options }) => options.map(({ queryIds }) => queryIds))).toEqual([[['id']]]);
  });

  it('optional-credential-set: is off unless the asker is registered for all of it, and goes along when switched on', () => {
    const planned = plan(query([{ options: [['id']] }, { options: [['tax']], required: false }]), wallet);
    expect(shown(planned, selectByDefault(planned))).toEqual(['id']);
    expect(shown(planned, [...allRows(planned), ...selectByDefault(planned), ':1/0'])).toEqual(['id', 'tax']);
    const known = plan(query([{ options: [['age']] }, { options: [['id']], required: false }]), wallet);
    expect(selectByDefault(known)).toContain(':1/0');
  });

  it('that are all optional and all off are no answer', () => {
    const planned = plan(query([{ options: [['tax']], required: false }]), wallet);
    expect(shown(planned, selectByDefault(planned))).toBeUndefined();
  });

  it('required-non-matching-credential: B13: are unanswerable where a required one is, and name what it lacks', () => {
    const sets = [{ options: [['id']] }, { options: [['tax']] }];
    expect(planDisclosure(query(sets), wallet.slice(0, 1), registered)).toEqual({ kind: 'unanswerable', vcts: ['urn:tax'] });
    expect(planDisclosure(query([{ options: [['tax']], required: false }]), wallet.slice(0, 1), registered)).toEqual({
      kind: 'unanswerable',
      vcts: ['urn:tax'],
    });
  });
});
