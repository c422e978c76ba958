import type { CaseStatus } from '@daricheh/shared/catalogue';
import { describeTestForm } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { type CaseRecord, caseRecord, type PendingCase } from './case-record.ts';
import { describeCase, listCases } from './list-cases.ts';

const now = Date.UTC(2026, 10, 23);
const dayMs = 86_400_000;
const iso = (days: number) => new Date(now + days * dayMs).toISOString();

const common = {
  agency: { id: 'tax', name: { fa: 'مالیات', en: 'Tax' }, origin: 'https://tax.example' },
  title: { fa: 'اظهارنامه', en: 'Tax return' },
  idempotencyKey: 'k',
  submissionsUri: 'https://tax.example/daricheh/submissions',
  manifest: 'e30',
  envelope: {
    type: 'daricheh.submission.v1' as const,
    jws: { payload: 'e30', protected: 'e30', signature: '' },
    request: '',
    presentation: '',
    assertion: { credentialId: '', authenticatorData: '', clientDataJSON: '', signature: '' },
    leaf: { index: 0, size: 1, path: [] },
  },
};

function pending(id: string, days: number): PendingCase {
  return { delivery: 'pending', id, ...common, signedAtMs: now + days * dayMs, refusal: null };
}

function received(id: string, dueDays: number, state?: CaseStatus['state'], nextAction: CaseStatus['nextAction'] = null): CaseRecord {
  const times = { receivedAt: iso(-30), dueAt: iso(dueDays) };
  const status = state ? { caseNumber: id, title: common.title, state, ...times, updatedAt: iso(-1), nextAction } : null;
  return {
    delivery: 'received',
    id,
    ...common,
    signedAtMs: now - 30 * dayMs,
    caseNumber: id,
    caseUri: `https://tax.example/daricheh/cases/${id}`,
    caseToken: 'secret',
    receipt: 'a.b.c',
    ...times,
    status,
    checkedAtMs: status ? now : null,
  };
}

describe('listCases', () => {
  it('puts what waits for the citizen first, then the late, the running by deadline, and the decided last', () => {
    const records = [
      received('approved', 5, 'approved'),
      received('runs-long', 20, 'in-review'),
      received('runs-short', 2),
      received('late', -1, 'in-review'),
      received('more', 9, 'more-needed', { fa: 'مدرک بفرستید', en: 'Send the document' }),
      pending('unsent', -1),
    ];
    expect(listCases(records, now).map((line) => line.id)).toEqual(['unsent', 'more', 'late', 'runs-short', 'runs-long', 'approved']);
  });

  it('lets no token, answer or receipt into a line', () => {
    expect(JSON.stringify(listCases([received('a', 3, 'in-review')], now))).not.toMatch(/secret|e30|a\.b\.c/);
  });
});

describe('describeCase', () => {
  it('says received until the agency has been asked', () => {
    expect(describeCase(received('a', 3), now)).toMatchObject({ state: 'received', isOverdue: false, nextAction: { kind: 'none' } });
  });

  it('marks a promise that is past due, and no longer once it is decided', () => {
    expect(describeCase(received('a', -1, 'in-review'), now)).toMatchObject({ isOverdue: true, nextAction: { kind: 'remind' } });
    expect(describeCase(received('a', -1, 'refused'), now)).toMatchObject({ isOverdue: false, nextAction: { kind: 'none' } });
  });

  it('tells what became of the wish to have it erased, and lets no deadline run for what is gone', () => {
    const asked = (erasure: NonNullable<CaseStatus['erasure']>) => {
      const record = received('a', -1, 'in-review');
      if (record.delivery !== 'received' || record.status === null) throw new Error('received');
      return { ...record, status: { ...record.status, erasure } };
    };
    const [requested, erased] = [
      { state: 'requested', at: iso(-2) },
      { state: 'erased', at: iso(-1) },
    ] as const;
    expect(describeCase(received('a', 3, 'in-review'), now).erasure).toBeNull();
    expect(describeCase(asked(requested), now)).toMatchObject({ erasure: requested, isOverdue: true });
    expect(describeCase(asked(erased), now)).toMatchObject({ erasure: erased, isOverdue: false, nextAction: { kind: 'none' } });
    const lines = listCases([asked(erased), received('open', 3, 'in-review')], now);
    expect(lines.map(({ id }) => id)).toEqual(['open', 'a']);
  });

  it('says to sign again what the agency refused for good', () => {
    expect(describeCase({ ...pending('a', 0), refusal: 'form_version_mismatch' }, now).nextAction).toEqual({
      kind: 'sign-again',
      code: 'form_version_mismatch',
    });
  });

  it('offers to send again what the agency has not received', () => {
    expect(describeCase(pending('a', 0), now)).toMatchObject({ state: 'unsent', caseNumber: null, nextAction: { kind: 'send' } });
  });
});

