import { beforeAll, describe, expect, it } from 'vitest';
import { type JsonObject, signCompactJws } from '../../credential/index.ts';
import { encodeBase64Url, encodeUtf8, type Json } from '../../encoding/index.ts';
import {
  createPresentationWorld,
  createTestRoot,
  createTestSeal,
  type PresentationWorld,
  randomBytes,
  sha256,
  testQuery,
  testTime,
} from '../../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../../x509/index.ts';
import { makeX509HashClientId } from '../client-id.ts';
import type { FetchText } from '../fetch-text.ts';
import { encodeTransactionData, type SubmissionTransaction } from '../transaction-data.ts';
import type { PresentationRequest, ReadRequestPorts } from './presentation-request.ts';
import { readPresentationRequest } from './read-presentation-request.ts';

let world: PresentationWorld;
let other: PresentationWorld;

beforeAll(async () => {
  world = await createPresentationWorld();
  other = await createPresentationWorld('https://passport.example');
});

const mediaType = 'application/oauth-authz-req+jwt';
const refuses = (code: string, facts: object = {}) => expect.objectContaining({ code, facts: expect.objectContaining(facts) });

/** Signs a request object with members changed (`undefined` leaves one out), in ways that the signer of the product cannot. */
async function forge(
  payload: Record<string, Json | undefined> = {},
  header: Record<string, Json | undefined> = {},
  by = world,
): Promise<string> {
  const [, body = ''] = (await by.sign()).split('.');
  const sound = JSON.parse(Buffer.from(body, 'base64url').toString());
  const drop = (members: object): JsonObject => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
  return signCompactJws(
    { header: drop({ typ: 'oauth-authz-req+jwt', x5c: encodeX5c([by.seal.der]), ...header }), payload: drop({ ...sound, ...payload }) },
    by.seal.key.sign,
  );
}

type Options = { origin?: string; protocol?: string; ports?: Partial<ReadRequestPorts> };
const readData = (data: unknown, { origin = world.origin, protocol = 'openid4vp-v1-signed', ports = {} }: Options = {}) =>
  readPresentationRequest({ kind: 'dc_api', protocol, data, origin }, { ...world.readPorts, ...ports });
const readSigned = async (request: string | Promise<string>, options: Options = {}) => readData({ request: await request }, options);
const unsigned = (parameters: object = {}) => ({
  response_type: 'vp_token',
  response_mode: 'dc_api',
  nonce: 'n-0S6_WzA2Mj-0123456789',
  dcql_query: testQuery,
  ...parameters,
});
const readUnsigned = (parameters: object = {}, options: Options = {}) =>
  readData(unsigned(parameters), { protocol: 'openid4vp-v1-unsigned', ...options });

const byLink = { response_mode: 'direct_post', response_uri: 'https://tax.example/answer', expected_origins: undefined };

type LinkOptions = { fetchText?: FetchText; origin?: string; link?: Record<string, string>; scheme?: string };
function readLink(
  requestObject: string,
  { fetchText, origin = world.origin, link = {}, scheme = 'openid4vp' }: LinkOptions = {},
): Promise<PresentationRequest> {
  const parameters = { client_id: world.clientId, request_uri: `${world.origin}/object`, ...link };
  const fetched: FetchText = fetchText ?? (async () => ({ status: 200, contentType: mediaType, text: requestObject }));
  return readPresentationRequest(
    { kind: 'link', uri: `${scheme}://?${new URLSearchParams(parameters)}`, origin },
    { ...world.readPorts, fetchText: fetched },
  );
}

describe('a sound request', () => {
  it('is read over the Digital Credentials API, signed', async () => {
    const requestObject = await world.sign();
    expect(await readSigned(requestObject)).toEqual({
      channel: 'dc_api',
      origin: world.origin,
      verifier: { kind: 'registered', agency: world.agency, proof: 'signature' },
      clientId: world.clientId,
      audience: `origin:${world.origin}`,
      nonce: world.expected.nonce,
      state: null,
      query: testQuery,
      transactionData: [],
      response: { mode: 'dc_api.jwt', uri: null, encryption: { key: expect.objectContaining({ kid: 'k1' }), enc: 'A128GCM' } },
      requestObject,
    });
  });

  it('is read unsigned from an agency, which is known by its origin', async () => {
    expect(await readUnsigned()).toMatchObject({
      verifier: { kind: 'registered', proof: 'origin' },
      clientId: null,
      audience: `origin:${world.origin}`,
      response: { mode: 'dc_api', uri: null, encryption: null },
      requestObject: null,
    });
  });

  it('is read unsigned from a site that nobody lists', async () => {
    expect((await readUnsigned({}, { origin: 'https://shop.test' })).verifier).toEqual({ kind: 'unknown' });
  });

  it.each(['openid4vp', 'haip-vp', 'eudi-openid4vp'])('is read by a link %s', async (scheme) => {
    expect(await readLink(await forge({ ...byLink, state: 's1' }), { scheme })).toMatchObject({
      channel: 'link',
      audience: world.clientId,
      state: 's1',
      response: { mode: 'direct_post', uri: 'https://tax.example/answer', encryption: null },
    });
  });

  it('is read from the link itself', async () => {
    const uri = `openid4vp://?${new URLSearchParams({ client_id: world.clientId, request: await forge(byLink) })}`;
    expect((await readPresentationRequest({ kind: 'link', uri, origin: world.origin }, world.readPorts)).channel).toBe('link');
  });
});

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

