import { createPrivateKey } from 'node:crypto';
import { type Bytes, createStatusList, issueStatusToken } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { FormMap } from '@daricheh/shared/form-map';
import {
  appendArchiveTimeStamp,
  buildSubmissionRequest,
  buildUnsignedHeader,
  encodeArchived,
  encodeStampedSignature,
  hashRestOfEnvelope,
  issueReceipt,
  type PublishedForm,
  preserveEvidence,
  publishForm,
  type Receipt,
  readComponents,
  type SubmissionEnvelope,
  submissionEnvelope,
  type UnsignedHeader,
  verifySubmission,
} from '@daricheh/shared/submission';
import {
  addTestMandates,
  addTestSigners,
  addTestSlots,
  createTestAgency,
  createTestCitizen,
  createTestCitizensAuthority,
  createTestRoot,
  createTestSeal,
  createTestTimeStampCertificate,
  createTestTrustList,
  createTimeStampPorts,
  describeTestAuthority,
  describeTestForm,
  digest,
  issueTestTimeStamp,
  randomBytes,
  sha256,
  type TestCertificate,
  type TestCitizen,
  type TestRegistry,
  testTime,
  testWalletOrigin,
  verifyP256,
  verifyRs256,
} from '@daricheh/shared/testing';
import type { TrustList } from '@daricheh/shared/trust';
import { createChainVerifier, encodeX5c } from '@daricheh/shared/x509';
import type { PageControl } from '../../consent/page-control.ts';
import type { PageFile } from '../../consent/page-file.ts';
import { storeCredential } from '../../credentials/testing/stored.ts';
import type { HttpRequest, SendHttp } from '../../http/http.ts';
import { createMemoryItems } from '../../records/testing/memory-items.ts';
import { createRecords, type WalletRecords } from '../../records/wallet-records.ts';
import type { TimeTrust } from '../../trust/wallet-trust.ts';
import type { PageFiles } from '../read-files.ts';

export const agencyOrigin = 'https://tax.example';
const registryOrigin = 'https://registry.example';

/** What several agencies have in common: the root, and the citizen with the wallet. */
export type Ground = {
  readonly root: TestCertificate;
  readonly citizen: TestCitizen;
  readonly records: WalletRecords;
  /** Who certified the citizen, and issues mandates. */
  readonly registry: TestRegistry;
  /** The list of the registry in which the citizen's credential stands, and counts. */
  readonly statusToken: string;
};
type WorldParts = {
  readonly origin?: string;
  readonly ground?: Ground;
  readonly takesFiles?: boolean;
  /** Whether two people sign its form; the citizen is the applicant. */
  readonly isCoSigned?: boolean;
  /** Whether parents and guardians may sign its form. */
  readonly takesMandates?: boolean;
};

/** A root, and a citizen whom a registry under it has certified. */
export async function createGround(): Promise<Ground> {
  const root = await createTestRoot();
  const seal = await createTestSeal(root, registryOrigin);
  const registry = { origin: registryOrigin, seal, citizens: await createTestCitizensAuthority(root) };
  const citizen = await createTestCitizen(registry, { at: testTime });
  const records = createRecords(createMemoryItems());
  await records.commit([records.keys.put(keyOf(citizen)), records.credentials.put(credentialOf(citizen))]);
  return { root, citizen, records, registry, statusToken: await issueStatus(registry, 1) };
}

/** A list of the registry in which everything counts: signing credentials stand in the first, mandates in the second. */
function issueStatus({ origin, seal }: TestRegistry, list: 1 | 2): Promise<string> {
  const content = { uri: `${origin}/daricheh/status-lists/${list}`, bits: 2 as const, list: createStatusList(64, 2), at: testTime };
  return issueStatusToken({ ...content, ttlSeconds: 600, lifetimeSeconds: 3600, x5c: encodeX5c([seal.der]) }, seal.key.sign);
}

/** An agency with a form, a wallet with a signing credential, and the wire between them, which a test may cut or bend. */
export type SigningWorld = {
  readonly citizen: TestCitizen;
  readonly form: PublishedForm;
  readonly records: WalletRecords;
  readonly registry: TestRegistry;
  readonly trust: () => Promise<TimeTrust>;
  readonly send: SendHttp;
  /** What has gone over the wire, in its order. */
  readonly sent: HttpRequest[];
  /** Manifests that the agency has taken in, by the idempotency key of the first attempt. */
  readonly received: ReadonlyMap<string, string>;
  /** What the agency's receipts say otherwise, as a test sets it. */
  acknowledges: Partial<Receipt>;
  /** The controls of the page, as a test sets them. */
  controls: PageControl[];
  /** What the page shows of a first signature, as a test sets it. */
  waiting: string | null;
  readonly readWaiting: () => Promise<string | null>;
  /** The files of the page, with their bytes, as a test sets them; and how often one was read. */
  pageFiles: (PageFile & { readonly bytes: Bytes })[];
  readonly filesRead: string[];
  readonly files: PageFiles;
  /** What the agency or the wire does otherwise; an answer in its place, or undefined. */
  interfere: (request: HttpRequest) => object | string | 'down' | undefined;
  /** Whether the agency has signatures stamped: never, when they come, later (once `stampLate` is called), or another than came. */
  stamping: 'never' | 'at once' | 'late' | 'wrongly';
  stampLate(): void;
  /** The header with a newer time stamp around it, made at that time. */
  renew(header: UnsignedHeader, envelope: SubmissionEnvelope, at: Date): Promise<UnsignedHeader>;
  readonly other: TestCertificate;
  readonly root: TestCertificate;
  readonly seal: TestCertificate;
  readonly nowMs: () => number;
  /** What the agency says of its forms' fields, as a test sets it. */
  findFormMap: (origin: string) => Promise<FormMap | undefined>;
};

