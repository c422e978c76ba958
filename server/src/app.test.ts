import { AppError, errorSentences } from '@daricheh/shared/errors';
import { describe, expect, it } from 'vitest';
import { createTestApp } from './testing/test-app.ts';

async function readCode(response: Response): Promise<unknown> {
  return ((await response.json()) as { code?: unknown }).code;
}

const api = '/daricheh/no-such-route';

describe('every request', () => {
  it('is answered with the strictest headers and an id of our own', async () => {
    const { send } = await createTestApp();
    const response = await send('tax', '/health', { headers: { 'x-request-id': 'mine' } });
    expect(await response.json()).toEqual({ status: 'ok' });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[\w-]{16}$/),
    });
  });

  it('is logged once, by the pattern of its route and not by its address', async () => {
    const { send, logged } = await createTestApp();
    await send('tax', '/health?national_id=0499370899');
    await send('tax', '/daricheh/0499370899');
    expect(logged).toEqual([
      { level: 'info', event: 'request', id: expect.any(String), agency: undefined, method: 'GET', route: '/health', status: 200, ms: 0 },
      { level: 'info', event: 'request', id: expect.any(String), agency: 'tax', method: 'GET', route: '(none)', status: 404, ms: 0 },
    ]);
  });

  it('gets a problem document when nothing is there', async () => {
    const { send } = await createTestApp();
    const response = await send('tax', api);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        type: 'urn:daricheh:error:not_found',
        title: errorSentences.not_found.en,
        title_fa: errorSentences.not_found.fa,
        status: 404,
        code: 'not_found',
        facts: {},
      },
    ]);
  });

  it('is refused when its host is none of ours', async () => {
    const { send } = await createTestApp();
    const response = await send('tax', api, { headers: { host: 'tax-gov.localhost:8570' } });
    expect([response.status, await readCode(response)]).toEqual([404, 'not_found']);
  });
});

describe('a body', () => {
  it.each([
    ['of the limit passes to the routes', { 'content-length': '98304' }, 404, 'not_found'],
    ['of one byte more is refused', { 'content-length': '98305' }, 413, 'body_too_large'],
    ['in chunks is refused', { 'transfer-encoding': 'chunked' }, 411, 'length_required'],
  ])('%s', async (_what, headers, status, code) => {
    const { send } = await createTestApp();
    const response = await send('tax', api, { body: 'x', headers });
    expect([response.status, await readCode(response)]).toEqual([status, code]);
  });
});

describe('a database that does not answer', () => {
  it.each([
    ['unavailable', new AppError('unavailable'), 503],
    ['internal_error', new TypeError('0499370899'), 500],
  ])('is told as %s, without a word of the cause', async (code, error, status) => {
    const { deps, logged } = await createTestApp();
    const store = { ...deps.store, checkHealth: () => Promise.reject(error) };
    const { send, logged: log } = await createTestApp({ store });
    const response = await send('tax', '/health');
    expect([response.status, await readCode(response)]).toEqual([status, code]);
    expect(JSON.stringify([...log, ...logged])).not.toContain('0499370899');
  });
});
