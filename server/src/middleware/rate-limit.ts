import { AppError } from '@daricheh/shared/errors';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';

const windowMs = 15 * 60_000;
const maxFailures = 100;
const maxClients = 10_000;

type LimitDeps = Pick<Deps, 'now' | 'trustForwardedFor'>;

type Count = { failures: number; endsAt: number };

/**
 * Refuses a client that failed 100 times within 15 minutes at the routes behind it. Only answers of 4xx count, so that
 * whoever has the right key is never slowed by how often it is used. Counts live in memory: a restart forgives.
 */
export function limitFailures(deps: LimitDeps): MiddlewareHandler<AppEnv> {
  return limit(deps, (status) => status >= 400 && status < 500);
}

/**
 * The same for wrong API keys alone. What an agency's back end sends came from citizens: were every 4xx counted, a hundred
 * bad forms of one visitor would shut out all the others.
 */
export function limitWrongKeys(deps: LimitDeps): MiddlewareHandler<AppEnv> {
  return limit(deps, (status) => status === 401);
}

function limit({ now, trustForwardedFor }: LimitDeps, isFailure: (status: number) => boolean): MiddlewareHandler<AppEnv> {
  const counts = new Map<string, Count>();
  return async (context, next) => {
    const client = `${context.get('agency').id} ${findClient(context, { trustForwardedFor })}`;
    const at = now().getTime();
    const count = currentCount(counts, client, at);
    if (count.failures >= maxFailures) {
      throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil((count.endsAt - at) / 1000) });
    }
    await next();
    if (isFailure(context.res.status)) remember(counts, client, count);
  };
}

function currentCount(counts: Map<string, Count>, client: string, at: number): Count {
  const count = counts.get(client);
  return count === undefined || count.endsAt <= at ? { failures: 0, endsAt: at + windowMs } : count;
}

function remember(counts: Map<string, Count>, client: string, count: Count): void {
  count.failures++;
  counts.delete(client);
  counts.set(client, count);
  if (counts.size > maxClients) counts.delete(counts.keys().next().value ?? '');
}

function findClient(context: Context<AppEnv>, { trustForwardedFor }: { trustForwardedFor: boolean }): string {
  const forwarded = trustForwardedFor ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return forwarded ?? readRemoteAddress(context.env);
}

/** The peer's address as @hono/node-server hands it over; empty in tests, which open no socket. */
function readRemoteAddress(bindings: unknown): string {
  const { incoming } = (bindings ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? '';
}
