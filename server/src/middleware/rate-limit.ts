import { AppError } from '@daricheh/shared/errors';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';

const windowMs = 15 * 60_000;
const maxFailures = 100;
/** Many may share one address behind their provider's: this is some three hundred who receive documents. */
export const maxRequests = 3000;
const maxClients = 10_000;

type LimitDeps = Pick<Deps, 'now' | 'trustForwardedFor'>;

type Count = { counted: number; endsAt: number };

/**
 * Refuses a client that failed 100 times within 15 minutes at the routes behind it. Only answers of 4xx count, so that
 * whoever has the right key is never slowed by how often it is used. Counts live in memory: a restart forgives.
 */
export function limitFailures(deps: LimitDeps): MiddlewareHandler<AppEnv> {
  return limit(deps, isRefusal);
}

/** Refuses a client that asked 3,000 times (`most`) within 15 minutes, well or badly: for routes where an answer costs a record. */
export function limitRequests({ now, trustForwardedFor }: LimitDeps, most = maxRequests): MiddlewareHandler<AppEnv> {
  const counts = new Map<string, Count>();
  return (context, next) => {
    const client = nameClient(context, { trustForwardedFor });
    const at = now().getTime();
    const count = currentCount(counts, client, at);
    if (count.counted >= most) throw tooMany(count, at);
    remember(counts, client, count);
    return next();
  };
}

/**
 * The same for wrong API keys alone. What an agency's back end sends came from citizens: were every 4xx counted, a hundred
 * bad forms of one visitor would shut out all the others.
 */
export function limitWrongKeys(deps: LimitDeps): MiddlewareHandler<AppEnv> {
  return limit(deps, ({ res }) => res.status === 401);
}

/**
 * For routes whose right answer nobody can guess, as a passkey's signature: whoever gives it gets through, however often
 * others at the same address failed, and what fails past the hundredth time is told when to come again instead of why.
 * Nobody can lock anybody else out.
 */
export function slowFailures({ now, trustForwardedFor }: LimitDeps): MiddlewareHandler<AppEnv> {
  const counts = new Map<string, Count>();
  return async (context, next) => {
    const client = nameClient(context, { trustForwardedFor });
    const at = now().getTime();
    await next();
    if (!isRefusal(context)) return;
    const count = currentCount(counts, client, at);
    if (count.counted >= maxFailures) throw tooMany(count, at);
    remember(counts, client, count);
  };
}

function limit({ now, trustForwardedFor }: LimitDeps, isCounted: (context: Context<AppEnv>) => boolean): MiddlewareHandler<AppEnv> {
  const counts = new Map<string, Count>();
  return async (context, next) => {
    const client = nameClient(context, { trustForwardedFor });
    const at = now().getTime();
    const count = currentCount(counts, client, at);
    if (count.counted >= maxFailures) throw tooMany(count, at);
    await next();
    // Others of the same client were counted meanwhile.
    if (isCounted(context)) remember(counts, client, currentCount(counts, client, at));
  };
}

/** To be told a nonce is how every conversation with DPoP begins: that is no failure. */
function isRefusal({ res, error }: Context<AppEnv>): boolean {
  const isAskedForNonce = error instanceof AppError && error.code === 'use_dpop_nonce';
  return res.status >= 400 && res.status < 500 && !isAskedForNonce;
}

function tooMany({ endsAt }: Count, at: number): AppError {
  return new AppError('too_many_requests', { retryAfterSeconds: Math.ceil((endsAt - at) / 1000) });
}

function nameClient(context: Context<AppEnv>, proxy: { trustForwardedFor: boolean }): string {
  return `${context.get('agency').id} ${findClient(context, proxy)}`;
}

function currentCount(counts: Map<string, Count>, client: string, at: number): Count {
  const count = counts.get(client);
  return count === undefined || count.endsAt <= at ? { counted: 0, endsAt: at + windowMs } : count;
}

function remember(counts: Map<string, Count>, client: string, count: Count): void {
  count.counted++;
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
