import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@daricheh/shared/errors';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { sha256 } from '../crypto/node-crypto.ts';

/** Lets through only the agency's own back end, which shows its API key as a bearer token (RFC 6750, section 2.1). */
export const requireApiKey: MiddlewareHandler<AppEnv> = async (context, next) => {
  const token = /^Bearer ([\x21-\x7e]+)$/.exec(context.req.header('authorization') ?? '')?.[1];
  const hash = sha256(new TextEncoder().encode(token ?? ''));
  if (token === undefined || !timingSafeEqual(hash, context.get('agency').apiKeyHash)) throw new AppError('not_authorized');
  return next();
};
