import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOutbox } from './outbox.ts';
import type { ServerAnswer, ServerCall } from './server-client.ts';

const submission = { formTitle: 'License renewal', answers: [{ label: 'First name', value: 'Sara' }] };
const down: ServerAnswer = { kind: 'unreachable' };
const registered: ServerAnswer = {
  kind: 'answered',
  status: 201,
  setCookies: [],
  text: '',
  json: { caseNumber: 'T-1', dueAt: '2026-12-01T00:00:00Z' },
};

function setUp(answers: ServerAnswer[]) {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  const calls: ServerCall[] = [];
  const outbox = createOutbox({
    folder,
    apiKey: 'key',
    callServer: async (call) => {
      calls.push(call);
      return answers.shift() ?? down;
    },
  });
  return { outbox, calls, listFiles: () => readdirSync(folder) };
}

describe('the outbox', () => {
  it('hands a submission to the server with its key, and keeps nothing', async () => {
    const { outbox, calls, listFiles } = setUp([registered]);
    expect(await outbox.hand(submission)).toEqual({ kind: 'registered', caseNumber: 'T-1', dueAt: '2026-12-01T00:00:00Z' });
    expect(calls).toEqual([
      {
        method: 'POST',
        path: '/daricheh/plain-submissions',
        json: submission,
        bearer: 'key',
        idempotencyKey: expect.stringMatching(/^\w{10}$/),
      },
    ]);
    expect(listFiles()).toEqual([]);
  });

  it('keeps what the server could not take, and hands it over later under the same key', async () => {
    const { outbox, calls, listFiles } = setUp([down, { kind: 'answered', status: 503, setCookies: [], text: '', json: null }, registered]);
    const handed = await outbox.hand(submission);
    expect(handed).toEqual({ kind: 'kept', reference: calls[0]?.idempotencyKey });
    expect(listFiles()).toHaveLength(1);
    expect(await outbox.flush()).toBe(1);
    expect(await outbox.flush()).toBe(0);
    expect(listFiles()).toEqual([]);
    expect(calls[2]).toEqual(calls[0]);
  });
});
