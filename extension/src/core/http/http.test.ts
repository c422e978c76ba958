import { encodeUtf8 } from '@daricheh/shared/encoding';
import { describe, expect, it } from 'vitest';
import { type HttpAnswer, readJson } from './http.ts';

const answer = (status: number, body: string, contentType = 'application/json'): HttpAnswer => ({
  status,
  contentType,
  bytes: encodeUtf8(body),
});
const problem = (status: number, body: object) => answer(status, JSON.stringify(body), 'application/problem+json');

describe('readJson', () => {
  it('reads an answer of status 200 or 201', () => {
    expect([readJson(answer(200, '{"a":1}')), readJson(answer(201, '[]'))]).toEqual([{ a: 1 }, []]);
  });

  it.each([
    ['the code of the problem', problem(422, { code: 'body_too_large', title: 'x' }), 'body_too_large'],
    ['a refusal whose code is unknown', problem(422, { code: '<b>made up</b>' }), 'agency_refused'],
    ['an error of the server', problem(500, { code: 'internal_error' }), 'unavailable'],
    ['an error page', answer(502, '<html>', 'text/html'), 'unavailable'],
    ['a refusal without a problem document', answer(404, 'no', 'text/plain'), 'agency_refused'],
    ['a name that stands twice', answer(200, '{"a":1,"a":2}'), 'malformed_request'],
    ['an answer beyond the limit', answer(200, `"${'a'.repeat(70_000)}"`), 'body_too_large'],
  ])('throws %s', (_what, given, code) => {
    expect(() => readJson(given)).toThrow(expect.objectContaining({ code }));
  });
});