export async function createSigningWorld({
  origin = agencyOrigin,
  ground,
  takesFiles = false,
  isCoSigned = false,
  takesMandates = false,
}: WorldParts = {}): Promise<SigningWorld> {
  const { root, citizen, records, registry, statusToken } = ground ?? (await createGround());
  const seal = await createTestSeal(root, origin);
  const other = await createTestSeal(root, 'https://other.example');
  const bare = isCoSigned ? addTestSigners(describeTestForm(origin)) : describeTestForm(origin);
  const plain = takesMandates ? addTestMandates(bare) : bare;
  const form = await publishForm(takesFiles ? addTestSlots(plain) : plain, sealOf(seal), { sha256 });
  const verifyChain = createChainVerifier({ anchors: [root.der], verifyP256 });
  const { verifyTimeStampChain } = createTimeStampPorts([root.der]);
  const list = await listTrust(seal, origin);
  const authority = describeTestAuthority(await createTestTimeStampCertificate(root));
  const evidence: { header: UnsignedHeader | null; late: UnsignedHeader | null } = { header: null, late: null };
  const sent: HttpRequest[] = [];
  const received = new Map<string, string>();
  const certificateHash = encodeBase64Url(await sha256(seal.der));
  const described = {
    ...{ caseNumber: 'CASE-1', title: form.definition.title, receivedAt: testTime.toISOString() },
    dueAt: new Date(testTime.getTime() + 86_400_000).toISOString(),
  };

  async function answer(request: HttpRequest): Promise<object | string> {
    if (request.url.endsWith('/evidence'))
      return { header: evidence.header, statusToken, ...(takesMandates && { mandateStatusToken: await issueStatus(registry, 2) }) };
    if (request.url.endsWith('/cases/CASE-1'))
      return { ...described, state: 'received', updatedAt: testTime.toISOString(), nextAction: null };
    if (request.method === 'GET') return form.jws;
    const body = JSON.parse(request.body ?? '');
    if (request.url.endsWith('/requests')) {
      const content = { form: body.form, manifestHash: body.manifestHash, submissionsUri: form.definition.submissionsUri };
      const nonce = encodeBase64Url(randomBytes(32));
      return {
        request: await buildSubmissionRequest({ clientId: `x509_hash:${certificateHash}`, nonce, at: testTime, ...content }, sealOf(seal)),
      };
    }
    return takeIn(submissionEnvelope.parse(body), request.headers?.['idempotency-key'] ?? '');
  }

  async function takeIn(envelope: SubmissionEnvelope, key: string): Promise<object> {
    const verified = await verifySubmission(
      envelope,
      {
        receivedAt: testTime,
        agency: { id: 'tax', origin, certificateHash },
        findForm: () => form,
        isRequestOpen: async () => true,
        issuers: [{ issuer: registryOrigin, documents: [{ vct: 'urn:daricheh:signing:1' }] }],
        mandateIssuers: [{ issuer: registryOrigin, documents: [{ vct: 'urn:daricheh:mandate:1' }] }],
        wallets: [{ origin: testWalletOrigin, rpId: testWalletOrigin }],
      },
      { sha256, verifyP256, verifyRs256, verifyChain, checkStatus: async () => ({ asOf: testTime, isFresh: true, token: statusToken }) },
    );
    received.set(key, received.get(key) ?? verified.manifestHash);
    const receipt = {
      type: 'daricheh.receipt.v1' as const,
      agency: { id: 'tax', origin },
      form: { id: form.definition.id, version: 1 },
      manifestHash: verified.manifestHash,
      ...{ caseNumber: described.caseNumber, receivedAt: described.receivedAt, dueAt: described.dueAt },
      report: [...verified.report, ...(world.stamping === 'never' ? [] : [{ step: 'time-stamp', holds: world.stamping !== 'late' }])],
      ...(verified.manifest.amends && { amends: verified.manifest.amends.caseNumber }),
      ...(verified.manifest.withdraws && { withdraws: verified.manifest.withdraws.caseNumber }),
      ...world.acknowledges,
    };
    const imprint = await sha256(encodeStampedSignature(world.stamping === 'wrongly' ? 'another' : envelope.jws.signature));
    evidence.late = buildUnsignedHeader(await issueTestTimeStamp(authority, { imprint, at: testTime }));
    const header = world.stamping === 'at once' || world.stamping === 'wrongly' ? { header: evidence.late } : {};
    const caseUri = `${origin}/daricheh/cases/CASE-1`;
    return { receipt: await issueReceipt(receipt, sealOf(seal)), caseToken: 'token', caseUri, ...header };
  }

  const world: SigningWorld = {
    ...{ citizen, form, records, registry, sent, received, other, root, seal },
    trust: async () => ({ list, verifyChain, verifyTimeStampChain }),
    nowMs: () => testTime.getTime(),
    controls: [
      ...[
        ['national-id', '۹۹۹۰۰۰۰۰۱۵'],
        ['birth-date', '1364/07/05'],
        ['income', '1,200,000'],
        ['status', 'married'],
        ['email', ''],
        ['spouse-national-id', '۹۹۹۰۰۰۰۰۲۳'],
      ].map(([name = '', value = '']) => ({ name, value, isCheckbox: false })),
    ],
    acknowledges: {},
    waiting: null,
    readWaiting: async () => world.waiting,
    pageFiles: [],
    filesRead: [],
    files: {
      list: async (controls) =>
        world.pageFiles.filter(({ control }) => controls.includes(control)).map(({ bytes: _bytes, ...file }) => file),
      read: async ({ control, index, name }) => {
        world.filesRead.push(name);
        const found = world.pageFiles.find((file) => file.control === control && file.index === index);
        if (!found) throw new AppError('form_changed');
        return found.bytes;
      },
    },
    interfere: () => undefined,
    findFormMap: async () => undefined,
    stamping: 'never',
    renew: async (header, envelope, at) => {
      const kept = { anchors: [root.der], statusToken: null, envelopeHash: await hashRestOfEnvelope(envelope, { digest }) };
      const preserved = preserveEvidence(header, kept);
      const texts = readComponents(preserved).map(({ text }) => text);
      const imprint = await sha256(encodeArchived(envelope.jws, texts));
      return appendArchiveTimeStamp(preserved, await issueTestTimeStamp(authority, { imprint, at }));
    },
    stampLate: () => {
      evidence.header = evidence.late;
    },
    send: async (request) => {
      sent.push(request);
      const bent = world.interfere(request);
      if (bent === 'down') throw new AppError('unavailable');
      const given = bent ?? (await answer(request));
      const isProblem = typeof given === 'object' && 'status' in given && typeof given.status === 'number';
      const text = typeof given === 'string' ? given : JSON.stringify(given);
      return {
        status: isProblem ? Number(given.status) : 200,
        contentType: isProblem ? 'application/problem+json' : 'application/json',
        bytes: encodeUtf8(text),
      };
    },
  };
  return world;
}

