import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { addTestMandates, addTestSigners, addTestSlots, describeTestForm, testWalletOrigin, toPem } from '@daricheh/shared/testing';
import { timeStampReplyType } from '@daricheh/shared/timestamp';
import type { DocumentTypeId } from '@daricheh/shared/vocabulary';
import { type Agency, createAgency, openSeal, type Webhook } from '../agencies/agency.ts';
import { createApp } from '../app.ts';
import { createFolderFiles } from '../attachments/folder-files.ts';
import { createVerifyP256, digest, randomBytes, sha256, verifySignature } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import type { FetchBytes } from '../http/fetch-bytes.ts';
import type { LogEntry } from '../log.ts';
import { openSqliteStore } from '../storage/sqlite.ts';
import { answerQuery } from '../time-stamps/answer-query.ts';
import { timeStampPath } from '../time-stamps/routes.ts';
import { createTrust, type Trust } from '../trust/trust.ts';
import { createTestAuthority, type TestAuthority } from './test-authority.ts';
import { type TestRequest, toPlainRequest } from './test-request.ts';

/** Tests begin at this time; `clock.now` may be moved. */
export const startOfTests = new Date('2026-11-23T09:00:00Z');

export const demoAgencies = ['tax', 'passport', 'civil-registry', 'transport'] as const;
export type DemoAgencyId = (typeof demoAgencies)[number];

/** What each agency issues. */
const issuers: Readonly<Partial<Record<DemoAgencyId, readonly DocumentTypeId[]>>> = {
  'civil-registry': ['identity', 'signing'],
  transport: ['driving-licence', 'vehicle-registration'],
};

export type TestApp = {
  readonly deps: Deps;
  readonly authority: TestAuthority;
  readonly clock: { now: Date };
  readonly logged: LogEntry[];
  readonly trust: Trust;
  /** Indexes of the registry's status list that are revoked from now on. */
  readonly revoked: number[];
  /** The registry's status list otherwise: what is suspended, how long a token serves, and whether anybody answers. */
  readonly registry: { readonly suspended: number[]; lifetimeSeconds: number; isAway: boolean };
  /** Sends one request as a client of that agency would, with the length of its body stated. */
  send(agency: DemoAgencyId, path: string, init?: TestRequest): Promise<Response>;
};

export type { TestRequest } from './test-request.ts';

/** Brings a request to the application, and its answer back. */
type Reach = (origin: string, path: string, init?: TestRequest) => Promise<Response>;
type OpenReach = (app: ReturnType<typeof createApp>) => Reach | Promise<Reach>;

let openReach: OpenReach = (app) => async (origin, path, init) => {
  const { method, headers, body } = toPlainRequest(new URL(origin).host, init);
  return app.request(origin + path, { method, headers, ...(body !== undefined && { body }) });
};

/** From now on test applications are reached this way, and no longer by a call of their own. */
export function reachTestAppsBy(open: OpenReach): void {
  openReach = open;
}

/** The origin of an agency in tests. */
export function originOf(agency: DemoAgencyId): string {
  return `http://${agency}.localhost:8570`;
}

/** The API key of an agency in tests. */
export function apiKeyOf(agency: DemoAgencyId): string {
  return `api-key-of-${agency}`;
}

/** The one-use code that enrols a caseworker of an agency in tests. */
export function enrolmentCodeOf(agency: DemoAgencyId): string {
  return `enrolment-code-of-${agency}`;
}

/**
 * Where the tax agency has signatures stamped (nobody does when absent), where its own system is told of events (nowhere), whether
 * its form asks for files, whether two people sign it or one for another, and what is to be otherwise.
 */
export type TestAppOptions = Partial<Deps> & TaxOptions;

/**
 * The whole application over a database in memory, with a clock that stands still and a network on which there is
 * nothing but the registry's status list and its time stamps. The tax agency publishes the test form.
 */
