import { beforeAll, describe, expect, it } from 'vitest';
import { openCredential } from '../../credential/index.ts';
import {
  createPresentationWorld,
  issueTestIdentity,
  type PresentationWorld,
  sha256,
  testDisclosures,
  testQuery,
} from '../../testing/index.ts';
import type { DcqlRequest } from '../dcql.ts';
import { findRegisteredUse } from '../find-registered-use.ts';
import { encodeTransactionData, parseTransactionData } from '../transaction-data.ts';
import { answerPresentation, declinePresentation } from './answer-presentation.ts';
import type { Disclosure } from './present-credentials.ts';
import type { PresentationRequest } from './presentation-request.ts';
import { readPostAnswer } from './read-post-answer.ts';

let world: PresentationWorld;
let request: PresentationRequest;

beforeAll(async () => {
  world = await createPresentationWorld();
  request = {
    channel: 'dc_api',
    origin: world.origin,
    verifier: { kind: 'registered', agency: world.agency, proof: 'signature' },
    clientId: world.clientId,
    audience: `origin:${world.origin}`,
    nonce: world.expected.nonce,
    state: null,
    query: testQuery,
    transactionData: [],
    response: { mode: 'dc_api', uri: null, encryption: null },
    requestObject: null,
  };
});

const byPost = (): PresentationRequest => ({
  ...request,
  channel: 'link',
  state: 's1',
  response: { mode: 'direct_post', uri: 'https://tax.example/answer', encryption: null },
});
const answer = (disclosures: readonly Disclosure[], changes: Partial<PresentationRequest> = {}) =>
  answerPresentation({ ...request, ...changes }, disclosures, world.presentPorts);
const incomplete = (what: string) => expect.objectContaining({ code: 'presentation_incomplete', facts: expect.objectContaining({ what }) });
const [granted] = testDisclosures;

describe('W10: nothing beyond the query, and no part of an answer', () => {
  it('shows exactly what was granted, and nothing that could be withheld beside it', async () => {
    const given = await answer(testDisclosures);
    if (given.kind !== 'dc_api') throw new Error(given.kind);
    const vpToken = given.data['vp_token'] as unknown as Record<string, string[]>;
    expect(Object.keys(vpToken)).toEqual(['identity']);
    const [presentation = ''] = vpToken['identity'] ?? [];
    const { claims } = await openCredential(presentation, sha256);
    expect(Object.keys(claims).sort()).toEqual(['address', 'cnf', 'exp', 'given_name', 'iat', 'iss', 'vct']);
    expect(claims['address']).toEqual({ postal_code: '1234567890' });
    expect(presentation.split('~')).toHaveLength(4);
  });

  it('no-claims-in-dcql: shows nothing that could be withheld', async () => {
    const { claims: _asked, ...bare } = testQuery.credentials[0] ?? { id: '', format: '', meta: {} };
    const given = await answer([{ queryId: 'identity', credentialId: 'c1', paths: [] }], { query: { credentials: [bare] } });
    if (given.kind !== 'dc_api') throw new Error(given.kind);
    const vpToken = given.data['vp_token'] as unknown as Record<string, string[]>;
    expect(vpToken['identity']?.[0]?.split('~')).toHaveLength(2);
  });

  it.each([
    ['a claim that was not asked', [{ paths: [['given_name'], ['address', 'postal_code'], ['national_id']] }], 'beyond_query'],
    ['more of a claim than was asked', [{ paths: [['given_name'], ['address']] }], 'beyond_query'],
    ['a query that was not asked', [{ queryId: 'other' }], 'beyond_query'],
    ['fewer claims than asked', [{ paths: [['given_name']] }], 'partial'],
    ['two answers where one was asked', [{}, {}], 'partial'],
    ['nothing', [], 'partial'],
  ])('refuses %s', async (_what, changes, what) => {
    const disclosures = changes.map((change) => ({ queryId: 'identity', credentialId: 'c1', paths: granted?.paths ?? [], ...change }));
    await expect(answer(disclosures)).rejects.toThrow(incomplete(what));
  });

  it('refuses a credential of another type than asked', async () => {
    const sdJwt = await issueTestIdentity(world.issuer, world.holder, { vct: 'urn:other' });
    const ports = {
      ...world.presentPorts,
      takeCredential: async () => ({ format: 'dc+sd-jwt' as const, credential: sdJwt, sign: world.holder.sign }),
    };
    await expect(answerPresentation(request, testDisclosures, ports)).rejects.toThrow(incomplete('partial'));
  });

  it('optional-credential-set: leaves out what is optional', async () => {
    const optional = { ...testQuery.credentials[0], id: 'other', format: 'dc+sd-jwt', meta: { vct_values: ['urn:other'] } };
    const query: DcqlRequest = {
      credentials: [...testQuery.credentials, optional],
      credential_sets: [{ options: [['identity']] }, { options: [['other']], required: false }],
    };
    expect((await answer(testDisclosures, { query })).kind).toBe('dc_api');
  });
});

describe('W9: transaction data', () => {
  const hash = 'A'.repeat(43);
  const raw = encodeTransactionData({
    type: 'daricheh.submission.v1',
    credential_ids: ['identity'],
    transaction_data_hashes_alg: ['sha-256'],
    form: { id: 'f', version: 1, hash },
    manifest_hash: hash,
  });

  it('is authorised in the key binding, for the envelope of a submission', async () => {
    const given = await answer(testDisclosures, { channel: 'submission', transactionData: [parseTransactionData(raw)] });
    if (given.kind !== 'submission') throw new Error(given.kind);
    const binding = given.vpToken['identity']?.[0]?.split('~').at(-1)?.split('.')[1] ?? '';
    expect(JSON.parse(Buffer.from(binding, 'base64url').toString())).toMatchObject({
      transaction_data_hashes: [expect.any(String)],
      transaction_data_hashes_alg: 'sha-256',
    });
  });

  it('is refused without the credential that it names', async () => {
    const { data } = parseTransactionData(raw);
    const transactionData = [{ raw, data: { ...data, credential_ids: ['signing'] } }];
    await expect(answer(testDisclosures, { transactionData })).rejects.toThrow(incomplete('transaction_data'));
  });
});

describe('a refusal', () => {
  it('is told to an agency that asked by link, with its state and nothing else', () => {
    expect(declinePresentation(byPost())).toEqual({
      kind: 'post',
      uri: 'https://tax.example/answer',
      form: { error: 'access_denied', state: 's1' },
    });
  });

  it('B13: is told to a page by the browser alone', () => {
    expect(declinePresentation(request)).toBeNull();
  });
});

describe('W17: what comes back after a post', () => {
  it.each(['{}', '{"other":1}', '[]', 'null'])('is nothing more: %s', (text) => {
    expect(readPostAnswer(text, byPost())).toEqual({ redirectUri: null });
  });

  it.each(['https://evil.test/', 'http://tax.example/', 'https://tax.example@evil.test/', 'javascript:alert(1)', '/back', 1])(
    'refuses to go on to %s',
    (redirect_uri) => {
      expect(() => readPostAnswer(JSON.stringify({ redirect_uri }), byPost())).toThrow(
        expect.objectContaining({ code: 'request_uri_blocked' }),
      );
    },
  );

  it('refuses what is no JSON', () => {
    expect(() => readPostAnswer('<html>', byPost())).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});

describe('B11: the registered use', () => {
  it('is the one that covers what is asked', () => {
    expect(findRegisteredUse(world.agency, testQuery)?.id).toBe('sign-in');
    expect(findRegisteredUse({ ...world.agency, uses: [] }, testQuery)).toBeUndefined();
  });
});