/** The same form, sealed by somebody else. */
export async function sealFormBy(world: SigningWorld, seal: TestCertificate): Promise<string> {
  return (await publishForm(world.form.definition, sealOf(seal), { sha256 })).jws;
}

/** A request to sign another manifest than the one that was asked for. */
export async function requestFor(world: SigningWorld, manifestHash: string): Promise<object> {
  const { definition, hash } = world.form;
  const clientId = `x509_hash:${encodeBase64Url(await sha256(world.seal.der))}`;
  const form = { id: definition.id, version: definition.version, hash };
  const nonce = encodeBase64Url(randomBytes(32));
  const content = { clientId, nonce, form, manifestHash, submissionsUri: definition.submissionsUri, at: testTime };
  return { request: await buildSubmissionRequest(content, sealOf(world.seal)) };
}

function sealOf({ der, key }: TestCertificate) {
  return { x5c: encodeX5c([der]), sign: key.sign };
}

async function listTrust(seal: TestCertificate, origin: string): Promise<TrustList> {
  const name = { fa: 'مالیات', en: 'Tax' };
  const attributes = [{ vct: 'urn:daricheh:signing:1', claims: [['national_id']] }];
  const uses = [{ id: 'submission', purpose: name, attributes }];
  const certificateHashes = [encodeBase64Url(await sha256(seal.der))];
  return createTestTrustList({
    issuers: [{ issuer: registryOrigin, name, documents: [{ vct: 'urn:daricheh:signing:1' }] }],
    agencies: [createTestAgency({ id: 'tax', name, origins: [origin], level: 2, certificateHashes, uses })],
  });
}

function keyOf({ key }: TestCitizen) {
  const pkcs8 = createPrivateKey({ key: { ...key.privateJwk }, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
  return { id: 'k1', privateKey: pkcs8.toString('base64url'), createdAtMs: 1 };
}

function credentialOf({ credential }: TestCitizen) {
  return storeCredential({
    vct: 'urn:daricheh:signing:1',
    configurationId: 'signing',
    issuer: { id: registryOrigin, name: { fa: 'ثبت', en: 'Registry' } },
    instances: [{ credential, keyId: 'k1', usedAtMs: null }],
  });
}
