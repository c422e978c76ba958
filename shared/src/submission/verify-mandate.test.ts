import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  addTestMandates,
  answerForChild,
  buildTestManifest,
  createTestCitizen,
  createTestCitizensAuthority,
  createTestMandate,
  createTestRoot,
  createTestSeal,
  describeTestForm,
  type EnvelopeParts,
  randomBytes,
  sha256,
  signTestEnvelope,
  type TestCertificate,
  type TestCitizen,
  type TestMandate,
  type TestRegistry,
  testChildIds,
  testMandateIndex,
  testSignerIds,
  testTime,
  testWalletOrigin,
  verifyP256,
  verifyRs256,
} from '../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import {
  buildSubmissionRequest,
  encodeManifest,
  type FormDefinition,
  hashManifest,
  type Manifest,
  mandateVct,
  type PublishedForm,
  publishForm,
  type SubmissionEnvelope,
  type SubmissionExpectations,
  type SubmissionPorts,
  signingVct,
  submissionSteps,
  verifySubmission,
} from './index.ts';

const origin = 'https://tax.example';
const registryOrigin = 'https://registry.example';

let root: TestCertificate;
let taxSeal: TestCertificate;
let registry: TestRegistry;
let citizen: TestCitizen;
let mandate: TestMandate;
let form: PublishedForm;
let plainForm: PublishedForm;
let ports: SubmissionPorts;
let expected: SubmissionExpectations;

beforeAll(async () => {
  root = await createTestRoot();
  taxSeal = await createTestSeal(root, origin);
  registry = {
    ...{ origin: registryOrigin, seal: await createTestSeal(root, registryOrigin) },
    citizens: await createTestCitizensAuthority(root),
  };
  citizen = await createTestCitizen(registry, { at: testTime });
  mandate = await createTestMandate(registry, { at: testTime });
  const publish = (definition: FormDefinition) =>
    publishForm(definition, { x5c: encodeX5c([taxSeal.der]), sign: taxSeal.key.sign }, { sha256 });
  plainForm = await publish({ ...describeTestForm(origin), id: 'plain' });
  form = await publish(addTestMandates(describeTestForm(origin)));
  ports = {
    ...{ sha256, verifyP256, verifyRs256 },
    verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }),
    checkStatus: async ({ uri }) => ({ asOf: testTime, isFresh: true, token: `status token of ${uri}` }),
  };
  expected = {
    receivedAt: testTime,
    agency: { id: 'tax', origin, certificateHash: encodeBase64Url(await sha256(taxSeal.der)) },
    findForm: (id) => [form, plainForm].find(({ definition }) => definition.id === id),
    isRequestOpen: async () => true,
    issuers: [{ issuer: registryOrigin, documents: [{ vct: signingVct }] }],
    mandateIssuers: [{ issuer: registryOrigin, documents: [{ vct: mandateVct }] }],
    wallets: [{ origin: testWalletOrigin, rpId: testWalletOrigin }],
  };
});

type Changes = Partial<EnvelopeParts> & {
  readonly of?: PublishedForm;
  readonly child?: string;
  readonly change?: (manifest: Manifest) => Manifest;
};

/** A form about the elder child, signed by their parent under a mandate, but for the changes. */
async function sign({ of = form, child = testChildIds.elder, change = (manifest) => manifest, ...rest }: Changes = {}) {
  const answers = answerForChild(of.definition, child);
  const under = rest.mandate === undefined ? mandate : rest.mandate;
  // What a wallet would not build is written into the manifest behind its back.
  const built = buildTestManifest(of, { at: testTime, answers });
  const manifest = change('signed' in under ? { ...built, mandate: mandate.signed } : built);
  return signTestEnvelope({ citizen, manifest, request: await ask(manifest), at: testTime, mandate: under, ...rest });
}

async function ask(manifest: Manifest): Promise<string> {
  const content = {
    clientId: `x509_hash:${expected.agency.certificateHash}`,
    submissionsUri: form.definition.submissionsUri,
    nonce: encodeBase64Url(randomBytes(32)),
    form: manifest.form,
    manifestHash: await hashManifest(encodeManifest(manifest), sha256),
    at: testTime,
  };
  return buildSubmissionRequest(content, { x5c: encodeX5c([taxSeal.der]), sign: taxSeal.key.sign });
}

