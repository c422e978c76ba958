import { beforeAll, describe, expect, it } from 'vitest';
import { type JsonObject, signCompactJws } from '../credential/index.ts';
import { AppError, errorSentences } from '../errors/index.ts';
import { answerPresentation, type Disclosure, readPresentationRequest } from '../presentation/index.ts';
import {
  createPresentationWorld,
  createTestCertificate,
  KeyUsageFlags,
  type PresentationWorld,
  testTime,
  toPem,
} from '../testing/index.ts';
import { createMdocWorld, type MdocWorld, testDocType, testNamespace } from '../testing/mdoc-world.ts';
import { type TrustList, trustListMediaType, trustListSigningUsage, trustListType } from '../trust/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { type AgencyVerifier, type AskedRequest, buildDocumentQuery, createVerifier, explainRefusal, shownDocument } from './index.ts';

let world: PresentationWorld;
let trustList: string;
let clock: Date;

beforeAll(async () => {
  world = await createPresentationWorld();
  trustList = await signList(world.trust);
  clock = testTime;
});

/** A trust list as it is published. */
async function signList(list: TrustList): Promise<string> {
  const signer = await createTestCertificate({
    ...{ name: 'Trust list', issuer: world.issuer.root, keyUsage: KeyUsageFlags.digitalSignature, purposes: [trustListSigningUsage] },
  });
  const header = { typ: trustListType, x5c: encodeX5c([signer.der]) };
  return signCompactJws({ header, payload: JSON.parse(JSON.stringify(list)) }, signer.key.sign);
}

function open(changes: object = {}): Promise<AgencyVerifier> {
  const { certPem: certificatePem, keyPem } = toPem(world.seal);
  return createVerifier({
    ...{ origin: world.origin, seal: { certificatePem, keyPem }, anchorsPem: toPem(world.issuer.root).certPem, trustList },
    ...{ crypto: globalThis.crypto, fetch: () => Promise.reject(new Error('No network in tests')), now: () => clock },
    ...changes,
  });
}

const asked = [{ document: 'identity' as const, data: ['given-name' as const, 'postal-code' as const] }];
const granted: readonly Disclosure[] = [{ queryId: 'identity', credentialId: 'c1', paths: [['given_name'], ['address', 'postal_code']] }];
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value));

async function answer({ request }: AskedRequest, origin = world.origin): Promise<JsonObject> {
  const read = await readPresentationRequest({ kind: 'dc_api', ...request, origin }, world.readPorts);
  const given = await answerPresentation(read, granted, world.presentPorts);
  if (given.kind !== 'dc_api') throw new Error(given.kind);
  return overTheWire(given.data);
}

const codeOf = (promise: Promise<unknown>) => promise.then(String, (error: unknown) => (error instanceof AppError ? error.code : error));

