import { createPublicKey, verify } from 'node:crypto';
import { type Bytes, issueCredential, type JsonObject, presentCredential } from '../credential/index.ts';
import { encodeBase64Url } from '../encoding/index.ts';
import { buildMerkleTree } from '../merkle/index.ts';
import {
  type AnswerSource,
  buildManifest,
  buildPasskeyChallenge,
  buildWithdrawal,
  encodeBatchLeaf,
  encodeManifest,
  type FormDefinition,
  type HashedForm,
  hashManifest,
  hashView,
  type Manifest,
  presentMandate,
  readSubmissionRequest,
  renderView,
  type SubmissionEnvelope,
  signingVct,
  signSubmission,
  type VerifyRs256,
} from '../submission/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { createTestCertificate, KeyUsageFlags, type TestCertificate } from './certificates.ts';
import { createTestKey, randomBytes, sha256, type TestKey } from './node-ports.ts';
import { type AssertionChanges, createTestPasskey, type TestPasskey } from './passkeys.ts';

/** A form with one field of each difficulty. */
export function describeTestForm(origin: string): FormDefinition {
  const words = (en: string) => ({ fa: `فارسی ${en}`, en });
  const field = (id: string, kind: FormDefinition['fields'][number]['kind'], rest: Partial<FormDefinition['fields'][number]> = {}) => ({
    ...{ id, control: id, label: words(id), kind, required: true },
    ...rest,
  });
  return {
    type: 'daricheh.form.v1',
    id: 'yearly-return',
    version: 1,
    agency: { id: 'tax', name: words('Tax'), origin },
    title: words('Yearly return'),
    purpose: words('To assess your tax'),
    recipients: [words('Income office')],
    retention: { days: 3650, text: words('Ten years') },
    fee: { amount: '250000', currency: 'IRR' },
    decisionDays: 30,
    fields: [
      field('national-id', 'digits', { datum: 'national-id' }),
      field('birth-date', 'date', { datum: 'bday' }),
      field('income', 'integer'),
      field('status', 'choice', { options: ['single', 'married'].map((value) => ({ value, label: words(value) })) }),
      field('email', 'email', { datum: 'email', required: false }),
    ],
    requestsUri: `${origin}/daricheh/submissions/requests`,
    submissionsUri: `${origin}/daricheh/submissions`,
  };
}

/** The same form, to be signed by an applicant and by the spouse whose national id it asks for. */
export function addTestSigners(definition: FormDefinition): FormDefinition {
  const spouse = {
    ...{ id: 'spouse-national-id', control: 'spouse-national-id', label: { fa: 'کد ملی همسر', en: 'Spouse’s national id' } },
    ...{ kind: 'digits' as const, required: true },
  };
  return {
    ...definition,
    fields: [...definition.fields, spouse],
    signers: [
      { id: 'applicant', label: { fa: 'متقاضی', en: 'Applicant' }, field: 'national-id' },
      { id: 'spouse', label: { fa: 'همسر', en: 'Spouse' }, field: spouse.id },
    ],
  };
}

/** National ids of the two who sign it. */
export const testSignerIds = { applicant: '9990000015', spouse: '9990000023' } as const;

/** The same form with a place for a required scan and one for up to two pictures. */
export function addTestSlots(definition: FormDefinition): FormDefinition {
  const slot = { maxBytes: 100_000, maxFiles: 1, required: true };
  const attachments: FormDefinition['attachments'] = [
    { ...slot, id: 'deed', control: 'deed', label: { fa: 'سند', en: 'Deed' }, mediaTypes: ['application/pdf'] },
    {
      ...{ ...slot, id: 'photos', control: 'photos', label: { fa: 'عکس‌ها', en: 'Photos' } },
      ...{ mediaTypes: ['image/jpeg', 'image/png'], maxFiles: 2, required: false },
    },
  ];
  return { ...definition, attachments, attachmentsUri: `${definition.agency.origin}/daricheh/attachments` };
}

/** Sound answers to that form. */
export function answerTestForm(definition: FormDefinition, values: Readonly<Record<string, string>> = {}): Manifest['answers'] {
  const sound: Record<string, string> = {
    'national-id': '9990000015',
    'birth-date': '1985-09-27',
    income: '1200000000',
    status: 'married',
    'spouse-national-id': testSignerIds.spouse,
  };
  const fromIdentity = (claim: string): AnswerSource => ({ kind: 'credential', vct: 'urn:daricheh:identity:1', claim: [claim] });
  const sources: Record<string, AnswerSource> = { 'national-id': fromIdentity('national_id'), 'birth-date': fromIdentity('birthdate') };
  return definition.fields.flatMap(({ id, label, kind, options }) => {
    const value = { ...sound, ...values }[id];
    const option = options?.find((offered) => offered.value === value);
    if (value === undefined) return [];
    return [
      { field: id, label, kind, value, ...(option && { valueLabel: option.label }), source: sources[id] ?? { kind: 'edited' as const } },
    ];
  });
}

/** A citizen with a certified signing key, a passkey and a signing credential. */
export type TestCitizen = {
  readonly key: TestKey;
  readonly x5c: readonly string[];
  readonly passkey: TestPasskey;
  readonly credential: string;
};

export type TestRegistry = { readonly origin: string; readonly seal: TestCertificate; readonly citizens: TestCertificate };

/** The authority that certifies citizens' keys. */
export function createTestCitizensAuthority(root: TestCertificate): Promise<TestCertificate> {
  return createTestCertificate({ name: 'Citizens', issuer: root, authority: { pathLength: 0 }, keyUsage: KeyUsageFlags.keyCertSign });
}