export async function createTestApp({
  timeStampsFrom,
  webhook,
  takesFiles,
  isCoSigned,
  takesMandates,
  ...overrides
}: TestAppOptions = {}): Promise<TestApp> {
  const authority = await createTestAuthority(demoAgencies.map((id) => ({ id, origin: originOf(id) })));
  const clock = { now: startOfTests };
  const [logged, revoked]: [LogEntry[], number[]] = [[], []];
  const registry: TestApp['registry'] = { suspended: [], lifetimeSeconds: 3600, isAway: false };
  const now = (): Date => clock.now;
  const deps: Deps = {
    agencies: await Promise.all(
      demoAgencies.map((id) => createDemoAgency(authority, id, { timeStampsFrom, webhook, takesFiles, isCoSigned, takesMandates })),
    ),
    walletOrigins: [testWalletOrigin],
    anchors: [authority.root.der],
    trustList: { read: async () => authority.trustList, everyMs: 1000 },
    kit: null,
    checkPage: null,
    trustForwardedFor: false,
    store: await openSqliteStore({ file: ':memory:', now, told: new Set(webhook === undefined ? [] : ['tax']) }),
    // Made with the first file: a test that attaches one hands in a folder of its own.
    files: createFolderFiles(join(tmpdir(), 'daricheh-attachments-of-tests')),
    now,
    randomBytes,
    sha256,
    verifyP256: createVerifyP256(),
    ...{ verifySignature, digest },
    fetchBytes: createTestNetwork({ authority, clock, revoked, registry }),
    log: (entry) => logged.push(entry),
    ...overrides,
  };
  const trust = createTrust(deps);
  const app = createApp(deps, trust);
  const reach = await openReach(app);
  const send: TestApp['send'] = (agency, path, init) => reach(originOf(agency), path, init);
  return { deps, trust, authority, clock, logged, revoked, registry, send };
}

type TaxOptions = {
  readonly timeStampsFrom?: string | undefined;
  readonly webhook?: Webhook | undefined;
  readonly takesFiles?: boolean | undefined;
  readonly isCoSigned?: boolean | undefined;
  readonly takesMandates?: boolean | undefined;
};

function createDemoAgency(
  authority: TestAuthority,
  id: DemoAgencyId,
  { timeStampsFrom, webhook, takesFiles = false, isCoSigned = false, takesMandates = false }: TaxOptions,
): Promise<Agency> {
  const plain = takesMandates ? addTestMandates(describeTestForm(originOf(id))) : describeTestForm(originOf(id));
  const form = isCoSigned ? addTestSigners(plain) : plain;
  const seal = authority.seals.get(id);
  if (seal === undefined) throw new Error(`No seal for ${id}.`);
  const { keyPem: sealKeyPem, certPem: sealCertPem } = toPem(seal);
  const citizens = toPem(authority.registry.citizens);
  const signer = toPem(authority.documentSigner);
  return createAgency({
    ...{ id, name: { fa: `سازمان ${id}`, en: `Agency ${id}` }, origin: originOf(id), sealKeyPem, sealCertPem },
    apiKey: apiKeyOf(id),
    enrolmentCode: enrolmentCodeOf(id),
    forms: id === 'tax' ? [takesFiles ? addTestSlots(form) : form] : [],
    timeStampAuthority: id === 'civil-registry' ? authority.clock : undefined,
    timeStampsFrom: id === 'tax' ? timeStampsFrom : undefined,
    webhook: id === 'tax' ? webhook : undefined,
    issuer: issuers[id] && {
      documents: issuers[id],
      ...(id === 'civil-registry'
        ? { citizens, authorizationPage: `${originOf(id)}/sign-in` }
        : { citizens: null, authorizationPage: null }),
      documentSigner: id === 'transport' ? openSeal(signer.keyPem, signer.certPem) : null,
      encrypted: [],
    },
  });
}

/** Where the registry's time-stamp authority is asked. */
export const timeStampsOfRegistry = `${originOf('civil-registry')}${timeStampPath}`;

function createTestNetwork({
  authority,
  clock,
  revoked,
  registry,
}: Pick<TestApp, 'authority' | 'clock' | 'revoked' | 'registry'>): FetchBytes {
  return async (url, { post }) => {
    if (post !== undefined && url === timeStampsOfRegistry && !registry.isAway) {
      const body = await answerQuery(post.body, authority.clock, { now: () => clock.now, randomBytes, sha256 });
      return { status: 200, contentType: timeStampReplyType, body };
    }
    if (registry.isAway) throw new AppError('unavailable', { what: 'remote' });
    if (url !== `${authority.registry.origin}/daricheh/status-lists/1`) throw new Error(`Nothing at ${url}.`);
    const token = await authority.issueStatuses(clock.now, { revoked, ...registry });
    return { status: 200, contentType: 'application/statuslist+jwt', body: encodeUtf8(token) };
  };
}
