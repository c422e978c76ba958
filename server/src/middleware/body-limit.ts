import { AppError } from '@daricheh/shared/errors';
import { maxAttachmentBytes } from '@daricheh/shared/submission';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';

export const maxBodyBytes = 98_304;

/** Where files are sent, which are streamed to disk and never held whole. */
export const attachmentsPath = '/daricheh/attachments';

/**
 * Refuses a body that does not say its length, or says more than 96 KiB (for a file 25 MiB), before a byte of it is read. The HTTP server
 * holds a client to the length that it said. (hono/body-limit reads the stream, at four times the cost or more.)
 */
export const limitBody: MiddlewareHandler<AppEnv> = async (context, next) => {
  const { method } = context.req;
  if (method === 'GET' || method === 'HEAD') return next();
  const lengthText = context.req.header('content-length');
  if (context.req.header('transfer-encoding') !== undefined) throw new AppError('length_required');
  if (lengthText === undefined && method !== 'DELETE') throw new AppError('length_required');
  const length = Number(lengthText ?? '0');
  if (context.req.path === attachmentsPath) {
    if (length > maxAttachmentBytes) throw new AppError('attachment_too_large', { limit: maxAttachmentBytes });
  } else if (length > maxBodyBytes) throw new AppError('body_too_large', { limit: maxBodyBytes });
  return next();
};
