import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url, encodeCanonicalJson, encodeUtf8, type Json, parseStrictJson } from '../encoding/index.ts';
import { AppError, type ErrorCode } from '../errors/index.ts';
import {
  answerTestForm,
  buildTestManifest,
  createTestCitizen,
  createTestCitizensAuthority,
  createTestKey,
  createTestPasskey,
  createTestRoot,
  createTestSeal,
  describeTestForm,
  type EnvelopeParts,
  randomBytes,
  sha256,
  signTestEnvelope,
  type TestCertificate,
  type TestCitizen,
  type TestRegistry,
  testTime,
  testWalletOrigin,
  verifyP256,
  verifyRs256,
} from '../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import {
  buildSubmissionRequest,
  buildWithdrawal,
  decodeManifest,
  encodeManifest,
  hashManifest,
  type Manifest,
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
const later = (seconds: number): Date => new Date(testTime.getTime() + seconds * 1000);

let root: TestCertificate;
let taxSeal: TestCertificate;
let registry: TestRegistry;
let citizen: TestCitizen;
let form: PublishedForm;
let ports: SubmissionPorts;
let expected: SubmissionExpectations;

beforeAll(async () => {
  root = await createTestRoot();
  taxSeal = await createTestSeal(root, origin);
  const seal = await createTestSeal(root, registryOrigin);
  registry = { origin: registryOrigin, seal, citizens: await createTestCitizensAuthority(root) };
  citizen = await createTestCitizen(registry, { at: testTime });
  form = await publishForm(describeTestForm(origin), { x5c: encodeX5c([taxSeal.der]), sign: taxSeal.key.sign }, { sha256 });
  ports = {
    ...{ sha256, verifyP256, verifyRs256 },
    verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }),
    checkStatus: async () => ({ asOf: testTime, isFresh: true, token: 'status token' }),
  };
  expected = {
    receivedAt: testTime,
    agency: { id: 'tax', origin, certificateHash: encodeBase64Url(await sha256(taxSeal.der)) },
    findForm: (id) => (id === form.definition.id ? form : undefined),
    isRequestOpen: async () => true,
    issuers: [{ issuer: registryOrigin, documents: [{ vct: signingVct }] }],
    mandateIssuers: [],
    wallets: [{ origin: testWalletOrigin, rpId: testWalletOrigin }],
  };
});

const proof = {
  slot: 'proof',
  label: { fa: 'گواه', en: 'Proof' },
  name: 'proof.pdf',
  mediaType: 'application/pdf',
  sha256: 'A'.repeat(43),
  size: 1,
};

type RequestChanges = { at?: Date; manifestHash?: string; seal?: TestCertificate; submissionsUri?: string; clientId?: string };

async function request(manifest: Manifest, changes: RequestChanges = {}): Promise<string> {
  const { seal = taxSeal, ...rest } = changes;
  return buildSubmissionRequest(
    {
      clientId: `x509_hash:${encodeBase64Url(await sha256(seal.der))}`,
      submissionsUri: form.definition.submissionsUri,
      nonce: encodeBase64Url(randomBytes(32)),
      form: manifest.form,
      manifestHash: await hashManifest(encodeManifest(manifest), sha256),
      at: testTime,
      ...rest,
    },
    { x5c: encodeX5c([seal.der]), sign: seal.key.sign },
  );
}