/** A citizen whom the registry has certified. `claims` replace those of a sound signing credential. */
export async function createTestCitizen(
  registry: TestRegistry,
  {
    at,
    claims = {},
    passkey = createTestPasskey(),
    nationalId = testSignerIds.applicant,
  }: { at: Date; claims?: JsonObject; passkey?: TestPasskey; nationalId?: string },
): Promise<TestCitizen> {
  const key = createTestKey();
  const leaf = await createTestCertificate({ name: 'Citizen', issuer: registry.citizens, key, keyUsage: KeyUsageFlags.digitalSignature });
  const x5c = encodeX5c([leaf.der, registry.citizens.der]);
  const seconds = Math.floor(at.getTime() / 1000);
  const open = {
    ...{
      iss: registry.origin,
      vct: signingVct,
      iat: seconds,
      nbf: seconds - 60,
      exp: seconds + 86_400,
      cnf: { jwk: { ...key.publicKey } },
    },
    status: { status_list: { uri: `${registry.origin}/daricheh/status-lists/1`, idx: 7 } },
    ...{ signing_certificate: { x5c }, passkeys: [passkey.listed] },
    ...claims,
  };
  const credential = await issueCredential(
    { x5c: encodeX5c([registry.seal.der]), open, disclosable: { national_id: nationalId } },
    { sign: registry.seal.key.sign, sha256, randomBytes },
  );
  return { key, x5c, passkey, credential };
}

type TestManifestParts = { readonly at: Date } & Partial<Pick<Manifest, 'answers' | 'attachments' | 'amends' | 'withdraws' | 'mandate'>>;

/** A sound manifest of the form, or of the withdrawal of what `withdraws` names. */
export function buildTestManifest(form: HashedForm, parts: TestManifestParts): Manifest {
  const { at, answers = answerTestForm(form.definition), attachments = [], amends, withdraws, mandate } = parts;
  const { definition, hash: formHash } = form;
  const [nonce, salt] = [encodeBase64Url(randomBytes(16)), encodeBase64Url(randomBytes(16))];
  const origin = definition.agency.origin;
  const common = { definition, formHash, origin, locale: 'fa', createdAt: at, nonce, salt, ...(mandate && { mandate }) } as const;
  if (withdraws !== undefined) return buildWithdrawal({ ...common, withdraws });
  return buildManifest({ ...common, answers, attachments, ...(amends && { amends }) });
}

export type EnvelopeParts = {
  readonly citizen: TestCitizen;
  readonly manifest: Manifest;
  /** The agency's signed request. */
  readonly request: string;
  readonly at: Date;
  /** When the key binding was made; `at` when absent. */
  readonly boundAt?: Date;
  readonly assertion?: AssertionChanges;
  readonly viewHash?: string;
  readonly role?: string;
  readonly signer?: TestKey;
  /** Goes with it, whatever the manifest says. */
  readonly mandate?: { readonly credential: string; readonly key: TestKey };
  readonly x5c?: readonly string[];
  /** Other leaves of the same gesture, behind this form's. */
  readonly others?: readonly Bytes[];
};

/** What a wallet would send; sound but for what is asked to be otherwise. */
export async function signTestEnvelope(parts: EnvelopeParts): Promise<SubmissionEnvelope> {
  const { citizen, manifest, request, at } = parts;
  const bytes = encodeManifest(manifest);
  const asked = readSubmissionRequest(new Uint8Array(Buffer.from(request.split('.')[1] ?? '', 'base64url')));
  const { nonce, clientId, transactionText } = asked;
  const viewHash = parts.viewHash ?? (await hashView(renderView(manifest), sha256));
  const sign = (parts.signer ?? citizen.key).sign;
  const leaves = [encodeBatchLeaf(await hashManifest(bytes, sha256), nonce), ...(parts.others ?? [])];
  const { root, proofs } = await buildMerkleTree(leaves, sha256);
  const [proof] = proofs;
  const batch = { tag: 'daricheh/submit', context: encodeBase64Url(root), nonce: new Uint8Array() } as const;
  const challenge = await buildPasskeyChallenge(batch, sha256);
  const transactionData = [{ encoded: transactionText, hashAlgorithms: ['sha-256'] }];
  return {
    type: 'daricheh.submission.v1',
    jws: await signSubmission({ bytes, viewHash, x5c: parts.x5c ?? citizen.x5c, at, role: parts.role ?? null, sign }, { sha256 }),
    request,
    presentation: await presentCredential(
      {
        credential: citizen.credential,
        paths: [['national_id']],
        keyBinding: { nonce, audience: clientId, transactionData, at: parts.boundAt ?? at, sign: citizen.key.sign },
      },
      { sha256 },
    ),
    ...(parts.mandate && {
      mandate: await presentMandate(
        { credential: parts.mandate.credential, request: asked, at: parts.boundAt ?? at, sign: parts.mandate.key.sign },
        { sha256 },
      ),
    }),
    assertion: citizen.passkey.assert(challenge, parts.assertion),
    leaf: { index: 0, size: leaves.length, path: (proof?.path ?? []).map(encodeBase64Url) },
  };
}

/** RSA signatures by node:crypto. */
export const verifyRs256: VerifyRs256 = ({ publicKey, data, signature }) =>
  verify('sha256', data, createPublicKey({ key: { ...publicKey }, format: 'jwk' }), signature);