describe('W1 typ', () => {
  it.each(['JWT', 'oauth-authz-req', undefined])('refuses %s', async (typ) => {
    await expect(readSigned(forge({}, { typ }))).rejects.toThrow(refuses('invalid_request', { what: 'typ' }));
  });
});

describe('W2 the request object alone', () => {
  it('ignores what stands beside it', async () => {
    const request = await readData({ request: await world.sign(), nonce: 'x', dcql_query: {}, response_mode: 'dc_api', client_id: 'x' });
    expect([request.nonce, request.response.mode]).toEqual([world.expected.nonce, 'dc_api.jwt']);
  });

  it('mismatched-client-id: refuses another client id beside it', async () => {
    // The other client must be one that the list knows, or the request would not even be fetched.
    const second = { ...world.agency, id: 'second', certificateHashes: [other.clientId.slice('x509_hash:'.length)] };
    const trust = { ...world.trust, agencies: [world.agency, second] };
    const fetchText: FetchText = async () => ({ status: 200, contentType: mediaType, text: await forge(byLink) });
    const uri = `openid4vp://?${new URLSearchParams({ client_id: other.clientId, request_uri: `${world.origin}/object` })}`;
    const read = readPresentationRequest({ kind: 'link', uri, origin: world.origin }, { ...world.readPorts, trust, fetchText });
    await expect(read).rejects.toThrow(refuses('invalid_request', { rule: 'W2', parameter: 'client_id' }));
  });

  it.each([
    ['a client id twice', `client_id=a&client_id=b&request_uri=https://tax.example/o`],
    ['no client id', 'request_uri=https://tax.example/o'],
    ['both request and request_uri', 'client_id=a&request=b&request_uri=https://tax.example/o'],
    ['an unknown method', 'client_id=a&request_uri=https://tax.example/o&request_uri_method=PUT'],
    ['a method in capitals', 'client_id=a&request_uri=https://tax.example/o&request_uri_method=POST'],
    ['a method without an address', 'client_id=a&request=b&request_uri_method=post'],
  ])('refuses a link with %s', async (_what, query) => {
    const read = readPresentationRequest({ kind: 'link', uri: `openid4vp://?${query}`, origin: world.origin }, world.readPorts);
    await expect(read).rejects.toThrow(refuses('invalid_request'));
  });

  it('refuses a link of another scheme', async () => {
    await expect(readLink(await forge(byLink), { scheme: 'https' })).rejects.toThrow(refuses('invalid_request', { parameter: 'scheme' }));
  });
});

describe('W3 iss', () => {
  it('is ignored', async () => {
    expect((await readSigned(forge({ iss: 'https://evil.test' }))).clientId).toBe(world.clientId);
  });
});

describe('W4 wallet_nonce', () => {
  it('request-uri-method-post: is sent with POST and found again in the request', async () => {
    const sent: Parameters<FetchText>[0][] = [];
    const fetchText: FetchText = async (request) => {
      sent.push(request);
      return { status: 200, contentType: mediaType, text: await forge({ ...byLink, wallet_nonce: request.form?.['wallet_nonce'] }) };
    };
    expect((await readLink('', { fetchText, link: { request_uri_method: 'post' } })).channel).toBe('link');
    expect(sent).toEqual([
      {
        url: 'https://tax.example/object',
        method: 'POST',
        accept: mediaType,
        maxBytes: 65_536,
        timeoutMs: 5000,
        form: { wallet_nonce: expect.stringMatching(/^[\w-]{22}$/), wallet_metadata: expect.stringContaining('x509_hash') },
      },
    ]);
  });

  it.each([undefined, 'another-nonce'])('refuses a request that repeats %s', async (wallet_nonce) => {
    const read = readLink(await forge({ ...byLink, wallet_nonce }), { link: { request_uri_method: 'post' } });
    await expect(read).rejects.toThrow(refuses('invalid_request', { rule: 'W4' }));
  });
});

