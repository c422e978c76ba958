import type * as z from 'zod/mini';
import { type JsonObject, parseCompactJws, parseJwsPayload } from '../credential/index.ts';
import { encodeCanonicalJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { openSealedJws, type Seal, type SealExpectations, type SealPorts, sealJws } from '../seal/index.ts';
import { type FormMap, type FormMapContent, formMap, formMapContent, formMapLimits } from './form-map.ts';

export const formMapJwsType = 'daricheh-form-map+jws';

/** Where an agency serves its map, and as what (RFC 7515, section 9.2.1). */
export const formMapPath = '/.well-known/daricheh-form-map';
export const formMapMediaType = 'application/jose';

const code = 'form_map_invalid';
const usualDays = 30;
const dayMs = 86_400_000;
/** Clocks of an agency and of a citizen may differ by this much. */
const skewMs = 300_000;

/**
 * An agency's map for its own `origin` as it is served, signed now and good for the days that it says.
 * @throws AppError `form_map_invalid`, with `where` the fault stands; `what` is `size` where the whole is too long
 */
export async function publishFormMap(
  content: FormMapContent,
  { origin, now }: { readonly origin: string; readonly now: Date },
  seal: Seal,
): Promise<string> {
  const { version, days = usualDays, forms } = parse(formMapContent, content);
  const expiresAt = new Date(now.getTime() + days * dayMs).toISOString();
  const map: FormMap = { type: 'daricheh.form-map.v1', origin, version, issuedAt: now.toISOString(), expiresAt, forms };
  const jws = await sealJws(formMapJwsType, encodeCanonicalJson(parse(formMap, map)), seal);
  if (jws.length > formMapLimits.chars) throw new AppError(code, { what: 'size' });
  return jws;
}

export type FormMapExpectations = SealExpectations & {
  /** The greatest version that was ever in use for this origin; 0 where none was. */
  readonly lastVersion: number;
};

/**
 * The map in `text`: sealed by the agency of that origin, for that origin, of now, and of no version older than one that was in use. Its length and
 * shape are looked at before any signature is.
 * @throws AppError `form_map_invalid` (its facts say `what`, of a wrong shape also `where`), `form_map_expired`, `form_map_rolled_back`
 */
export async function openFormMap(text: string, expected: FormMapExpectations, ports: SealPorts): Promise<FormMap> {
  const jws = parseCompactJws(text, { code, maxLength: formMapLimits.chars });
  const map = parse(formMap, parseJwsPayload(jws, code));
  await openSealedJws(text, { ...expected, typ: formMapJwsType, code }, ports);
  if (map.origin !== expected.origin) throw new AppError(code, { what: 'address' });
  const nowMs = expected.at.getTime();
  if (Date.parse(map.issuedAt) > nowMs + skewMs) throw new AppError(code, { what: 'issued_at' });
  if (Date.parse(map.expiresAt) <= nowMs) throw new AppError('form_map_expired');
  if (map.version < expected.lastVersion) throw new AppError('form_map_rolled_back', { version: map.version });
  return map;
}

function parse<T>(schema: z.ZodMiniType<T>, value: JsonObject | FormMap | FormMapContent): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // Names of members and places in lists alone: nothing of what stands there.
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError(code, { what: 'shape', where });
}
