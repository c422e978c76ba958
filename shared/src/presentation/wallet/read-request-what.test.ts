import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../credential/index.ts';
import { encodeBase64Url, encodeUtf8, type Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import {
  answeredByPost as byLink,
  createPresentationWorld,
  createRequestReader,
  requestObjectMediaType as mediaType,
  randomBytes,
  testQuery,
} from '../../testing/index.ts';
import type { FetchText } from '../fetch-text.ts';
import { encodeTransactionData, type SubmissionTransaction } from '../transaction-data.ts';
import type { ReadRequestPorts } from './presentation-request.ts';
import { readPresentationRequest } from './read-presentation-request.ts';

const world = await createPresentationWorld();
const other = await createPresentationWorld('https://passport.example');
const { forge, readData, readSigned, readUnsigned, readLink } = createRequestReader(world);
const refuses = (code: string, facts: object = {}) => expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('limits, before any cryptography', () => {
  const noCrypto: Partial<ReadRequestPorts> = {
    verifyP256: () => {
      throw new Error('cryptography');
    },
    verifyChain: () => {
      throw new Error('cryptography');
    },
  };

  it('B18: refuses more than 64 KiB', async () => {
    await expect(readData({ request: 'a'.repeat(65_536) }, { ports: noCrypto })).rejects.toThrow(
      refuses('invalid_request', { what: 'size' }),
    );
    await expect(readUnsigned({ client_metadata: { pad: 'a'.repeat(65_536) } })).rejects.toThrow(
      refuses('invalid_request', { what: 'size' }),
    );
    await expect(readLink('a'.repeat(65_537))).rejects.toThrow(refuses('invalid_request', { what: 'size' }));
  });

  it('B11: refuses more than 64 claims', async () => {
    const claims = Array.from({ length: 65 }, (_, at) => ({ path: [`claim-${at}`] }));
    const dcql_query = { credentials: [{ ...testQuery.credentials[0], claims }] };
    await expect(readUnsigned({ dcql_query })).rejects.toThrow(refuses('too_much_asked'));
  });

  it.each([
    ['missing-nonce', undefined],
    ['short', 'abcdefghijklmno'],
    ['with other characters', 'abcdefghijklmnopqrstuvwxyz+/='],
    ['a number', 1234],
  ])('B10: refuses a nonce: %s', async (_what, nonce) => {
    await expect(readUnsigned({ nonce })).rejects.toThrow(refuses('invalid_request', { parameter: 'nonce' }));
  });
});

describe('W7 and B14: where the answer goes', () => {
  it('redirect-uri-with-direct-post', async () => {
    await expect(readLink(await forge({ ...byLink, redirect_uri: 'https://tax.example/cb' }))).rejects.toThrow(
      refuses('invalid_request', { rule: 'W7', parameter: 'redirect_uri' }),
    );
  });

  it.each([
    ['response-uri-not-client-id', 'https://evil.test/answer'],
    ['plain http', 'http://tax.example/answer'],
    ['another port', 'https://tax.example:8443/answer'],
    ['a user name', 'https://user@tax.example/answer'],
    ['a fragment', 'https://tax.example/answer#x'],
    ['no address', '/answer'],
    ['nothing', undefined],
  ])('refuses %s', async (_what, response_uri) => {
    await expect(readLink(await forge({ ...byLink, response_uri }))).rejects.toThrow(
      refuses('invalid_request', { rule: 'W7', parameter: 'response_uri' }),
    );
  });

  it.each(['dc_api', 'fragment', undefined])('refuses the mode %s by link', async (response_mode) => {
    await expect(readLink(await forge({ ...byLink, response_mode }))).rejects.toThrow(
      refuses('invalid_request', { parameter: 'response_mode' }),
    );
  });

  it('refuses direct_post over the Digital Credentials API', async () => {
    await expect(readSigned(forge({ response_mode: 'direct_post', response_uri: 'https://tax.example/a' }))).rejects.toThrow(
      refuses('invalid_request', { parameter: 'response_mode' }),
    );
  });
});

describe('W8 what is asked', () => {
  it.each([
    ['a scope beside the query', { scope: 'identity' }],
    ['a scope alone', { scope: 'identity', dcql_query: undefined }],
    ['no query', { dcql_query: undefined }],
    ['another response type', { response_type: 'code' }],
    ['a query of another form', { dcql_query: { credentials: [] } }],
  ])('refuses %s', async (_what, parameters) => {
    await expect(readUnsigned(parameters)).rejects.toThrow(refuses('invalid_request'));
  });

  it('refuses to show the signing credential outside a submission', async () => {
    const dcql_query = { credentials: [{ id: 'signing', format: 'dc+sd-jwt', meta: { vct_values: ['urn:daricheh:signing:1'] } }] };
    await expect(readSigned(forge({ dcql_query }))).rejects.toThrow(refuses('invalid_request', { what: 'signing_credential' }));
  });
});

describe('W9 and B12: transaction data', () => {
  const hash = encodeBase64Url(randomBytes(32));
  const form = { id: 'tax-return', version: 1, hash };
  const data: SubmissionTransaction = { type: 'daricheh.submission.v1', credential_ids: ['identity'], form, manifest_hash: hash };
  const submission = { ...byLink, response_uri: 'https://tax.example/submissions' };
  const read = async (transaction_data: Json | undefined, change: Record<string, Json> = {}, expected = { manifestHash: hash, form }) => {
    const requestObject = await forge({ ...submission, transaction_data, ...change });
    return readPresentationRequest({ kind: 'submission', requestObject, origin: world.origin, expected }, world.readPorts);
  };

  it('is read when it is about the form under review', async () => {
    const raw = encodeTransactionData(data);
    expect(await read([raw])).toMatchObject({ channel: 'submission', audience: world.clientId, transactionData: [{ raw, data }] });
  });

  it.each([
    ['unknown-transaction-data-type', { ...data, type: 'payment' }],
    ['a credential that the query lacks', { ...data, credential_ids: ['identity', 'other'] }],
    ['another manifest', { ...data, manifest_hash: encodeBase64Url(randomBytes(32)) }],
    ['another form', { ...data, form: { ...form, version: 2 } }],
  ])('refuses %s', async (_what, changed) => {
    const raw = encodeBase64Url(encodeUtf8(JSON.stringify(changed)));
    await expect(read([raw])).rejects.toThrow(refuses('invalid_transaction_data'));
  });

  it.each([
    ['none', undefined],
    ['an empty list', []],
    ['a text', encodeTransactionData(data)],
    ['an object', [{ type: data.type }]],
    ['two', [encodeTransactionData(data), encodeTransactionData(data)]],
  ])('refuses %s', async (_what, value) => {
    await expect(read(value)).rejects.toThrow(refuses('invalid_transaction_data'));
  });

  it('refuses a credential that need not be bound to a key', async () => {
    const dcql_query = { credentials: [{ ...testQuery.credentials[0], require_cryptographic_holder_binding: false }] } as Json;
    await expect(read([encodeTransactionData(data)], { dcql_query })).rejects.toThrow(
      refuses('invalid_transaction_data', { what: 'credential_ids' }),
    );
  });

  it('refuses a form that nobody reviews, from a page or by link', async () => {
    const transaction_data = [encodeTransactionData(data)];
    await expect(readSigned(forge({ transaction_data }))).rejects.toThrow(
      refuses('invalid_transaction_data', { what: 'outside_submission' }),
    );
    await expect(readUnsigned({ transaction_data })).rejects.toThrow(refuses('invalid_transaction_data'));
    await expect(readLink(await forge({ ...byLink, transaction_data }))).rejects.toThrow(refuses('invalid_transaction_data'));
  });
});

describe('W11 the key to encrypt to', () => {
  const metadata = async (change: (metadata: { jwks: { keys: JsonObject[] } }) => object) => {
    const [, body = ''] = (await world.sign()).split('.');
    return { client_metadata: change(JSON.parse(Buffer.from(body, 'base64url').toString()).client_metadata) as Json };
  };

  it('ignores-unusable-encryption-key', async () => {
    const change = await metadata(({ jwks }) => ({
      jwks: { keys: [{ kty: 'OKP', crv: 'X25519', alg: 'ECDH-ES', kid: 'x', x: 'AA' }, ...jwks.keys] },
    }));
    expect((await readSigned(forge(change))).response.encryption).toEqual({ key: expect.objectContaining({ kid: 'k1' }), enc: 'A128GCM' });
  });

  it.each([
    ['no keys', () => ({ jwks: { keys: [] } })],
    ['no jwks', () => ({})],
    ['a key without alg', ({ jwks }: { jwks: { keys: JsonObject[] } }) => ({ jwks: { keys: [{ ...jwks.keys[0], alg: undefined }] } })],
    [
      'an enc that we do not speak',
      ({ jwks }: { jwks: { keys: JsonObject[] } }) => ({ jwks, encrypted_response_enc_values_supported: ['A128CBC-HS256'] }),
    ],
  ])('refuses %s', async (_what, change) => {
    await expect(readSigned(forge(await metadata(change)))).rejects.toThrow(refuses('encryption_key_unusable'));
  });
});

describe('W12 and B15: what is fetched', () => {
  it.each([
    'http://tax.example/object',
    'https://127.0.0.1/object',
    'https://10.0.0.1/object',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/object',
    'https://[::ffff:127.0.0.1]/object',
    'https://2130706433/object',
    'https://0x7f000001/object',
    'https://evil.test/object',
    'https://tax.example.evil.test/object',
    'https://tax.example@evil.test/object',
    'https://user:pass@tax.example/object',
    'https://tax.example/object#x',
    'file:///etc/passwd',
    '/object',
    '',
  ])('sends no byte to %s', async (request_uri) => {
    let calls = 0;
    const fetchText: FetchText = async () => {
      calls++;
      throw new Error();
    };
    await expect(readLink('', { fetchText, link: { request_uri } })).rejects.toThrow(refuses('request_uri_blocked', { what: 'address' }));
    expect(calls).toBe(0);
  });

  it('sends no byte for a client id that the list does not name', async () => {
    await expect(readLink('', { link: { client_id: other.clientId } })).rejects.toThrow(refuses('verifier_not_trusted'));
  });

  it('sends nothing with GET but the address', async () => {
    const sent: Parameters<FetchText>[0][] = [];
    const fetchText: FetchText = async (request) => {
      sent.push(request);
      return { status: 200, contentType: mediaType, text: await forge(byLink) };
    };
    await readLink('', { fetchText });
    expect(sent).toEqual([{ url: 'https://tax.example/object', method: 'GET', accept: mediaType, maxBytes: 65_536, timeoutMs: 5000 }]);
  });

  it.each([
    ['another content type', { status: 200, contentType: 'text/html', text: '' }, 'request_uri_blocked'],
    ['an error', { status: 404, contentType: mediaType, text: '' }, 'request_uri_unreachable'],
    ['a redirect', { status: 302, contentType: mediaType, text: '' }, 'request_uri_unreachable'],
  ])('refuses %s', async (_what, answer, code) => {
    await expect(readLink('', { fetchText: async () => answer })).rejects.toThrow(refuses(code));
  });

  it.each([
    ['more than 64 KiB', new AppError('body_too_large'), 'request_uri_blocked', { what: 'size' }],
    ['what takes longer than five seconds', new AppError('unavailable', { why: 'timeout' }), 'request_uri_blocked', { what: 'time' }],
    ['a redirect that was not followed', new AppError('request_uri_blocked'), 'request_uri_blocked', {}],
    ['a server that is down', new AppError('unavailable'), 'request_uri_unreachable', {}],
  ])('B15: refuses %s', async (_what, failure, code, facts) => {
    await expect(readLink('', { fetchText: () => Promise.reject(failure) })).rejects.toThrow(refuses(code, facts));
  });

  it('says that an agency which does not answer cannot be reached', async () => {
    await expect(readLink('', { fetchText: () => Promise.reject(new Error('timeout')) })).rejects.toThrow(
      refuses('request_uri_unreachable'),
    );
  });
});

describe('W15 what the Digital Credentials API does not know', () => {
  it('ignores state and unknown parameters', async () => {
    expect((await readSigned(forge({ state: 'x', future: { a: 1 } }))).state).toBeNull();
  });
});
