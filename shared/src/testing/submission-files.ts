import { createStatusList, issueStatusToken, signCompactJws, statusValues, writeStatus } from '../credential/index.ts';
import { encodeBase64Url, encodeCanonicalJson, encodeUtf8 } from '../encoding/index.ts';
import { commitTo, encodeLogEntry, issueCheckpoint, type LogProof } from '../log/index.ts';
import { proveInclusion } from '../merkle/index.ts';
import { holdTree } from '../merkle/merkle-tree.ts';
import type { Seal } from '../seal/index.ts';
import {
  appendArchiveTimeStamp,
  buildSubmissionRequest,
  buildUnsignedHeader,
  encodeArchived,
  encodeManifest,
  encodeStampedSignature,
  hashManifest,
  hashRestOfEnvelope,
  issueReceipt,
  joinSignatures,
  type Manifest,
  mandateVct,
  type PublishedForm,
  preserveEvidence,
  publishForm,
  type Receipt,
  readComponents,
  type SingleSubmissionFile,
  type SubmissionEnvelope,
  type SubmissionFile,
  signingVct,
} from '../submission/index.ts';
import { trustListSigningUsage, trustListType } from '../trust/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { createTestCertificate, createTestRoot, createTestSeal, KeyUsageFlags, type TestCertificate } from './certificates.ts';
import { testTime } from './credentials.ts';
import { answerForChild, type TestMandate, testMandateIndex } from './mandates.ts';
import { digest, randomBytes, sha256 } from './node-ports.ts';
import {
  buildTestManifest,
  createTestCitizen,
  createTestCitizensAuthority,
  describeTestForm,
  signTestEnvelope,
  type TestCitizen,
  type TestRegistry,
  testSignerIds,
} from './submissions.ts';
import { createTestTimeStampCertificate, describeTestAuthority, issueTestTimeStamp } from './time-stamps.ts';
import { createTestAgency, createTestTrustList } from './trust.ts';

/** An agency, a registry and a citizen under one root, and what each of them can make. All of it happens at `testTime`. */
export type TestFileWorld = {
  readonly root: TestCertificate;
  readonly seal: TestCertificate;
  readonly clock: TestCertificate;
  readonly registry: TestRegistry;
  readonly citizen: TestCitizen;
  /** Who signs with the citizen where the form says so. */
  readonly spouse: TestCitizen;
  readonly form: PublishedForm;
  /** A sound file, but for the parts given. */
  makeFile(parts?: TestFileParts): Promise<SingleSubmissionFile>;
  /** A sound file of a form that two people sign, but for the parts given; one in each role, the second an hour after the first. */
  makeCoFile(parts?: TestCoFileParts): Promise<SubmissionFile>;
  /** The file with its time stamps renewed at that time, by an authority whose certificate ends four years later. */
  renew(file: SingleSubmissionFile, at: Date): Promise<SingleSubmissionFile>;
};

type Makers = Omit<TestFileWorld, 'makeFile' | 'makeCoFile' | 'renew'>;

export type TestCoFileParts = {
  /** Who signs as what, in their order. */
  readonly signers?: readonly { readonly role: string; readonly citizen: TestCitizen; readonly viewHash?: string }[];
  readonly status?: number;
  readonly manifest?: Manifest;
  /** What the receipt says otherwise. */
  readonly receipt?: Partial<Receipt>;
};

export type TestFileParts = {
  readonly manifest?: Manifest;
  readonly envelope?: SubmissionEnvelope;
  readonly seal?: TestCertificate;
  /** What the receipt says otherwise. */
  readonly receipt?: Partial<Receipt>;
  /** Null: nobody stamped it. */
  readonly clock?: TestCertificate | null;
  readonly stampedAt?: Date;
  readonly status?: number;
  readonly statusAt?: Date;
  readonly statusLifetimeSeconds?: number;
  /** Signed for the child by this. */
  readonly mandate?: TestMandate;
  /** Of the mandate, in a list of its own. */
  readonly mandateStatus?: number;
};

const origin = 'https://tax.example';
const registryOrigin = 'https://registry.example';
const sealOf = ({ der, key }: TestCertificate): Seal => ({ x5c: encodeX5c([der]), sign: key.sign });
const hashOf = async ({ der }: TestCertificate): Promise<string> => encodeBase64Url(await sha256(der));