describe('W5 and B8: who asks', () => {
  it('invalid-request-object-signature: refuses another’s signature', async () => {
    const [header, body] = (await world.sign()).split('.');
    const [, , signature] = (await world.sign({ nonce: 'another-nonce-of-some-length' })).split('.');
    await expect(readSigned(`${header}.${body}.${signature}`)).rejects.toThrow(refuses('request_signature_invalid'));
  });

  it.each([
    ['a public key as a secret', { alg: 'HS256' }],
    ['no algorithm', { alg: 'none' }],
    ['an extension that must be understood', { crit: ['exp'] }],
    ['a key of its own', { jwk: { kty: 'EC' } }],
  ])('refuses %s', async (_what, header) => {
    await expect(readSigned(forge({}, header))).rejects.toThrow(refuses('invalid_request'));
  });

  it.each([
    ['invalid-client-id-prefix', 'x509_san_dns:tax.example'],
    ['a redirect_uri that nobody signs for', 'redirect_uri:https://tax.example/cb'],
    ['no prefix', 'tax.example'],
    ['nothing', undefined],
  ])('refuses a client id: %s', async (_what, client_id) => {
    await expect(readSigned(forge({ client_id }))).rejects.toThrow(refuses('invalid_request', { rule: 'W5', parameter: 'client_id' }));
  });

  it('refuses a client id that the trust list does not name', async () => {
    await expect(readSigned(forge({ client_id: other.clientId }))).rejects.toThrow(refuses('verifier_not_trusted', { what: 'trust_list' }));
  });

  it('refuses a client id that is not the hash of the certificate', async () => {
    const header = { x5c: encodeX5c([(await createTestSeal(world.issuer.root, world.origin)).der]) };
    await expect(readSigned(forge({}, header))).rejects.toThrow(refuses('verifier_not_trusted', { what: 'x509_hash' }));
  });

  it('refuses a certificate under another root, though the list names its hash', async () => {
    const trust = { ...world.trust, agencies: [{ ...world.agency, certificateHashes: [other.clientId.slice('x509_hash:'.length)] }] };
    const read = readSigned(other.sign({ route: { mode: 'dc_api.jwt', expectedOrigins: [world.origin] } }), { ports: { trust } });
    await expect(read).rejects.toThrow(refuses('verifier_not_trusted', { reason: 'issuer_not_trusted' }));
  });

  it('refuses a certificate that has expired', async () => {
    const read = readSigned(world.sign(), { ports: { now: () => new Date('2028-01-01T00:00:00Z') } });
    await expect(read).rejects.toThrow(refuses('verifier_not_trusted', { reason: 'certificate_expired' }));
  });

  it.each(['http://shop.test', 'null'])('A13: refuses an unsigned request from %s', async (origin) => {
    await expect(readUnsigned({}, { origin })).rejects.toThrow(refuses('verifier_not_trusted'));
  });

  it('refuses a link whose parameters nobody signed', async () => {
    const uri = `openid4vp://?${new URLSearchParams({ client_id: world.clientId, nonce: 'n'.repeat(22), response_type: 'vp_token' })}`;
    await expect(readPresentationRequest({ kind: 'link', uri, origin: world.origin }, world.readPorts)).rejects.toThrow(
      refuses('invalid_request', { rule: 'W5' }),
    );
  });
});

