import { beforeAll, describe, expect, it } from 'vitest';
import { createPresentationWorld, createTestKey, type PresentationWorld, testTime } from '../testing/index.ts';
import { createMdocWorld, type MdocWorld, testDocType, testNamespace } from '../testing/mdoc-world.ts';
import type { AnswerWay } from './answer-way.ts';
import {
  answerPresentation,
  createDecryptionKey,
  type DcqlRequest,
  encodeTransactionData,
  openResponse,
  type PresentationRequest,
  publishEncryptionKey,
  readPresentationRequest,
  verifyVpToken,
} from './index.ts';

// A licence as mdoc, from request to verified elements, over both ways of OpenID4VP.

let world: PresentationWorld;
let licences: MdocWorld;
let mdoc: string;

const name = [testNamespace, 'family_name'];
const query: DcqlRequest = {
  credentials: [{ id: 'licence', format: 'mso_mdoc', meta: { doctype_value: testDocType }, claims: [{ path: name }] }],
};
const disclosures = [{ queryId: 'licence', credentialId: 'm1', paths: [name] }];

beforeAll(async () => {
  world = await createPresentationWorld();
  licences = await createMdocWorld();
  mdoc = await licences.issue({ status: { uri: `${licences.origin}/daricheh/status-lists/1`, index: 3 } });
});

const encryptionKey = () => publishEncryptionKey(world.decryptionKey);
const apiWay = (): AnswerWay => ({ kind: 'dc_api', origin: world.origin, encryptionKey: encryptionKey() });
const responseUri = () => `${world.origin}/answer`;
const postWay = (): AnswerWay => ({ kind: 'post', clientId: world.clientId, responseUri: responseUri(), encryptionKey: encryptionKey() });

async function readApi(): Promise<PresentationRequest> {
  const data = { request: await world.sign({ query }) };
  return readPresentationRequest({ kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: world.origin }, world.readPorts);
}

async function readLink(): Promise<PresentationRequest> {
  const text = await world.sign({ query, route: { mode: 'direct_post.jwt', responseUri: responseUri(), state: 'state-of-256-bits' } });
  const uri = `openid4vp://?${new URLSearchParams({ client_id: world.clientId, request_uri: `${world.origin}/object` })}`;
  const fetchText = async () => ({ status: 200, contentType: 'application/oauth-authz-req+jwt', text });
  return readPresentationRequest({ kind: 'link', uri, origin: world.origin }, { ...world.readPorts, fetchText });
}

async function answer(request: PresentationRequest): Promise<Parameters<typeof verifyVpToken>[0]> {
  const takeCredential = async () => ({ format: 'mso_mdoc' as const, credential: mdoc, sign: licences.holder.sign });
  const given = await answerPresentation(request, disclosures, { ...world.presentPorts, takeCredential });
  if (given.kind === 'submission') throw new Error(given.kind);
  const opened = await openResponse(given.kind === 'post' ? { ...given.form } : given.data, world.decryptionKey);
  if (opened.kind !== 'vp_token') throw new Error(opened.error);
  return opened.vpToken;
}

function verify(vpToken: Parameters<typeof verifyVpToken>[0], changes: Partial<Parameters<typeof verifyVpToken>[1]> = {}, ports = {}) {
  const expected = { ...world.expected, query, issuers: licences.expected.issuers, way: apiWay(), ...changes };
  return verifyVpToken(vpToken, expected, { ...world.verifyPorts, ...licences.ports, ...ports });
}

