import { AppError } from '@daricheh/shared/errors';
import { Hono, type MiddlewareHandler } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Agency } from '../agencies/agency.ts';
import type { AppEnv } from '../app-env.ts';
import { handleError } from './problem-details.ts';
import { limitFailures, limitRequests } from './rate-limit.ts';

const agency = { id: 'tax' } as unknown as Agency;

/** A route behind one limit that answers as its path says, once the event loop has turned. */
function createLimited(make: (deps: { now: () => Date; trustForwardedFor: boolean }) => MiddlewareHandler<AppEnv>) {
  const clock = { now: new Date('2026-11-23T09:00:00Z') };
  const app = new Hono<AppEnv>();
  app.onError(handleError);
  app.use((context, next) => {
    context.set('agency', agency);
    return next();
  });
  app.use(make({ now: () => clock.now, trustForwardedFor: true }));
  app.get('/right', (context) => context.text('right'));
  app.get('/wrong', async () => {
    await Promise.resolve();
    throw new AppError('invalid_grant');
  });
  app.get('/nonce', () => {
    throw new AppError('use_dpop_nonce');
  });
  const ask = async (path: string, client = 'a') => (await app.request(path, { headers: { 'x-forwarded-for': client } })).status;
  const askOften = (times: number, path: string) => Promise.all(Array.from({ length: times }, () => ask(path)));
  return { clock, ask, askOften };
}

describe('D11: a limit on failures', () => {
  it('counts every one of many at once, and nobody else’s', async () => {
    const { clock, ask, askOften } = createLimited(limitFailures);
    await askOften(100, '/wrong');
    expect([await ask('/right'), await ask('/right', 'b')]).toEqual([429, 200]);
    clock.now = new Date(clock.now.getTime() + 900_000);
    expect(await ask('/right')).toBe(200);
  });

  it('counts no answer that is right, nor one that only asks for a nonce', async () => {
    const { ask, askOften } = createLimited(limitFailures);
    await askOften(99, '/wrong');
    await askOften(200, '/right');
    await askOften(200, '/nonce');
    expect(await ask('/right')).toBe(200);
    await ask('/wrong');
    expect(await ask('/right')).toBe(429);
  });
});

describe('a limit on requests', () => {
  it('lets through as many as a route says', async () => {
    const { askOften } = createLimited((deps) => limitRequests(deps, 5));
    expect((await askOften(8, '/right')).filter((status) => status === 200)).toHaveLength(5);
  });

  it('lets three thousand through, of any number at once', async () => {
    const { clock, ask, askOften } = createLimited(limitRequests);
    const statuses = await askOften(3100, '/right');
    expect(statuses.filter((status) => status === 200)).toHaveLength(3000);
    expect(await ask('/right', 'b')).toBe(200);
    clock.now = new Date(clock.now.getTime() + 900_000);
    expect(await ask('/right')).toBe(200);
  });
});
