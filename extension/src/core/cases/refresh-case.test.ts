import { encodeUtf8 } from '@daricheh/shared/encoding';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../http/http.ts';
import type { ReceivedCase } from './case-record.ts';
import { askErasure } from './refresh-case.ts';

const origin = 'https://tax.example';
const received: ReceivedCase = {
  delivery: 'received',
  id: 'c1',
  agency: { id: 'tax', name: { fa: 'مالیات', en: 'Tax' }, origin },
  title: { fa: 'اظهارنامه', en: 'Tax return' },
  idempotencyKey: 'k',
  submissionsUri: `${origin}/daricheh/submissions`,
  signedAtMs: 0,
  manifest: 'e30',
  envelope: {
    type: 'daricheh.submission.v1',
    jws: { payload: 'e30', protected: 'e30', signature: '' },
    request: '',
    presentation: '',
    assertion: { credentialId: '', authenticatorData: '', clientDataJSON: '', signature: '' },
    leaf: { index: 0, size: 1, path: [] },
  },
  caseNumber: 'CASE-1',
  caseUri: `${origin}/daricheh/cases/CASE-1`,
  caseToken: 'secret',
  receipt: 'a.b.c',
  receivedAt: '2026-11-23T09:00:00.000Z',
  dueAt: '2026-12-23T09:00:00.000Z',
  status: null,
  checkedAtMs: null,
};
const status = {
  ...{ caseNumber: 'CASE-1', title: received.title, state: 'received' as const, receivedAt: received.receivedAt, dueAt: received.dueAt },
  ...{ updatedAt: received.receivedAt, nextAction: null, erasure: { state: 'requested' as const, at: received.receivedAt } },
};

/** Asks an agency that answers so; what was sent, and what is kept of it. */
async function ask(answer: object, changes: Partial<ReceivedCase> = {}, httpStatus = 200) {
  const sent: HttpRequest[] = [];
  const send = async (request: HttpRequest) => {
    sent.push(request);
    return { status: httpStatus, contentType: 'application/json', bytes: encodeUtf8(JSON.stringify(answer)) };
  };
  const asking = askErasure({ ...received, ...changes }, { send, nowMs: () => 7 });
  return { sent, kept: await asking.catch((error: unknown) => error) };
}

describe('asking an agency to erase a case', () => {
  it('shows it the case’s token, keeps what it says, and keeps all that is here', async () => {
    const { sent, kept } = await ask(status);
    expect(sent).toEqual([
      {
        ...{ url: `${origin}/daricheh/cases/CASE-1/erasure`, method: 'POST', body: '{}' },
        headers: { authorization: 'Bearer secret', accept: 'application/json', 'content-type': 'application/json' },
      },
    ]);
    expect(kept).toEqual({ ...received, status, checkedAtMs: 7 });
  });

  it('sends nothing to another origin than the agency’s', async () => {
    const { sent, kept } = await ask(status, { caseUri: 'https://elsewhere.example/daricheh/cases/CASE-1' });
    expect([sent, kept]).toMatchObject([[], { code: 'agency_refused' }]);
  });

  it.each([
    ['another case', { ...status, caseNumber: 'CASE-2' }],
    ['nothing that can be read', { erased: true }],
    ['an outcome that there is not', { ...status, erasure: { state: 'eaten', at: received.receivedAt } }],
  ])('is told as refused when the agency speaks of %s', async (_what, answer) => {
    expect((await ask(answer)).kept).toMatchObject({ code: 'agency_refused' });
  });
});