describe('a case that was amended or withdrawn', () => {
  const filled = { uri: 'https://tax.example/return', formUri: 'https://tax.example/daricheh/forms/r', values: [] };
  const about = (kind: 'amends' | 'withdraws') => ({ about: { kind, caseNumber: 'a' } });
  const jws = (amendments?: string) => {
    const definition = { ...describeTestForm('https://tax.example'), ...(amendments && { amendments }) };
    const header = Buffer.from('{"alg":"ES256"}').toString('base64url');
    return `${header}.${Buffer.from(JSON.stringify(definition)).toString('base64url')}.${'A'.repeat(86)}`;
  };
  const open = (state?: CaseStatus['state'], amendments?: string) =>
    ({ ...received('a', 3, state), filled, form: jws(amendments) }) as const;
  const lineOf = (...records: CaseRecord[]) => listCases(records, now).find(({ id }) => id === 'a');
  const { jws: single, type: _type, ...signer } = common.envelope;
  const { payload, ...signature } = single;
  const coSigned = {
    ...{ type: 'daricheh.co-submission.v1' as const, jws: { payload, signatures: [signature, signature] } },
    signers: [signer, signer],
  };
  const free = { canAmend: true, canWithdraw: true };
  const fixed = { canAmend: false, canWithdraw: false };

  it.each<[string, CaseRecord, object]>([
    ['that was just received', open(), free],
    ['in review', open('in-review'), free],
    ['that is decided', open('approved'), fixed],
    ['that the agency says was withdrawn', open('withdrawn'), fixed],
    ['in review, of a form that is amended until then', open('in-review', 'until-review'), { canAmend: false, canWithdraw: true }],
    ['of which more is needed, of such a form', open('more-needed', 'until-review'), free],
    ['of a form that is never amended', open('received', 'never'), { canAmend: false, canWithdraw: true }],
    ['from before its page was kept', received('a', 3), fixed],
    ['whose definition was not kept', { ...received('a', 3), filled }, { canAmend: false, canWithdraw: true }],
    ['that two people signed', caseRecord.parse({ ...open(), coSigned }), fixed],
    ['that is a withdrawal', { ...open(), about: { kind: 'withdraws', caseNumber: 'x' } }, fixed],
  ])('may be changed as the agency’s form says: one %s', (_what, record, expected) => {
    expect(lineOf(record)).toMatchObject(expected);
  });

  it('says so as soon as the agency has what was signed about it, whatever it said before', () => {
    const late = open('more-needed');
    const amended = lineOf(late, { ...received('b', 3), ...about('amends') });
    expect(amended).toMatchObject({
      state: 'amended',
      closedBy: { kind: 'amends', caseNumber: 'b' },
      nextAction: { kind: 'none' },
      ...fixed,
    });
    const withdrawn = lineOf(late, { ...received('b', 3), ...about('withdraws') });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', closedBy: { kind: 'withdraws', caseNumber: 'b' }, ...fixed });
  });

  it('stays as it is while that is under way, and may be changed again once that was refused', () => {
    const waits: CaseRecord = { ...pending('b', 0), ...about('withdraws') };
    expect(lineOf(open(), waits)).toMatchObject({ state: 'received', closedBy: { kind: 'withdraws', caseNumber: null }, ...fixed });
    expect(lineOf(open(), { ...waits, refusal: 'case_closed' })).toMatchObject({ closedBy: null, ...free });
  });

  it('is none where another agency has a case of that number', () => {
    const other: CaseRecord = { ...received('b', 3), ...about('withdraws'), agency: { ...common.agency, origin: 'https://roads.example' } };
    expect(lineOf(open(), other)).toMatchObject({ state: 'received', closedBy: null, ...free });
  });

  it('stands behind those that are open, and so does the withdrawal', () => {
    const records = [open('in-review'), { ...received('b', -3), ...about('withdraws') }, received('c', 9, 'in-review')];
    expect(listCases(records, now).map(({ id, state }) => [id, state])).toEqual([
      ['c', 'in-review'],
      ['a', 'withdrawn'],
      ['b', 'recorded'],
    ]);
  });
});

describe('caseRecord', () => {
  it('reads back what was stored, and nothing with an unknown member', () => {
    const stored = received('a', 3, 'in-review');
    expect(caseRecord.parse(structuredClone(stored))).toEqual(stored);
    expect(caseRecord.safeParse({ ...stored, other: 1 }).success).toBe(false);
  });
});
