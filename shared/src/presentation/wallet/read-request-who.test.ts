import { describe, expect, it } from 'vitest';
import {
  answeredByPost as byLink,
  createPresentationWorld,
  createRequestReader,
  createTestRoot,
  createTestSeal,
  requestObjectMediaType as mediaType,
  type PresentationWorld,
  sha256,
  testQuery,
  testTime,
} from '../../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../../x509/index.ts';
import { makeX509HashClientId } from '../client-id.ts';
import type { FetchText } from '../fetch-text.ts';
import { readPresentationRequest } from './read-presentation-request.ts';

const world = await createPresentationWorld();
const other = await createPresentationWorld('https://passport.example');
const { forge, readData, readSigned, readUnsigned, readLink } = createRequestReader(world);
const refuses = (code: string, facts: object = {}) => expect.objectContaining({ code, facts: expect.objectContaining(facts) });

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

  it('W17: is accepted by the signature of the agency whose page it is, though another agency has signed it first', async () => {
    const second = {
      ...world.agency,
      id: 'second',
      origins: [other.origin],
      certificateHashes: [other.clientId.slice('x509_hash:'.length)],
    };
    const ports = {
      trust: { ...world.trust, agencies: [second, world.agency] },
      verifyChain: createChainVerifier({ anchors: [world.issuer.root.der, other.issuer.root.der], verifyP256: world.readPorts.verifyP256 }),
    };
    const request = await multisign(await sign(other), await sign(world));
    const both = await readData({ request }, { protocol: 'openid4vp-v1-multisigned', ports });
    expect(both).toMatchObject({ clientId: world.clientId, verifier: { agency: { id: 'tax' } } });
    const alone = readData({ request: await multisign(await sign(other)) }, { protocol: 'openid4vp-v1-multisigned', ports });
    await expect(alone).rejects.toThrow(refuses('request_origin_mismatch', { rule: 'W17' }));
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
