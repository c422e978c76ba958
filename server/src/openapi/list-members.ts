import type { Json } from '@daricheh/shared/encoding';
import type { JsonSchema } from './json-schema.ts';

/** One member of a JSON document, for people: where it stands (`documents[].data[]`), what it is, and whether it must be there. */
export type Member = { readonly name: string; readonly kind: string; readonly isRequired: boolean };

const mostValues = 12;

/** Every member that a schema names, from the outside in. */
export function listMembers(schema: JsonSchema, prefix = ''): readonly Member[] {
  const choices = readSchemas(schema['anyOf'] ?? schema['oneOf']);
  if (choices.length > 0) return dropDoubles(choices.flatMap((choice) => listMembers(choice, prefix)));
  const { properties, items, required } = schema;
  if (isSchema(items)) return listMembers(items, `${prefix}[]`);
  if (!isSchema(properties)) return [];
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(properties).flatMap(([name, member]) => {
    if (!isSchema(member)) return [];
    const at = prefix === '' ? name : `${prefix}.${name}`;
    return [{ name: at, kind: describeKind(member), isRequired: needed.includes(name) }, ...listMembers(member, at)];
  });
}

function describeKind(schema: JsonSchema): string {
  const { type, enum: values, const: constant, items, format } = schema;
  const choices = readSchemas(schema['anyOf'] ?? schema['oneOf']);
  if (choices.length > 0) return [...new Set(choices.map(describeKind))].join(' | ');
  if (constant !== undefined) return JSON.stringify(constant);
  if (Array.isArray(values)) return values.length > mostValues ? 'id' : values.map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'array' && isSchema(items)) return describeKinds(describeKind(items));
  if (typeof format === 'string') return format;
  if (Array.isArray(type)) return type.join(' | ');
  return typeof type === 'string' ? type : 'JSON';
}

/** The kind of an array of these. */
function describeKinds(kind: string): string {
  return kind.includes(' | ') ? `(${kind})[]` : `${kind}[]`;
}

function readSchemas(value: Json | undefined): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function dropDoubles(members: readonly Member[]): readonly Member[] {
  return members.filter(({ name }, at) => members.findIndex((other) => other.name === name) === at);
}