/** Signed under another mandate of which the manifest says what it says. */
async function signUnder(other: TestMandate, changes: Changes = {}): Promise<SubmissionEnvelope> {
  return sign({ ...changes, mandate: other, change: (manifest) => ({ ...manifest, mandate: other.signed }) });
}

async function refuse(
  envelope: SubmissionEnvelope,
  changes: { expected?: Partial<SubmissionExpectations>; ports?: Partial<SubmissionPorts> } = {},
) {
  try {
    await verifySubmission(envelope, { ...expected, ...changes.expected }, { ...ports, ...changes.ports });
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.facts };
    throw error;
  }
  return 'accepted';
}

describe('a form signed on behalf of another', () => {
  it('is verified step by step, the mandate and its status too', async () => {
    const { manifest, nationalId, status, mandateStatus, report } = await verifySubmission(await sign(), expected, ports);
    expect([nationalId, manifest.mandate]).toEqual([testSignerIds.applicant, mandate.signed]);
    expect([status.reference.index, mandateStatus]).toEqual([
      7,
      {
        ...{ asOf: testTime, isFresh: true, token: `status token of ${registryOrigin}/daricheh/status-lists/2`, issuer: registryOrigin },
        reference: { uri: `${registryOrigin}/daricheh/status-lists/2`, index: testMandateIndex },
      },
    ]);
    expect(report).toEqual(['manifest', ...submissionSteps.map(({ name }) => name)].map((step) => ({ step, holds: true })));
  });

  it('may be signed by whom it is about, who needs no mandate', async () => {
    const manifest = buildTestManifest(form, { at: testTime });
    expect(await refuse(await signTestEnvelope({ citizen, at: testTime, manifest, request: await ask(manifest) }))).toBe('accepted');
  });

  it('may be amended and withdrawn so', async () => {
    const earlier = { caseNumber: 'TAX-1', manifestHash: 'A'.repeat(43) };
    expect(await refuse(await sign({ change: (m) => ({ ...m, amends: earlier }) }))).toBe('accepted');
    const withdrawal = buildTestManifest(form, { at: testTime, withdraws: earlier, mandate: mandate.signed });
    expect(await refuse(await sign({ change: () => withdrawal }))).toBe('accepted');
  });

  it('is flagged when the mandate’s issuer could not be asked and its last list served', async () => {
    const checkStatus: SubmissionPorts['checkStatus'] = async ({ uri }) => ({
      asOf: testTime,
      isFresh: uri.endsWith('/1'),
      token: 'token',
    });
    const { report } = await verifySubmission(await sign(), expected, { ...ports, checkStatus });
    expect(report.filter(({ holds }) => !holds)).toEqual([{ step: 'mandate-status-fresh', holds: false }]);
  });
});