describe('an mdoc in a presentation', () => {
  it('goes over the Digital Credentials API, and its status is looked up', async () => {
    const looked: unknown[] = [];
    const checkStatus = async (...told: unknown[]) => {
      looked.push(told);
      return { asOf: testTime, isFresh: true, token: 'status token' };
    };
    const [verified] = await verify(await answer(await readApi()), {}, { checkStatus });
    expect(verified?.claims).toEqual({ [testNamespace]: { family_name: 'رضایی' } });
    expect(verified?.format).toBe('mso_mdoc');
    expect(verified?.steps.slice(-4)).toEqual(['device_signature', 'status', 'query', 'whole']);
    expect(looked).toEqual([
      [
        { uri: `${licences.origin}/daricheh/status-lists/1`, index: 3 },
        { issuer: licences.origin, whenUnreachable: 'refuse' },
      ],
    ]);
  });

  it('goes by a link and a post', async () => {
    const [verified] = await verify(await answer(await readLink()), { way: postWay(), audience: world.clientId });
    expect(verified?.claims).toEqual({ [testNamespace]: { family_name: 'رضایی' } });
  });

  it.each<[string, () => Partial<Parameters<typeof verifyVpToken>[1]>]>([
    ['another nonce', () => ({ nonce: 'another-nonce-of-128-bits' })],
    ['another origin', () => ({ way: { ...apiWay(), origin: 'https://evil.example' } as AnswerWay })],
    ['no encryption', () => ({ way: { ...apiWay(), encryptionKey: null } })],
    ['an answer by post', () => ({ way: postWay() })],
  ])('C8: invalid-session-transcript: it is refused where the verifier expects %s', async (_name, changes) => {
    const refused = verify(await answer(await readApi()), changes());
    await expect(refused).rejects.toMatchObject({ code: 'mdoc_invalid', facts: { step: 'device_signature' } });
  });

  it('C8: it is refused under another encryption key than it was asked with', async () => {
    const way = { ...apiWay(), encryptionKey: publishEncryptionKey(await createDecryptionKey('k2')) };
    await expect(verify(await answer(await readApi()), { way })).rejects.toMatchObject({ code: 'mdoc_invalid' });
  });

  it('C8: it is refused where it was posted to another address', async () => {
    const way = { ...postWay(), responseUri: `${world.origin}/elsewhere` } as AnswerWay;
    await expect(verify(await answer(await readLink()), { way })).rejects.toMatchObject({ code: 'mdoc_invalid' });
  });

  it('V24: it is refused where no way was told, or another format was asked', async () => {
    const vpToken = await answer(await readApi());
    const expected = { ...world.expected, query, issuers: licences.expected.issuers };
    const untold = verifyVpToken(vpToken, expected, { ...world.verifyPorts, ...licences.ports });
    await expect(untold).rejects.toMatchObject({ code: 'query_not_satisfied', facts: { what: 'format' } });
    const other: DcqlRequest = { credentials: [{ id: 'licence', format: 'jwt_vc_json', meta: {} }] };
    await expect(verify(vpToken, { query: other })).rejects.toMatchObject({ code: 'query_not_satisfied' });
  });

  it('V22: it authorises no transaction', async () => {
    const hash = 'A'.repeat(43);
    const form = { id: 'f', version: 1, hash };
    const transactionData = [
      encodeTransactionData({ type: 'daricheh.submission.v1', credential_ids: ['licence'], form, manifest_hash: hash }),
    ];
    const refused = verify(await answer(await readApi()), { transactionData });
    await expect(refused).rejects.toMatchObject({ code: 'transaction_data_mismatch', facts: { what: 'format' } });
  });

  it('V25: it is refused where it does not answer the query', async () => {
    const more: DcqlRequest = {
      credentials: [{ ...(query.credentials[0] as object), claims: [{ path: [testNamespace, 'birth_date'] }] } as never],
    };
    await expect(verify(await answer(await readApi()), { query: more })).rejects.toMatchObject({ code: 'query_not_satisfied' });
  });

  it('V28: it is refused once it was revoked', async () => {
    const checkStatus = () => Promise.reject(Object.assign(new Error('revoked'), { code: 'credential_revoked' }));
    await expect(verify(await answer(await readApi()), {}, { checkStatus })).rejects.toMatchObject({ code: 'credential_revoked' });
  });

  it('W10: is not shown beyond the query, nor without what was asked', async () => {
    const takeCredential = async () => ({ format: 'mso_mdoc' as const, credential: mdoc, sign: createTestKey().sign });
    const ports = { ...world.presentPorts, takeCredential, now: () => testTime };
    const show = async (paths: string[][]) =>
      answerPresentation(await readApi(), [{ queryId: 'licence', credentialId: 'm1', paths }], ports);
    await expect(show([[testNamespace, 'portrait']])).rejects.toMatchObject({ facts: { rule: 'W10', what: 'beyond_query' } });
    await expect(show([])).rejects.toMatchObject({ facts: { rule: 'W10', what: 'partial' } });
  });
});
