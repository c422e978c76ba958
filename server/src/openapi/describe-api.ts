import type { Json } from '@daricheh/shared/encoding';
import { type ErrorCode, errorCodes, errorSentences } from '@daricheh/shared/errors';
import type { LocalizedText } from '@daricheh/shared/trust';
import { toJsonSchema } from './json-schema.ts';
import { commonErrors, type Operation, type Parameter } from './operation.ts';
import { operations } from './operations.ts';

/** Grows with each change that a caller may notice. */
const apiVersion = '1.0.0';

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'title_fa', 'status', 'code', 'facts'],
  properties: {
    type: { type: 'string', description: 'urn:daricheh:error: and the code' },
    title: { type: 'string', description: 'A sentence for people, in English' },
    title_fa: { type: 'string', description: 'A sentence for people, in Persian' },
    status: { type: 'integer' },
    code: { type: 'string' },
    facts: { type: 'object', description: 'What is known of the cause: names of rules and members, never a value of the citizen’s' },
  },
} as const;

/** The description of the API of the agency at `origin`. @see OpenAPI 3.1.1; RFC 9457 */
export function describeApi({ name, origin }: { readonly name: LocalizedText; readonly origin: string }): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  return {
    openapi: '3.1.1',
    info: {
      title: `Daricheh · ${name.en}`,
      summary: `دریچه · ${name.fa}`,
      version: apiVersion,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: origin }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'The agency’s API key' } },
      schemas: { Problem: problemSchema },
    },
  };
}

function describeOperation({ id, group, isPublic, title, about, parameters = [], body, answers, errors }: Operation): Json {
  return {
    ...{ operationId: id, tags: [group], summary: title.en, description: `${about.en}\n\n${about.fa}` },
    ...(isPublic ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters: parameters.map(describeParameter) }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toJsonSchema(body.schema, 'input'), example: body.example as Json } },
          },
        }),
    responses: {
      ...Object.fromEntries(
        answers.map(({ status, about: words, schema, mediaType = 'application/json' }) => [
          String(status),
          { description: words.en, content: { [mediaType]: { schema: toJsonSchema(schema, 'output') } } },
        ]),
      ),
      ...describeErrors([...errors, ...commonErrors].filter((code) => !isPublic || code !== 'not_authorized')),
    },
  };
}

function describeParameter({ in: place, name, isRequired, about }: Parameter): Json {
  return { in: place, name, required: isRequired, description: about.en, schema: { type: 'string' } };
}

/** One response for each status, which lists the codes that come with it. */
function describeErrors(codes: readonly ErrorCode[]): Record<string, Json> {
  const statuses = [...new Set(codes.map((code) => errorCodes[code]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [String(status), describeStatus(codes.filter((code) => errorCodes[code] === status))]),
  );
}

function describeStatus(codes: readonly ErrorCode[]): Json {
  const unique = [...new Set(codes)];
  return {
    description: unique.map((code) => `${code}: ${errorSentences[code].en}`).join('\n\n'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