describe('E17: a form signed on behalf of another is refused', () => {
  const refusal = (code: string, more: object = {}) => ({ code, step: 'mandate', ...more });

  it('under a mandate that its issuer has revoked or suspended', async () => {
    const says = (code: 'credential_revoked' | 'credential_suspended' | 'status_list_unreachable'): SubmissionPorts['checkStatus'] => {
      return async ({ uri }) => {
        if (uri.endsWith('/2')) throw new AppError(code);
        return { asOf: testTime, isFresh: true, token: 'token' };
      };
    };
    const told = await Promise.all(
      (['credential_revoked', 'credential_suspended', 'status_list_unreachable'] as const).map(async (code) =>
        refuse(await sign(), { ports: { checkStatus: says(code) } }),
      ),
    );
    expect(told).toEqual(
      ['mandate_revoked', 'mandate_suspended', 'status_list_unreachable'].map((code) => ({ code, step: 'mandate-status' })),
    );
  });

  it('under a mandate that could never be revoked', async () => {
    const other = await createTestMandate(registry, { at: testTime, isRevocable: false });
    expect(await refuse(await signUnder(other))).toEqual({ code: 'mandate_invalid', step: 'mandate-status', what: 'status' });
  });

  it('under somebody else’s mandate', async () => {
    const other = await createTestMandate(registry, { at: testTime, claims: { national_id: testSignerIds.spouse } });
    expect(await refuse(await signUnder(other))).toEqual(refusal('mandate_wrong_holder'));
  });

  it('under a mandate for another child', async () => {
    const principal = { national_id: testChildIds.younger, given_name: 'مانی', family_name: 'نمونه' };
    const other = await createTestMandate(registry, { at: testTime, claims: { principal } });
    expect(await refuse(await signUnder(other))).toEqual(refusal('mandate_wrong_principal'));
    expect(await refuse(await signUnder(other, { child: testChildIds.younger }))).toBe('accepted');
  });

  it('with the mandate taken away', async () => {
    const { mandate: _taken, ...stripped } = await sign();
    expect(await refuse(stripped)).toEqual(refusal('mandate_invalid', { what: 'absent' }));
  });

  it('without a mandate, whoever wrote the id', async () => {
    const change = (kind: 'edited' | 'credential') => (m: Manifest) => {
      const { mandate: _none, ...own } = m;
      const source = kind === 'edited' ? { kind } : { kind, vct: 'urn:daricheh:identity:1', claim: ['national_id'] };
      return { ...own, answers: own.answers.map((each) => (each.field === 'national-id' ? { ...each, source } : each)) };
    };
    for (const kind of ['edited', 'credential'] as const) {
      const { mandate: _taken, ...without } = await sign({ change: change(kind) });
      expect(await refuse(without)).toEqual(refusal('mandate_required'));
    }
  });

  it.each<[string, Partial<TestMandate['signed']>]>([
    ['another relation', { relation: 'guardian' }],
    ['another name', { principal: { nationalId: testChildIds.elder, name: 'کس دیگر' } }],
    ['another issuer', { issuer: 'https://other.example' }],
    ['another copy', { hash: 'A'.repeat(43) }],
  ])('where the manifest says %s than the mandate', async (_what, said) => {
    const envelope = await sign({ change: (m) => ({ ...m, mandate: { ...mandate.signed, ...said } }) });
    expect(await refuse(envelope)).toEqual(refusal('mandate_mismatch', { what: 'manifest' }));
  });

  it('in a relation that the form does not take', async () => {
    const other = await createTestMandate(registry, { at: testTime, claims: { relation: 'attorney' } });
    expect(await refuse(await signUnder(other))).toEqual(refusal('mandate_relation_refused'));
  });

  it('where the form takes no mandates, or the manifest speaks of none', async () => {
    expect(await refuse(await sign({ of: plainForm, child: testSignerIds.applicant }))).toEqual(refusal('mandate_not_accepted'));
    const unnamed = buildTestManifest(form, { at: testTime });
    expect(await refuse(await sign({ change: () => unnamed }))).toEqual(refusal('mandate_mismatch', { what: 'unnamed' }));
  });

  it.each([
    ['is over', { claims: { valid_until: '2026-05-31' } }],
    ['has not begun', { claims: { valid_from: '2026-06-02' } }],
    ['has run out as a document', { open: { exp: testTime.getTime() / 1000 - 61 } }],
  ])('where the mandate %s', async (_what, changes) => {
    const other = await createTestMandate(registry, { at: testTime, ...changes });
    expect(await refuse(await signUnder(other))).toMatchObject(refusal('mandate_not_in_force'));
  });

  it('where nobody on the list issued the mandate', async () => {
    const envelope = await sign();
    const mandateIssuers = [{ issuer: registryOrigin, documents: [{ vct: signingVct }] }];
    expect(await refuse(envelope, { expected: { mandateIssuers } })).toMatchObject(
      refusal('mandate_invalid', { reason: 'issuer_not_trusted' }),
    );
  });

  it('where the mandate was bound for another submission', async () => {
    const [envelope, other] = [await sign(), await sign()];
    expect(await refuse({ ...envelope, ...(other.mandate !== undefined && { mandate: other.mandate }) })).toMatchObject(
      refusal('mandate_invalid', { reason: 'nonce_invalid' }),
    );
  });

  it('where another id in the form came out of a document that is not the signer’s', async () => {
    const own = await sign({ of: plainForm, change: ({ mandate: _none, ...manifest }) => manifest });
    expect(await refuse(own)).toMatchObject({ code: 'signature_invalid', step: 'subject' });
  });
});
