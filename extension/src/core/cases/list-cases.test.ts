import type { CaseStatus } from '@daricheh/shared/catalogue';
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

describe('caseRecord', () => {
  it('reads back what was stored, and nothing with an unknown member', () => {
    const stored = received('a', 3, 'in-review');
    expect(caseRecord.parse(structuredClone(stored))).toEqual(stored);
    expect(caseRecord.safeParse({ ...stored, other: 1 }).success).toBe(false);
  });
});
