import { createAgency } from '../agencies/agency.ts';
import { createApp } from '../app.ts';
import { createVerifyP256, randomBytes, sha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import type { LogEntry } from '../log.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import { createDemoAuthority, type DemoAuthority } from './demo-authority.ts';
import { signTestTrustList } from './test-trust-list.ts';

/** Tests begin at this time; `clock.now` may be moved. */
export const startOfTests = new Date('2026-11-23T09:00:00Z');

export const demoAgencies = ['tax', 'passport', 'civil-registry'] as const;
export type DemoAgencyId = (typeof demoAgencies)[number];

export type TestApp = {
  readonly deps: Deps;
  readonly authority: DemoAuthority;
  readonly clock: { now: Date };
  readonly logged: LogEntry[];
  /** Sends one request as a client of that agency would, with the length of its body stated. */
  send(agency: DemoAgencyId, path: string, init?: TestRequest): Promise<Response>;
};

export type TestRequest = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  json?: unknown;
  form?: Record<string, string>;
};

/** The origin of an agency in tests. */
export function originOf(agency: DemoAgencyId): string {
  return `http://${agency}.localhost:8570`;
}

/** The API key of an agency in tests. */
export function apiKeyOf(agency: DemoAgencyId): string {
  return `api-key-of-${agency}`;
}

/** The whole application over a database in memory, with a clock that stands still and a network that refuses. */
export async function createTestApp(overrides: Partial<Deps> = {}): Promise<TestApp> {
  const authority = await createDemoAuthority();
  const clock = { now: startOfTests };
  const logged: LogEntry[] = [];
  const now = (): Date => clock.now;
  const agencies = await Promise.all(demoAgencies.map((id) => createDemoAgency(authority, id)));
  const deps: Deps = {
    agencies,
    walletOrigins: ['chrome-extension://abcdefghijklmnopabcdefghijklmnop'],
    anchors: [authority.root.der],
    trustList: await signTestTrustList(authority, agencies),
    kit: null,
    trustForwardedFor: false,
    store: await openSqliteStore({ file: ':memory:', now }),
    now,
    randomBytes,
    sha256,
    verifyP256: createVerifyP256(),
    fetchBytes: (url) => Promise.reject(new Error(`No network in tests: ${url}`)),
    log: (entry) => logged.push(entry),
    ...overrides,
  };
  const app = createApp(deps);
  const send: TestApp['send'] = async (agency, path, init) => app.request(originOf(agency) + path, toRequestInit(agency, init));
  return { deps, authority, clock, logged, send };
}

async function createDemoAgency(authority: DemoAuthority, id: DemoAgencyId) {
  const seal = await authority.issueSeal(originOf(id));
  const citizens = id === 'civil-registry' ? await authority.issueAuthority('Test citizens') : undefined;
  return createAgency({
    id,
    name: { fa: `سازمان ${id}`, en: `Agency ${id}` },
    origin: originOf(id),
    sealKeyPem: seal.keyPem,
    sealCertPem: seal.certPem,
    apiKey: apiKeyOf(id),
    enrolmentCode: `enrolment-code-of-${id}`,
    issuer: citizens === undefined ? undefined : { citizensKeyPem: citizens.keyPem, citizensCertPem: citizens.certPem },
  });
}

function toRequestInit(agency: DemoAgencyId, { method, headers, ...rest }: TestRequest = {}): RequestInit {
  const [text, type] = readBody(rest);
  const length = text === undefined ? undefined : String(new TextEncoder().encode(text).length);
  return {
    method: method ?? (text === undefined ? 'GET' : 'POST'),
    headers: {
      host: new URL(originOf(agency)).host,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(length === undefined ? {} : { 'content-length': length }),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
  };
}

function readBody({ body, json, form }: TestRequest): [string | undefined, string | undefined] {
  if (json !== undefined) return [JSON.stringify(json), 'application/json'];
  if (form !== undefined) return [new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded'];
  return [body, undefined];
}
