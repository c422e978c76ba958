import { errorCodes } from '@daricheh/shared/errors';
import { describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { apiKeyOf, createTestApp, originOf } from '../testing/test-app.ts';
import { docsText } from './docs-text.ts';
import { operations } from './operations.ts';

type Schema = { readonly [name: string]: unknown };
type Described = { readonly paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>> } & Schema;

async function readDescription(): Promise<Described> {
  const { send } = await createTestApp();
  const answer = await send('tax', '/daricheh/openapi.json');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  return (await answer.json()) as Described;
}

/** Hono wraps a handler that stands behind an error handler of its own, and keeps what it wraps under this name. */
function unwrap(handler: unknown): unknown {
  const inner = (handler as { __COMPOSED_HANDLER?: unknown }).__COMPOSED_HANDLER;
  return inner === undefined ? handler : unwrap(inner);
}

/** Every route that is described: those behind the API key, and those of the log. */
async function listDescribedRoutes(): Promise<readonly string[]> {
  const { deps } = await createTestApp();
  const isOfLog = (method: string, path: string) => method === 'GET' && /^\/daricheh\/log\/\w/.test(path);
  const described = createApp(deps).routes.filter(
    ({ handler, method, path }) => unwrap(handler) === requireApiKey || isOfLog(method, path),
  );
  return described.map(({ method, path }) => `${method} ${path}`).sort();
}

describe('the description of the API', () => {
  it('names every route that is mounted behind the API key or for auditors, and none beside', async () => {
    const { paths } = await readDescription();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const mounted = await listDescribedRoutes();
    expect(described.sort()).toEqual(mounted);
    expect(mounted.length).toBeGreaterThan(5);
  });

  it('is told of the agency that is asked, in OpenAPI 3.1', async () => {
    expect(await readDescription()).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d$/),
      servers: [{ url: originOf('tax') }],
      security: [{ apiKey: [] }],
    });
  });

  it.each(operations)(
    '$id: has an example that the route’s own schema takes, and without a key is refused, or needs none',
    async (operation) => {
      const { send } = await createTestApp();
      const { body, method, path, parameters = [] } = operation;
      if (body !== undefined) expect(body.schema.safeParse(body.example).error).toBeUndefined();
      const agency = operation.group === 'issue' ? 'civil-registry' : 'tax';
      const query = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => `${name}=0`);
      const at = `${path.replaceAll(/\{\w+\}/g, 'AAAA')}${operation.isPublic ? `?${query.join('&')}` : ''}`;
      const init = { method: method.toUpperCase(), ...(method === 'post' ? { json: body?.example ?? {} } : {}) };
      expect((await send(agency, at, init)).status === 401).toBe(operation.isPublic !== true);
      const headers = { authorization: `Bearer ${apiKeyOf(agency)}`, 'idempotency-key': '0123456789' };
      const answer = await send(agency, at, { ...init, headers });
      const known = [...operation.answers.map(({ status }) => status), ...operation.errors.map((code) => errorCodes[code]), 400];
      expect(known).toContain(answer.status);
      const shape = operation.answers.find(({ status }) => status === answer.status)?.schema;
      if (shape !== undefined) expect(shape.safeParse(await answer.json()).error).toBeUndefined();
    },
  );

  it('points to nothing that is not there', async () => {
    const description = await readDescription();
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
    expect([...new Set(references)]).toEqual(['#/components/schemas/Problem']);
    expect(description).toHaveProperty('components.schemas.Problem');
  });
});

describe('the page of the API', () => {
  it.each(['fa', 'en'] as const)('tells of every operation in %s', async (language) => {
    const { send } = await createTestApp();
    const answer = await send('tax', `/daricheh/docs?lang=${language}`);
    const page = await answer.text();
    expect(page).toContain(docsText[language].lead);
    for (const { id, title } of operations) expect(page).toContain(`id="${id}"><h3>${title[language].replaceAll("'", '&#39;')}</h3>`);
    expect(page).toContain('<code dir="ltr">documents[].data</code>');
  });

  it('loads nothing but its style and fonts from this server, and runs nothing', async () => {
    const { send } = await createTestApp();
    const answer = await send('tax', '/daricheh/docs');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<img|<iframe|style="/);
    expect([...page.matchAll(/<link[^>]*href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/daricheh/caseworker/static/caseworker.css']);
  });
});