describe('W6 and B7: the prefix origin:', () => {
  it('is refused in a signed request', async () => {
    await expect(readSigned(forge({ client_id: `origin:${world.origin}` }))).rejects.toThrow(refuses('invalid_request', { rule: 'W6' }));
  });

  it('is not looked at in an unsigned one', async () => {
    expect((await readUnsigned({ client_id: 'origin:https://evil.test' })).clientId).toBeNull();
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

  it('says that an agency which does not answer cannot be reached', async () => {
    await expect(readLink('', { fetchText: () => Promise.reject(new Error('timeout')) })).rejects.toThrow(
      refuses('request_uri_unreachable'),
    );
  });
});

describe('W13 and B6: the origins of a signed request', () => {
  it.each([
    ['wrong-expected-origins', ['https://evil.test']],
    ['the origin with a slash', ['https://tax.example/']],
    ['the origin in capitals', ['HTTPS://TAX.EXAMPLE']],
  ])('refuses %s', async (_what, expected_origins) => {
    await expect(readSigned(forge({ expected_origins }))).rejects.toThrow(refuses('request_origin_mismatch', { rule: 'W13' }));
  });

  it.each([
    ['none', undefined],
    ['an empty list', []],
    ['a text', 'https://tax.example'],
    ['a number in it', ['https://tax.example', 1]],
  ])('refuses %s', async (_what, expected_origins) => {
    await expect(readSigned(forge({ expected_origins }))).rejects.toThrow(refuses('invalid_request', { rule: 'W13' }));
  });

  it('does not look at them in an unsigned request', async () => {
    expect((await readUnsigned({ expected_origins: ['https://evil.test'] })).origin).toBe(world.origin);
  });
});

describe('W15 what the Digital Credentials API does not know', () => {
  it('ignores state and unknown parameters', async () => {
    expect((await readSigned(forge({ state: 'x', future: { a: 1 } }))).state).toBeNull();
  });
});

describe('W16 and B9: several signatures', () => {
  async function multisign(...tokens: string[]): Promise<object> {
    const parts = tokens.map((token) => token.split('.'));
    return { payload: parts[0]?.[1], signatures: parts.map(([header, , signature]) => ({ protected: header, signature })) };
  }
  const sign = (by: PresentationWorld) =>
    forge({ client_id: undefined }, { client_id: by.clientId, x5c: encodeX5c([by.seal.der]) }, { ...world, seal: by.seal });
  const read = (request: unknown) => readData({ request }, { protocol: 'openid4vp-v1-multisigned' });

  it('multisigned-one-invalid: is accepted when one trusted signature holds', async () => {
    const request = await multisign(await sign(other), await sign(world));
    expect(await read(request)).toMatchObject({
      clientId: world.clientId,
      verifier: { kind: 'registered', proof: 'signature' },
      audience: `origin:${world.origin}`,
    });
  });

  it('is refused when none is trusted', async () => {
    await expect(read(await multisign(await sign(other)))).rejects.toThrow(refuses('verifier_not_trusted'));
  });

  it('is refused with a client id in the payload', async () => {
    await expect(read(await multisign(await forge()))).rejects.toThrow(refuses('invalid_request', { rule: 'W16', parameter: 'client_id' }));
  });

  it.each([
    ['no signatures', { payload: 'e30', signatures: [] }],
    ['an unprotected header', { payload: 'e30', signatures: [{ protected: 'e30', signature: 'AA', header: {} }] }],
    ['a text', 'a.b.c'],
  ])('is refused with %s', async (_what, request) => {
    await expect(read(request)).rejects.toThrow(refuses('invalid_request'));
  });

  it.each(['openid4vp', 'openid4vp-v2-signed', 'org-iso-mdoc', ''])('refuses the protocol %s', async (protocol) => {
    await expect(readData({ request: await world.sign() }, { protocol })).rejects.toThrow(refuses('invalid_request', { rule: 'W16' }));
  });
});

describe('W17 and C13: only where the signer is at home', () => {
  it('refuses a link in the tab of another site, before anything is fetched', async () => {
    await expect(
      readLink(await forge(byLink), { origin: 'https://shop.test', fetchText: () => Promise.reject(new Error('fetched')) }),
    ).rejects.toThrow(refuses('request_origin_mismatch', { rule: 'W17' }));
  });

  it('refuses a signed request on a page of another site, though the request names it', async () => {
    const route = { mode: 'dc_api.jwt', expectedOrigins: ['https://shop.test'] } as const;
    await expect(readSigned(world.sign({ route }), { origin: 'https://shop.test' })).rejects.toThrow(
      refuses('request_origin_mismatch', { rule: 'W17' }),
    );
  });
});

describe('A14: a site that passes itself off as an agency', () => {
  it.each(['https://tax-example.test', 'http://tax.example', 'https://tax.example:8443', 'https://tax.example.evil.test'])(
    '%s gets nothing, and is named for what it is',
    async (origin) => {
      await expect(readUnsigned({}, { origin })).rejects.toThrow(
        refuses('lookalike_origin', { agency: 'tax', origin: 'https://tax.example' }),
      );
      await expect(readSigned(world.sign(), { origin })).rejects.toThrow(refuses('lookalike_origin'));
    },
  );
});

describe('time', () => {
  it.each([
    ['a minute past its expiry', 60, 'request_expired'],
    ['with an expiry in words', 'tomorrow', 'invalid_request'],
  ])('refuses a request %s', async (_what, value, code) => {
    const exp = typeof value === 'number' ? testTime.getTime() / 1000 - value : value;
    await expect(readSigned(forge({ exp }))).rejects.toThrow(refuses(code));
  });

  it('lets the clocks differ by less', async () => {
    expect((await readSigned(forge({ exp: testTime.getTime() / 1000 - 59 }))).channel).toBe('dc_api');
  });
});

describe('a trusted root', () => {
  it('is needed: without one nobody signed is believed', async () => {
    const root = await createTestRoot('Other');
    const verifyChain = createChainVerifier({ anchors: [root.der], verifyP256: world.readPorts.verifyP256 });
    await expect(readSigned(world.sign(), { ports: { verifyChain } })).rejects.toThrow(refuses('verifier_not_trusted'));
    expect(await makeX509HashClientId(world.seal.der, sha256)).toBe(world.clientId);
  });
});
