import { AppError } from '@daricheh/shared/errors';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

export const maxBodyBytes = 98_304;

/**
 * Refuses a body that does not say its length, or says more than 96 KiB, before a byte of it is read. The HTTP server
 * holds a client to the length that it said. (hono/body-limit reads the stream, at four times the cost or more.)
 */
export const limitBody: MiddlewareHandler<AppEnv> = async (context, next) => {
  const { method } = context.req;
  if (method === 'GET' || method === 'HEAD') return next();
  const lengthText = context.req.header('content-length');
  if (context.req.header('transfer-encoding') !== undefined) throw new AppError('length_required');
  if (lengthText === undefined && method !== 'DELETE') throw new AppError('length_required');
  if (Number(lengthText ?? '0') > maxBodyBytes) throw new AppError('body_too_large', { limit: maxBodyBytes });
  return next();
};