/** A world of its own: its root lasts for decades, all else to the end of 2026. */
export async function createTestFileWorld(describe = describeTestForm): Promise<TestFileWorld> {
  const root = await createTestRoot('Root', { notAfter: new Date('2066-01-01T00:00:00Z') });
  const seal = await createTestSeal(root, origin);
  const clock = await createTestTimeStampCertificate(root, { uris: [registryOrigin] });
  const registry = {
    origin: registryOrigin,
    seal: await createTestSeal(root, registryOrigin),
    citizens: await createTestCitizensAuthority(root),
  };
  const citizen = await createTestCitizen(registry, { at: testTime });
  const spouse = await createTestCitizen(registry, { at: testTime, nationalId: testSignerIds.spouse });
  const form = await publishForm(describe(origin), sealOf(seal), { sha256 });
  const world = { root, seal, clock, registry, citizen, spouse, form };
  return {
    ...world,
    makeFile: (parts = {}) => makeFile(world, parts),
    makeCoFile: (parts = {}) => makeCoFile(world, parts),
    renew: (file, at) => renew(world.root, file, at),
  };
}

async function makeFile(world: Makers, parts: TestFileParts): Promise<SingleSubmissionFile> {
  const { root, form } = world;
  const { seal = world.seal, clock = world.clock, stampedAt = testTime, mandate, mandateStatus = statusValues.valid } = parts;
  const forChild = mandate && { answers: answerForChild(form.definition), mandate: mandate.signed };
  const manifest = parts.manifest ?? buildTestManifest(form, { at: testTime, ...forChild });
  const envelope =
    parts.envelope ??
    (await signTestEnvelope({
      ...{ citizen: world.citizen, manifest, request: await makeRequest(manifest, world), at: testTime },
      ...(mandate && { mandate }),
    }));
  const receipt = await makeReceipt(manifest, seal, parts.receipt);
  const proof = await proveReceipt(receipt, seal);
  return {
    type: 'daricheh.submission-file.v2',
    agency: { id: 'tax', origin },
    envelope,
    receipt,
    ...(clock && { header: buildUnsignedHeader(await stamp(envelope, clock, stampedAt)) }),
    form: form.jws,
    statusToken: await makeStatusToken(world.registry, parts),
    ...(mandate && { mandateStatusToken: await makeStatusToken(world.registry, { ...parts, status: mandateStatus }, mandatePlace) }),
    log: { proof, checkpoint: proof.checkpoint },
    trustList: [await makeTrustList(world)],
    roots: encodeX5c([root.der]),
  };
}

const coSignedAt = (place: number): Date => new Date(testTime.getTime() + place * 3_600_000);

async function makeCoFile(world: Makers, parts: TestCoFileParts): Promise<SubmissionFile> {
  const { root, form, clock, seal, citizen, spouse } = world;
  const {
    signers = [
      { role: 'applicant', citizen },
      { role: 'spouse', citizen: spouse },
    ],
  } = parts;
  const manifest = parts.manifest ?? buildTestManifest(form, { at: testTime });
  const signatures = await Promise.all(
    signers.map(async (signer, place) => {
      const at = coSignedAt(place);
      const envelope = await signTestEnvelope({ ...signer, manifest, request: await makeRequest(manifest, world, at), at });
      const header = buildUnsignedHeader(await stamp(envelope, clock, at));
      return { envelope, header, statusToken: await makeStatusToken(world.registry, { ...parts, statusAt: at }) };
    }),
  );
  const received = signers.map(({ role }, place) => ({ role, receivedAt: coSignedAt(place).toISOString() }));
  const receivedAt = received.at(-1)?.receivedAt ?? testTime.toISOString();
  const receipt = await makeReceipt(manifest, seal, { receivedAt, signers: received, ...parts.receipt });
  const proof = await proveReceipt(receipt, seal);
  return {
    ...{
      type: 'daricheh.submission-file.v2',
      agency: { id: 'tax', origin },
      envelope: joinSignatures(signatures),
      receipt,
      form: form.jws,
    },
    ...{ log: { proof, checkpoint: proof.checkpoint }, trustList: [await makeTrustList(world)], roots: encodeX5c([root.der]) },
  };
}

async function makeRequest(manifest: Manifest, { seal, form }: Makers, at = testTime): Promise<string> {
  const content = {
    clientId: `x509_hash:${await hashOf(seal)}`,
    submissionsUri: form.definition.submissionsUri,
    nonce: encodeBase64Url(randomBytes(32)),
    form: manifest.form,
    manifestHash: await hashManifest(encodeManifest(manifest), sha256),
    at,
  };
  return buildSubmissionRequest(content, sealOf(seal));
}

