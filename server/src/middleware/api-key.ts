import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@daricheh/shared/errors';
import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { sha256 } from '../crypto/node-crypto.ts';

/** Lets through only the agency's own back end, which shows its API key as a bearer token. */
export const requireApiKey: MiddlewareHandler<AppEnv> = async (context, next) => {
  const token = readBearer(context);
  const hash = sha256(new TextEncoder().encode(token ?? ''));
  if (token === undefined || !timingSafeEqual(hash, context.get('agency').apiKeyHash)) throw new AppError('not_authorized');
  return next();
};

/** The bearer token of a request (RFC 6750, section 2.1); undefined when it carries none. */
export function readBearer(context: Context<AppEnv>): string | undefined {
  return /^Bearer ([\x21-\x7e]+)$/.exec(context.req.header('authorization') ?? '')?.[1];
}