describe('an agency’s verifier', () => {
  it('asks over the Digital Credentials API and reads the answer, by ids of the vocabulary', async () => {
    const verifier = await open();
    const request = await verifier.ask(asked);
    const [shown, ...others] = await verifier.check(overTheWire(request.pending), await answer(request));
    expect(others).toEqual([]);
    expect(shown).toMatchObject({
      ...{ id: 'identity', document: 'identity', vct: 'urn:daricheh:identity:1', issuer: world.issuer.origin, statusAsOf: null },
      data: { 'given-name': 'Sara', 'postal-code': '1234567890' },
      claims: [
        { datum: 'given-name', path: ['given_name'], value: 'Sara' },
        { datum: 'postal-code', path: ['address', 'postal_code'], value: '1234567890' },
      ],
    });
    expect(shown?.rules.filter(({ rule }) => rule === null)).toEqual([]);
    expect(shown?.rules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['V1', 'V2', 'V16', 'V19', 'V20', 'V21', 'V24', 'V25']));
    expect(shownDocument.parse(shown)).toEqual(shown);
  });

  it('asks by a link, and reads what the wallet posts', async () => {
    const verifier = await open();
    const channel = { kind: 'link', requestUri: `${world.origin}/object`, responseUri: `${world.origin}/answer` } as const;
    const { pending, link, requestObject } = await verifier.ask(asked, channel);
    const fetchText = async () => ({ status: 200, contentType: 'application/oauth-authz-req+jwt', text: requestObject });
    const read = await readPresentationRequest({ kind: 'link', uri: link ?? '', origin: world.origin }, { ...world.readPorts, fetchText });
    const given = await answerPresentation(read, granted, world.presentPorts);
    if (given.kind !== 'post') throw new Error(given.kind);
    const [shown] = await verifier.check(pending, overTheWire({ ...given.form }));
    expect(shown?.data).toEqual({ 'given-name': 'Sara', 'postal-code': '1234567890' });
    expect(await codeOf(verifier.check({ ...pending, state: 'another' }, { ...given.form }))).toBe('unknown_state');
  });

  it('makes each request anew', async () => {
    const verifier = await open();
    const [a, b] = [(await verifier.ask(asked)).pending, (await verifier.ask(asked)).pending];
    expect([a.nonce === b.nonce, a.state === b.state, a.decryptionKey.d === b.decryptionKey.d]).toEqual([false, false, false]);
  });

  it('refuses an answer to another request, after five minutes, and a citizen’s no', async () => {
    const verifier = await open();
    const [first, second] = [await verifier.ask(asked), await verifier.ask(asked)];
    const given = await answer(first);
    expect(await codeOf(verifier.check(second.pending, given))).toBe('jwe_decrypt_failed');
    expect(await codeOf(verifier.check({ ...first.pending, nonce: second.pending.nonce }, given))).toBe('nonce_invalid');
    clock = new Date(testTime.getTime() + 300_000);
    expect(await codeOf(verifier.check(first.pending, given))).toBe('unknown_state');
    clock = testTime;
    expect(await codeOf(verifier.check(first.pending, { error: 'access_denied' }))).toBe('wallet_declined');
  });

  it('believes no issuer that the list does not name, and no list under another root', async () => {
    const other = await createPresentationWorld();
    const anchorsPem = toPem(other.issuer.root).certPem;
    expect(await codeOf(open({ anchorsPem }))).toBe('trust_list_invalid');
  });

  it('is opened with a list that is due, and believes the newer one; with none that is too old', async () => {
    const at = (days: number) => new Date(testTime.getTime() + days * 86_400_000).toISOString();
    const old = { ...world.trust, issuers: [], nextUpdate: at(-1) };
    const newer = await signList({ ...world.trust, serial: 2, nextUpdate: at(1) });
    const fetched: string[] = [];
    const fetch = async (url: string) => {
      fetched.push(url);
      return new Response(newer, { headers: { 'content-type': trustListMediaType } });
    };
    const verifier = await open({ trustList: await signList(old), fetch });
    const request = await verifier.ask(asked);
    expect((await verifier.check(request.pending, await answer(request)))[0]?.data).toMatchObject({ 'given-name': 'Sara' });
    expect(fetched).toEqual([world.trust.location]);
    expect(await codeOf(open({ trustList: await signList({ ...old, nextUpdate: at(-15) }) }))).toBe('trust_list_expired');
  });

  it.each([
    ['no key', { keyPem: 'x' }, 'key_invalid'],
    ['a key that is none', { keyPem: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----' }, 'key_invalid'],
    ['no certificate', { certificatePem: '' }, 'certificate_malformed'],
  ])('does not open with %s', async (_what, change, code) => {
    const { certPem: certificatePem, keyPem } = toPem(world.seal);
    expect(await codeOf(open({ seal: { certificatePem, keyPem, ...change } }))).toBe(code);
  });
});

describe('a licence as mdoc', () => {
  const wanted = [
    { document: 'driving-licence' as const, format: 'mso_mdoc' as const, data: ['family-name' as const, 'age-over-18' as const] },
  ];
  let licences: MdocWorld;

  beforeAll(async () => {
    licences = await createMdocWorld();
  });

  async function show({ request }: AskedRequest): Promise<JsonObject> {
    const read = await readPresentationRequest({ kind: 'dc_api', ...request, origin: world.origin }, world.readPorts);
    const credential = await licences.issue();
    const takeCredential = async () => ({ format: 'mso_mdoc' as const, credential, sign: licences.holder.sign });
    const paths = ['family_name_national_character', 'age_over_18'].map((name) => [testNamespace, name]);
    const disclosures = [{ queryId: 'driving-licence', credentialId: 'm1', paths }];
    const given = await answerPresentation(read, disclosures, { ...world.presentPorts, takeCredential });
    if (given.kind !== 'dc_api') throw new Error(given.kind);
    return overTheWire(given.data);
  }

  it('is asked and read by the same ids', async () => {
    const elements = { family_name_national_character: 'رضایی', age_over_18: true };
    const issue = licences.issue;
    licences = { ...licences, issue: () => issue({ elements }) };
    const issuers = [
      ...world.trust.issuers,
      { issuer: licences.origin, name: { fa: 'راه', en: 'Transport' }, documents: [{ doctype: testDocType }] },
    ];
    const anchorsPem = [world.issuer.root, licences.root].map((root) => toPem(root).certPem).join('');
    const verifier = await open({ anchorsPem, trustList: await signList({ ...world.trust, issuers }) });
    const asked = await verifier.ask(wanted);
    const [shown] = await verifier.check(overTheWire(asked.pending), await show(asked));
    expect(shown).toMatchObject({
      ...{ id: 'driving-licence', document: 'driving-licence', vct: testDocType, issuer: licences.origin },
      data: { 'family-name': 'رضایی', 'age-over-18': true },
      claims: [{ datum: 'family-name', path: [testNamespace, 'family_name_national_character'] }, { datum: 'age-over-18' }],
    });
    expect(shown?.rules.map(({ step }) => step)).toContain('device_signature');
    const other = await verifier.ask(wanted);
    expect(await codeOf(verifier.check({ ...asked.pending, nonce: other.pending.nonce }, await show(asked)))).toBe('mdoc_invalid');
  });

  it('is asked of no document that has no such form', () => {
    const diploma = [{ document: 'diploma' as const, format: 'mso_mdoc' as const, data: ['diploma-number' as const] }];
    expect(() => buildDocumentQuery(diploma)).toThrow(expect.objectContaining({ code: 'malformed_request' }));
  });
});

describe('a query by ids of the vocabulary', () => {
  it('names the type and the paths, and what may be missing', () => {
    const query = buildDocumentQuery([{ document: 'identity', data: ['given-name'], optional: ['family-name'] }]);
    expect(query).toEqual({
      credentials: [
        {
          ...{ id: 'identity', format: 'dc+sd-jwt', meta: { vct_values: ['urn:daricheh:identity:1'] } },
          claims: [
            { id: 'given-name', path: ['given_name'] },
            { id: 'family-name', path: ['family_name'] },
          ],
          claim_sets: [['given-name', 'family-name'], ['given-name']],
        },
      ],
    });
  });

  it.each([
    ['a datum that the document does not state', [{ document: 'identity', data: ['tax-id'] }]],
    ['a document twice', [asked[0], asked[0]]],
  ])('refuses %s', (_what, documents) => {
    expect(() => buildDocumentQuery(documents as typeof asked)).toThrow(expect.objectContaining({ code: 'malformed_request' }));
  });
});

it('a refusal is told with its code, its status and its sentences', () => {
  const refusal = explainRefusal(new AppError('credential_revoked', { rule: 'V28' }));
  expect(refusal).toEqual({ code: 'credential_revoked', status: 400, facts: { rule: 'V28' }, ...errorSentences.credential_revoked });
});
