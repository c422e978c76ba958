import type { Bytes } from '@daricheh/shared/credential';
import { decodeUtf8, parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';

/**
 * The JSON body, read strictly and in the shape of `schema`.
 * @throws AppError `unsupported_media_type` when it is not said to be JSON; `malformed_request` naming the member at fault.
 */
export async function readJson<T>(context: Context<AppEnv>, schema: z.ZodMiniType<T>): Promise<T> {
  requireType(context, 'application/json');
  return parseShape(parseStrictJson(await readWhole(context)), schema);
}

/**
 * The form-encoded body in the shape of `schema`; each name may stand once.
 * @throws AppError `unsupported_media_type`, `malformed_request`
 */
export async function readForm<T>(context: Context<AppEnv>, schema: z.ZodMiniType<T>): Promise<T> {
  requireType(context, 'application/x-www-form-urlencoded');
  const members = [...new URLSearchParams(decodeUtf8(await readWhole(context)))];
  if (new Set(members.map(([name]) => name)).size !== members.length) throw new AppError('malformed_request', { what: 'form-name' });
  return parseShape(Object.fromEntries(members), schema);
}

/** The body as text, under the media type that it must have. @throws AppError `unsupported_media_type`, `malformed_request` */
export async function readText(context: Context<AppEnv>, type: string): Promise<string> {
  requireType(context, type);
  return decodeUtf8(await readWhole(context));
}

/** The body as it is, under the media type that it must have. @throws AppError `unsupported_media_type`, `malformed_request` */
export async function readBytes(context: Context<AppEnv>, type: string): Promise<Bytes> {
  requireType(context, type);
  return readWhole(context);
}

/** `value` in the shape of `schema`. @throws AppError `malformed_request` with the path of the member at fault. */
export function parseShape<T>(value: unknown, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // Only names that the schema itself knows are told; an unknown member's name was chosen by the sender.
  throw new AppError('malformed_request', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
}

/** The whole body. @throws AppError `malformed_request` when the client went away before its end: no fault of ours */
async function readWhole(context: Context<AppEnv>): Promise<Bytes> {
  try {
    return new Uint8Array(await context.req.arrayBuffer());
  } catch {
    throw new AppError('malformed_request', { what: 'body' });
  }
}

function requireType(context: Context<AppEnv>, type: string): void {
  const given = (context.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (given !== type) throw new AppError('unsupported_media_type', { expected: type });
}
