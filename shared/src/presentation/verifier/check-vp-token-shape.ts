import { isJsonObject } from '../../credential/index.ts';
import { encodeUtf8, type Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import type { DcqlRequest } from '../dcql.ts';
import { limits } from '../limits.ts';

/**
 * V24. The vp_token is an object of arrays of texts: no id that the query lacks, and one presentation for each unless
 * the query said `multiple`.
 * @throws AppError `vp_token_malformed`
 * @see OpenID4VP 1.0, section 8.1
 */
export function checkVpTokenShape(vpToken: Json, { credentials }: DcqlRequest): ReadonlyMap<string, readonly string[]> {
  if (!isJsonObject(vpToken)) throw malformed('object');
  if (encodeUtf8(JSON.stringify(vpToken)).length > limits.vpTokenBytes) throw malformed('size');
  const entries = Object.entries(vpToken).map(([id, presentations]) => {
    const asked = credentials.find((each) => each.id === id);
    if (asked === undefined) throw malformed('unknown_id');
    if (!isTexts(presentations) || presentations.length === 0) throw malformed('array');
    if (presentations.length > 1 && asked.multiple !== true) throw malformed('multiple');
    return [id, presentations] as const;
  });
  return new Map(entries);
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((each: Json) => typeof each === 'string');
}

function malformed(what: string): AppError {
  return new AppError('vp_token_malformed', { rule: 'V24', what });
}