/** The receipt that an agency gives, but for what it is to say otherwise. */
async function makeReceipt(manifest: Manifest, seal: TestCertificate, changes: Partial<Receipt> = {}): Promise<string> {
  const { amends, withdraws } = manifest;
  const content = {
    type: 'daricheh.receipt.v1' as const,
    agency: { id: 'tax', origin },
    form: { id: manifest.form.id, version: manifest.form.version },
    manifestHash: await hashManifest(encodeManifest(manifest), sha256),
    caseNumber: 'T-1405-0001',
    receivedAt: testTime.toISOString(),
    dueAt: new Date(testTime.getTime() + 2_592_000_000).toISOString(),
    report: [{ step: 'manifest', holds: true }],
    ...(amends && { amends: amends.caseNumber }),
    ...(withdraws && { withdraws: withdraws.caseNumber }),
    ...changes,
  };
  return issueReceipt(content, sealOf(seal));
}

/** That the receipt is entry 1 of a log of three. */
async function proveReceipt(receipt: string, seal: TestCertificate): Promise<LogProof> {
  const salt = randomBytes(32);
  const at = testTime.getTime() / 1000;
  const entry = { kind: 'receipt' as const, at, commitment: await commitTo(encodeUtf8(receipt), salt, sha256) };
  const others = { kind: 'act' as const, at, commitment: 'A'.repeat(43) };
  const { root, readTile } = await holdTree([others, entry, others].map(encodeLogEntry), sha256);
  const path = await proveInclusion({ index: 1, size: 3 }, readTile, sha256);
  const checkpoint = await issueCheckpoint(
    { type: 'daricheh.log-checkpoint.v1', origin, size: 3, root: encodeBase64Url(root), issuedAt: testTime.toISOString() },
    sealOf(seal),
  );
  return { entry, salt: encodeBase64Url(salt), index: 1, path: path.map(encodeBase64Url), checkpoint };
}

async function stamp({ jws }: SubmissionEnvelope, clock: TestCertificate, at: Date) {
  return issueTestTimeStamp(describeTestAuthority(clock), { imprint: await sha256(encodeStampedSignature(jws.signature)), at });
}

/** Where the citizen's credential stands in the registry's lists, and the mandate. */
const signerPlace = { list: 1, index: 7 };
const mandatePlace = { list: 2, index: testMandateIndex };

/** The registry's list of that place. */
function makeStatusToken({ origin: issuer, seal }: TestRegistry, parts: TestFileParts, place = signerPlace): Promise<string> {
  const { status = statusValues.valid, statusAt = testTime, statusLifetimeSeconds = 3600 } = parts;
  const list = createStatusList(64, 2);
  writeStatus(list, 2, place.index, status);
  return issueStatusToken(
    {
      uri: `${issuer}/daricheh/status-lists/${place.list}`,
      bits: 2,
      list,
      at: statusAt,
      ttlSeconds: 600,
      lifetimeSeconds: statusLifetimeSeconds,
      x5c: encodeX5c([seal.der]),
    },
    seal.key.sign,
  );
}

async function makeTrustList({ root, seal, registry }: Makers): Promise<string> {
  const signer = await createTestCertificate({
    ...{ name: 'Trust list', issuer: root, keyUsage: KeyUsageFlags.digitalSignature, purposes: [trustListSigningUsage] },
  });
  const list = createTestTrustList({
    agencies: [createTestAgency({ id: 'tax', origins: [origin], certificateHashes: [await hashOf(seal)] })],
    issuers: [
      { issuer: registry.origin, name: { fa: 'ثبت احوال', en: 'Registry' }, documents: [{ vct: signingVct }, { vct: mandateVct }] },
    ],
  });
  return signCompactJws(
    { header: { typ: trustListType, x5c: encodeX5c([signer.der]) }, payload: encodeCanonicalJson(list) },
    signer.key.sign,
  );
}

async function renew(root: TestCertificate, file: SingleSubmissionFile, at: Date): Promise<SingleSubmissionFile> {
  const { envelope, header, statusToken = null, mandateStatusToken = null } = file;
  if (header === undefined) throw new Error('Nothing to renew.');
  const notAfter = new Date(at);
  notAfter.setUTCFullYear(at.getUTCFullYear() + 4);
  const clock = await createTestTimeStampCertificate(root, { name: 'Later clock', notBefore: at, notAfter });
  const kept = { anchors: [root.der], statusToken, mandateStatusToken, envelopeHash: await hashRestOfEnvelope(envelope, { digest }) };
  const preserved = preserveEvidence(header, kept);
  const texts = readComponents(preserved).map(({ text }) => text);
  const imprint = await sha256(encodeArchived(envelope.jws, texts));
  return { ...file, header: appendArchiveTimeStamp(preserved, await issueTestTimeStamp(describeTestAuthority(clock), { imprint, at })) };
}