async function sign(changes: Partial<EnvelopeParts> & { change?: (manifest: Manifest) => Manifest; requested?: RequestChanges } = {}) {
  const { change = (manifest) => manifest, requested, ...rest } = changes;
  const manifest = change(buildTestManifest(form, { at: testTime }));
  return signTestEnvelope({ citizen, manifest, request: await request(manifest, requested), at: testTime, ...rest });
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

const invalid = (step: string, more: Record<string, Json>) => ({ code: 'signature_invalid' satisfies ErrorCode, step, ...more });

describe('a sound submission', () => {
  it('is verified step by step', async () => {
    const envelope = await sign();
    const manifest = parseStrictJson(decodeBase64Url(envelope.jws.payload));
    expect(await verifySubmission(envelope, expected, ports)).toEqual({
      manifest,
      manifestHash: encodeBase64Url(await sha256(decodeBase64Url(envelope.jws.payload))),
      definition: form.definition,
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      nationalId: '9990000015',
      role: null,
      status: {
        asOf: testTime,
        isFresh: true,
        token: 'status token',
        issuer: registry.origin,
        reference: { uri: `${registry.origin}/daricheh/status-lists/1`, index: 7 },
      },
      mandateStatus: null,
      report: ['manifest', ...submissionSteps.flatMap(({ name, isAbout }) => (isAbout === undefined ? [name] : []))].map((step) => ({
        step,
        holds: true,
      })),
    });
  });

  it('may be one of a batch that was agreed to with one gesture', async () => {
    expect(await refuse(await sign({ others: [randomBytes(9), randomBytes(9)] }))).toBe('accepted');
  });

  it('is flagged when the issuer could not be asked and its last list served', async () => {
    const checkStatus = async () => ({ asOf: testTime, isFresh: false, token: 'status token' });
    const { report, status } = await verifySubmission(await sign(), expected, { ...ports, checkStatus });
    expect(status).toMatchObject({ asOf: testTime, isFresh: false, token: 'status token' });
    expect(report.filter(({ holds }) => !holds)).toEqual([{ step: 'status-fresh', holds: false }]);
  });

  it('may be agreed to by an RSA passkey', async () => {
    const passkey = createTestPasskey({ alg: -257 });
    expect(await refuse(await sign({ citizen: await createTestCitizen(registry, { at: testTime, passkey }) }))).toBe('accepted');
  });

  it('may answer about somebody else when the answer is the citizen’s own words', async () => {
    const change = (manifest: Manifest): Manifest => ({
      ...manifest,
      answers: manifest.answers.map((answer) =>
        answer.field === 'national-id' ? { ...answer, value: '9990000023', source: { kind: 'edited' } } : answer,
      ),
    });
    expect(await refuse(await sign({ change }))).toBe('accepted');
  });
});

describe('a submission about an earlier one', () => {
  const earlier = { caseNumber: 'TAX-1', manifestHash: 'A'.repeat(43) };
  const withdraw = (m: Manifest): Manifest => {
    const { definition, hash: formHash } = form;
    const common = { definition, formHash, origin, locale: m.locale, createdAt: testTime, nonce: m.nonce, salt: m.salt };
    return buildWithdrawal({ ...common, withdraws: earlier });
  };

  it('is verified as any other where it amends', async () => {
    expect(await refuse(await sign({ change: (m) => ({ ...m, amends: earlier }) }))).toBe('accepted');
  });

  it('needs neither answers nor the fee where it withdraws, and is held to every other rule', async () => {
    expect(await refuse(await sign({ change: withdraw }))).toBe('accepted');
    const paid = (m: Manifest): Manifest => ({ ...withdraw(m), fee: { amount: '250000', currency: 'IRR' } });
    expect(await refuse(await sign({ change: paid }))).toEqual(invalid('terms', { what: 'terms' }));
    expect(await refuse(await sign({ change: withdraw, viewHash: 'A'.repeat(43) }))).toEqual(invalid('view', { what: 'view_hash' }));
    expect(await refuse(await sign({ change: withdraw, assertion: { flags: 1 } }))).toMatchObject({ step: 'passkey' });
  });

  it.each<[string, (m: Manifest) => object]>([
    ['withdraws with answers', (m) => ({ ...withdraw(m), answers: m.answers })],
    ['withdraws with files', (m) => ({ ...withdraw(m), attachments: [proof] })],
    ['withdraws and amends', (m) => ({ ...withdraw(m), amends: earlier })],
    ['answers nothing', (m) => ({ ...m, answers: [] })],
    ['names what it amends by its number alone', (m) => ({ ...m, amends: 'TAX-1' })],
    ['names no case', (m) => ({ ...m, amends: { ...earlier, caseNumber: '' } })],
  ])('cannot be read in another way: one that %s', (_what, change) => {
    const bytes = encodeCanonicalJson(JSON.parse(JSON.stringify(change(buildTestManifest(form, { at: testTime })))));
    expect(() => decodeManifest(bytes)).toThrow(expect.objectContaining({ code: 'manifest_invalid' }));
  });
});

describe('E4: a submission is refused', () => {
  it.each<[string, (manifest: Manifest) => Manifest, object]>([
    [
      'for a form that nobody publishes',
      (m) => ({ ...m, form: { ...m.form, id: 'other' } }),
      { code: 'form_version_mismatch', what: 'id', step: 'form' },
    ],
    [
      'for a superseded version',
      (m) => ({ ...m, form: { ...m.form, version: 2 } }),
      { code: 'form_version_mismatch', what: 'version', step: 'form' },
    ],
    [
      'for another definition of the same version',
      (m) => ({ ...m, form: { ...m.form, hash: 'A'.repeat(43) } }),
      { code: 'form_version_mismatch', what: 'hash', step: 'form' },
    ],
    ['for another agency', (m) => ({ ...m, agency: { ...m.agency, id: 'passport' } }), invalid('terms', { what: 'agency' })],
    ['from another origin', (m) => ({ ...m, agency: { ...m.agency, origin: 'https://tax.evil' } }), invalid('terms', { what: 'origin' })],
    ['under another purpose', (m) => ({ ...m, purpose: { fa: 'دیگر', en: 'Other' } }), invalid('terms', { what: 'terms' })],
    [
      'with a file that the form does not ask for',
      (m) => ({ ...m, attachments: [proof] }),
      { code: 'attachment_invalid', step: 'attachments', problem: 'unknown_slot' },
    ],
    [
      'E5: with hidden words in an answer',
      (m) => ({ ...m, answers: answerTestForm(form.definition, { email: 'sara\u{E0041}@example.org' }) }),
      { code: 'answer_invalid', step: 'answers', field: 'email', problem: 'not_normal' },
    ],
    ['with a smaller fee', (m) => ({ ...m, fee: { amount: '1', currency: 'IRR' } }), invalid('terms', { what: 'terms' })],
    [
      'with a label of its own',
      (m) => ({ ...m, answers: m.answers.map((a) => ({ ...a, label: { fa: 'هدیه', en: 'Donate 1' } })) }),
      { code: 'answer_invalid', field: 'national-id', problem: 'label', step: 'answers' },
    ],
    ['from the future', (m) => ({ ...m, createdAt: later(601).toISOString() }), invalid('time', { what: 'created_at' })],
  ])('%s', async (_what, change, refusal) => {
    expect(await refuse(await sign({ change }))).toEqual(refusal);
  });

  it('when the payload is not the canonical form of what it says', async () => {
    const envelope = await sign();
    const loose = encodeUtf8(JSON.stringify(parseStrictJson(decodeBase64Url(envelope.jws.payload)), null, 1));
    expect(await refuse({ ...envelope, jws: { ...envelope.jws, payload: encodeBase64Url(loose) } })).toEqual({
      code: 'manifest_invalid',
      what: 'canonical',
      step: 'manifest',
    });
  });

  it.each([
    ['signed five minutes early', -300, 'accepted'],
    ['signed five minutes late', 300, 'accepted'],
    ['signed a second too early', -301, invalid('time', { what: 'iat' })],
    ['signed a second too late', 301, invalid('time', { what: 'iat' })],
  ])('by the clock: %s', async (_what, seconds, outcome) => {
    expect(await refuse(await sign({ at: later(seconds), boundAt: testTime }))).toEqual(outcome);
  });

  it.each<[string, () => RequestChanges, object]>([
    ['asked for another manifest', () => ({ manifestHash: 'A'.repeat(43) }), invalid('request', { what: 'manifest_hash' })],
    ['has run out', () => ({ at: later(-300) }), { code: 'submission_request_unknown', step: 'request' }],
    ['names another address', () => ({ submissionsUri: 'https://tax.example/other' }), invalid('request', { what: 'response_uri' })],
    ['names another client', () => ({ clientId: 'x509_hash:abc' }), invalid('request', { what: 'client_id' })],
    ['is another agency’s', () => ({ seal: registry.seal }), invalid('request', { what: 'origin' })],
  ])('when the request %s', async (_what, requested, refusal) => {
    expect(await refuse(await sign({ requested: requested() }))).toEqual(refusal);
  });

  it('when the request is under another certificate of the same origin', async () => {
    const envelope = await sign({ requested: { seal: await createTestSeal(root, origin) } });
    expect(await refuse(envelope)).toEqual(invalid('request', { what: 'certificate' }));
  });

  it('when the request was answered before', async () => {
    const isRequestOpen = () => Promise.resolve(false);
    expect(await refuse(await sign(), { expected: { isRequestOpen } })).toEqual({
      code: 'submission_request_unknown',
      step: 'request-open',
    });
  });

  it('when the presentation answers another request', async () => {
    const [envelope, other] = [await sign(), await sign()];
    expect(await refuse({ ...envelope, presentation: other.presentation })).toMatchObject(
      invalid('credential', { reason: 'nonce_invalid' }),
    );
  });

  it('when the credential’s issuer is not listed for it', async () => {
    const issuers = [{ issuer: registryOrigin, documents: [{ vct: 'urn:daricheh:identity:1' }] }];
    expect(await refuse(await sign(), { expected: { issuers } })).toMatchObject(invalid('credential', { reason: 'issuer_not_trusted' }));
  });

  it('when the credential is revoked', async () => {
    const checkStatus = () => Promise.reject(new AppError('credential_revoked'));
    expect(await refuse(await sign(), { ports: { checkStatus } })).toEqual(invalid('status', { reason: 'credential_revoked' }));
  });

  it('later, when the status cannot be had', async () => {
    const checkStatus = () => Promise.reject(new AppError('status_list_unreachable'));
    expect(await refuse(await sign(), { ports: { checkStatus } })).toEqual({ code: 'status_list_unreachable', step: 'status' });
  });

  it('when its certificate is not the credential’s', async () => {
    const other = await createTestCitizen(registry, { at: testTime });
    expect(await refuse(await sign({ x5c: other.x5c }))).toEqual(invalid('certificate', { what: 'x5c' }));
  });

  it('when the credential’s certificate is for another key', async () => {
    const other = await createTestCitizen(registry, { at: testTime });
    const claims = { signing_certificate: { x5c: other.x5c } };
    const mixed = { ...(await createTestCitizen(registry, { at: testTime, claims })), x5c: other.x5c };
    expect(await refuse(await sign({ citizen: mixed }))).toEqual(invalid('certificate', { what: 'key' }));
  });

  it('when the certificate leads to no anchor', async () => {
    const stranger = await createTestCitizensAuthority(await createTestRoot('Stranger'));
    const forged = await createTestCitizen({ ...registry, citizens: stranger }, { at: testTime });
    expect(await refuse(await sign({ citizen: forged }))).toEqual(invalid('certificate', { reason: 'issuer_not_trusted' }));
  });

  it('when another key signed it', async () => {
    expect(await refuse(await sign({ signer: createTestKey() }))).toEqual(invalid('signature', { what: 'signature' }));
  });

  it('when an answer was changed after signing', async () => {
    const [envelope, manifest] = [
      await sign(),
      buildTestManifest(form, { at: testTime, answers: answerTestForm(form.definition, { income: '1' }) }),
    ];
    const payload = encodeBase64Url(encodeManifest(manifest));
    expect(await refuse({ ...envelope, jws: { ...envelope.jws, payload } })).toEqual(invalid('request', { what: 'manifest_hash' }));
  });

  it('when the person saw something else', async () => {
    expect(await refuse(await sign({ viewHash: 'A'.repeat(43) }))).toEqual(invalid('view', { what: 'view_hash' }));
  });

  it('when the gesture was for another batch', async () => {
    const [envelope, other] = [await sign(), await sign()];
    expect(await refuse({ ...envelope, assertion: other.assertion })).toEqual(
      invalid('passkey', { what: 'challenge', reason: 'gesture_invalid' }),
    );
  });

  it('when its place in the batch does not fit', async () => {
    const envelope = await sign({ others: [randomBytes(9)] });
    expect(await refuse({ ...envelope, leaf: { ...envelope.leaf, path: [] } })).toEqual(invalid('passkey', { what: 'leaf' }));
    expect(await refuse({ ...envelope, leaf: { ...envelope.leaf, index: 1 } })).toEqual(
      invalid('passkey', { what: 'challenge', reason: 'gesture_invalid' }),
    );
  });

  it.each([
    ['the user was not verified', { flags: 1 }, 'user_verified'],
    ['the user was not present', { flags: 4 }, 'user_present'],
    ['it was made on a web page', { origin: 'https://tax.example' }, 'origin'],
    ['it was made for another RP', { rpId: 'tax.example' }, 'rp_id_hash'],
    ['it was made across origins', { crossOrigin: true }, 'cross_origin'],
    ['it is a registration', { type: 'webauthn.create' }, 'client_data'],
  ])('when %s', async (_what, assertion, what) => {
    expect(await refuse(await sign({ assertion }))).toEqual(invalid('passkey', { what, reason: 'gesture_invalid' }));
  });

  it('when the passkey is not in the credential', async () => {
    const passkey = createTestPasskey({ id: 'AAAA' });
    expect(await refuse(await sign({ citizen: { ...citizen, passkey } }))).toEqual(
      invalid('passkey', { what: 'passkey', reason: 'gesture_invalid' }),
    );
  });

  it('when another passkey of the same id agreed', async () => {
    expect(await refuse(await sign({ citizen: { ...citizen, passkey: createTestPasskey() } }))).toEqual(
      invalid('passkey', { what: 'signature', reason: 'gesture_invalid' }),
    );
  });

  it('when a national id out of a document is not the signer’s', async () => {
    const change = (manifest: Manifest): Manifest => ({
      ...manifest,
      answers: manifest.answers.map((answer) => (answer.field === 'national-id' ? { ...answer, value: '9990000023' } : answer)),
    });
    expect(await refuse(await sign({ change }))).toEqual(invalid('subject', { what: 'subject' }));
  });
});
