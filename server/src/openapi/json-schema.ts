import type { Json } from '@daricheh/shared/encoding';
import * as z from 'zod/mini';

export type JsonSchema = { readonly [name: string]: Json };

/**
 * What a sender must send (`input`) or gets (`output`), in JSON Schema 2020-12, which is what OpenAPI 3.1 embeds. What a
 * schema checks by a function of its own is not in it: the operation says it in words.
 */
export function toJsonSchema(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // Dropping what is undefined makes plain JSON of it.
  return JSON.parse(JSON.stringify(rest));
}
