import { isJsonObject } from '../../../credential/index.ts';
import type { Json } from '../../../encoding/index.ts';
import { AppError } from '../../../errors/index.ts';
import { limits } from '../../limits.ts';
import type { VpTokenContext } from './context.ts';

/**
 * V24. The vp_token is an object of arrays of texts: no id that the query lacks, and one presentation for each unless
 * the query said `multiple`; 64 KiB at most, before anything in it is read.
 * @throws AppError `vp_token_malformed`
 * @see OpenID4VP 1.0, section 8.1
 */
export function checkVpTokenShape(context: VpTokenContext): void {
  const { vpToken, expected } = context;
  if (!isJsonObject(vpToken)) throw malformed('object');
  const presentations = new Map<string, readonly string[]>();
  let length = 0;
  for (const [id, texts] of Object.entries(vpToken)) {
    const asked = expected.query.credentials.find((each) => each.id === id);
    if (asked === undefined) throw malformed('unknown_id');
    if (!isTexts(texts) || texts.length === 0) throw malformed('array');
    if (texts.length > 1 && asked.multiple !== true) throw malformed('multiple');
    length += texts.reduce((sum, text) => sum + text.length, 0);
    presentations.set(id, texts);
  }
  // Presentations are ASCII: whatever else stands in one is refused with it.
  if (length > limits.vpTokenBytes) throw malformed('size');
  context.presentations = presentations;
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((each: Json) => typeof each === 'string');
}

function malformed(what: string): AppError {
  return new AppError('vp_token_malformed', { what });
}
