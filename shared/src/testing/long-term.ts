import type { Bytes } from '../credential/crypto-ports.ts';
import { createStatusList, inflateZlib, issueStatusToken, statusValues, writeStatus } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import {
  appendArchiveTimeStamp,
  buildSubmissionRequest,
  buildUnsignedHeader,
  encodeArchived,
  encodeManifest,
  encodeStampedSignature,
  hashManifest,
  hashRestOfEnvelope,
  type LongTermPorts,
  preserveEvidence,
  publishForm,
  readComponents,
  type SubmissionEnvelope,
  type UnsignedHeader,
} from '../submission/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import { createTestRoot, createTestSeal, type TestCertificate } from './certificates.ts';
import { testTime } from './credentials.ts';
import { digest, randomBytes, sha256, verifyP256, verifySignature } from './node-ports.ts';
import { buildTestManifest, createTestCitizen, createTestCitizensAuthority, describeTestForm, signTestEnvelope } from './submissions.ts';
import { createTestTimeStampCertificate, createTimeStampPorts, describeTestAuthority, issueTestTimeStamp } from './time-stamps.ts';

/** The signing credential's place in the status list of the registry. */
const statusIndex = 7;

/** A signed submission in a world whose root lasts for decades, and whose clocks for four years each. */
export type LongTermWorld = {
  readonly root: TestCertificate;
  readonly envelope: SubmissionEnvelope;
  readonly ports: LongTermPorts;
  /** `testTime`, so many years on. */
  after(years: number): Date;
  /** A token over the bytes at that time, by the authority of that year: its certificate ends four years after `madeAt`, which is `at` where absent. */
  stamp(data: Bytes, at: Date, madeAt?: Date): Promise<Bytes>;
  /** The header as the agency first adds it. */
  stampSignature(at?: Date): Promise<UnsignedHeader>;
  /** The header renewed at that time; the status token is preserved with the first renewal. */
  renew(header: UnsignedHeader, at: Date, statusToken?: string | null): Promise<UnsignedHeader>;
  /** The registry's list as it was at that time. */
  issueStatus(at?: Date, status?: keyof typeof statusValues): Promise<string>;
};

export async function createLongTermWorld(): Promise<LongTermWorld> {
  const root = await createTestRoot('Root', { notAfter: new Date('2076-01-01T00:00:00Z') });
  const [origin, registryOrigin] = ['https://tax.example', 'https://registry.example'];
  const [agencySeal, registrySeal] = [await createTestSeal(root, origin), await createTestSeal(root, registryOrigin)];
  const registry = { origin: registryOrigin, seal: registrySeal, citizens: await createTestCitizensAuthority(root) };
  const envelope = await signSubmissionTo(origin, agencySeal, registry);
  const stamp: LongTermWorld['stamp'] = async (data, at, madeAt = at) => {
    const notBefore = addYears(madeAt, 0, -1);
    const clock = await createTestTimeStampCertificate(root, { notBefore, notAfter: addYears(notBefore, 4) });
    return issueTestTimeStamp(describeTestAuthority(clock), { imprint: await sha256(data), at });
  };
  return {
    ...{ root, envelope, stamp },
    ports: {
      ...createTimeStampPorts([root.der]),
      ...{ verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }), verifyP256, verifySignature, digest },
      inflate: inflateZlib,
    },
    after: (years) => addYears(testTime, years),
    stampSignature: async (at = testTime) => buildUnsignedHeader(await stamp(encodeStampedSignature(envelope.jws.signature), at)),
    renew: async (header, at, statusToken = null) => {
      const kept = { anchors: [root.der], statusToken, envelopeHash: await hashRestOfEnvelope(envelope, { digest }) };
      const preserved = preserveEvidence(header, kept);
      const texts = readComponents(preserved).map(({ text }) => text);
      return appendArchiveTimeStamp(preserved, await stamp(encodeArchived(envelope.jws, texts), at));
    },
    issueStatus: (at = testTime, status = 'valid') => {
      const list = createStatusList(64, 2);
      writeStatus(list, 2, statusIndex, statusValues[status]);
      const content = {
        uri: `${registryOrigin}/daricheh/status-lists/1`,
        bits: 2 as const,
        list,
        at,
        ttlSeconds: 60,
        lifetimeSeconds: 86_400,
      };
      return issueStatusToken({ ...content, x5c: encodeX5c([registrySeal.der]) }, registrySeal.key.sign);
    },
  };
}

type TestRegistry = Parameters<typeof createTestCitizen>[0];

async function signSubmissionTo(origin: string, seal: TestCertificate, registry: TestRegistry): Promise<SubmissionEnvelope> {
  const signer = { x5c: encodeX5c([seal.der]), sign: seal.key.sign };
  const form = await publishForm(describeTestForm(origin), signer, { sha256 });
  const manifest = buildTestManifest(form, { at: testTime });
  const request = await buildSubmissionRequest(
    {
      clientId: `x509_hash:${encodeBase64Url(await sha256(seal.der))}`,
      submissionsUri: form.definition.submissionsUri,
      nonce: encodeBase64Url(randomBytes(32)),
      form: manifest.form,
      manifestHash: await hashManifest(encodeManifest(manifest), sha256),
      at: testTime,
    },
    signer,
  );
  return signTestEnvelope({ citizen: await createTestCitizen(registry, { at: testTime }), manifest, request, at: testTime });
}

function addYears(at: Date, years: number, days = 0): Date {
  const moved = new Date(at);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved;
}
