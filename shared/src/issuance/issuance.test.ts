import { describe, expect, it } from 'vitest';
import { type JsonObject, signCompactJws } from '../credential/index.ts';
import type { Json } from '../encoding/index.ts';
import { createTestKey, type TestKey, testTime, verifyP256 } from '../testing/index.ts';
import {
  buildOfferLink,
  checkIssuanceMetadata,
  createKeyProof,
  issuerMetadataUrl,
  parseOfferLink,
  preAuthorizedCodeGrant,
  readCredentialOffer,
  verifyKeyProof,
  writeCredentialOffer,
} from './index.ts';

const issuer = 'https://registry.example';
const offer = { issuer, configurationIds: ['identity', 'signing'], preAuthorizedCode: 'code', txCode: null, signIn: null };
const refusal = (code: string, what?: string) => expect.objectContaining({ code, ...(what ? { facts: { what } } : {}) });
const linkOf = (parameters: Record<string, string>) => `openid-credential-offer://?${new URLSearchParams(parameters)}`;

describe('an offer', () => {
  it('is read from a link that holds it, and from one that names its address', () => {
    expect(parseOfferLink(linkOf({ credential_offer: JSON.stringify(writeCredentialOffer(offer)) }))).toEqual({ kind: 'offer', offer });
    expect(parseOfferLink(buildOfferLink(`${issuer}/offers/1?a=b`))).toEqual({ kind: 'uri', uri: `${issuer}/offers/1?a=b` });
  });

  it('keeps what it says of a second code', () => {
    const document = writeCredentialOffer({ ...offer, txCode: { input_mode: 'text', length: 6 } });
    expect(readCredentialOffer(document).txCode).toEqual({ input_mode: 'text', length: 6 });
  });

  it('may ask the citizen to sign in, with a state to hand back, and leaves the way open where it names no grant', () => {
    const signIn = { ...offer, preAuthorizedCode: null, signIn: { issuerState: 'state' } };
    expect(readCredentialOffer(writeCredentialOffer(signIn))).toEqual(signIn);
    const { grants: _left, ...unsaid } = writeCredentialOffer(offer);
    expect(readCredentialOffer(unsaid)).toEqual({ ...signIn, signIn: { issuerState: null } });
  });

  it.each([
    ['another scheme', 'https://a.example/?credential_offer_uri=https://b.example'],
    ['nothing in it', 'openid-credential-offer://?'],
    ['both forms', linkOf({ credential_offer: '{}', credential_offer_uri: issuer })],
    ['two addresses', `${linkOf({ credential_offer_uri: issuer })}&credential_offer_uri=https://b.example`],
    ['an address that is no web address', linkOf({ credential_offer_uri: 'file:///etc/passwd' })],
    ['JSON with a name twice', linkOf({ credential_offer: '{"a":1,"a":2}' })],
    ['another grant only', linkOf({ credential_offer: JSON.stringify({ ...writeCredentialOffer(offer), grants: { implicit: {} } }) })],
    [
      'another authorization server',
      linkOf({
        credential_offer: JSON.stringify({
          ...writeCredentialOffer(offer),
          grants: { authorization_code: { authorization_server: 'https://b.example' } },
        }),
      }),
    ],
    [
      'no configuration',
      linkOf({ credential_offer: JSON.stringify({ ...writeCredentialOffer(offer), credential_configuration_ids: [] }) }),
    ],
    [
      'one configuration twice',
      linkOf({ credential_offer: JSON.stringify(writeCredentialOffer({ ...offer, configurationIds: ['a', 'a'] })) }),
    ],
    ['a very long link', linkOf({ credential_offer: 'a'.repeat(20_000) })],
  ])('is refused with %s', (_what, link) => {
    expect(() => parseOfferLink(link)).toThrow(refusal('offer_invalid'));
  });
});

describe('D7: metadata', () => {
  const configuration = {
    format: 'dc+sd-jwt',
    vct: 'urn:a:1',
    cryptographic_binding_methods_supported: ['jwk'],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
  };
  const ofIssuer = {
    credential_issuer: issuer,
    credential_endpoint: `${issuer}/credential`,
    nonce_endpoint: `${issuer}/nonce`,
    credential_configurations_supported: { identity: configuration, mdoc: { format: 'mso_mdoc' } },
  };
  const ofServer = {
    issuer,
    token_endpoint: `${issuer}/token`,
    grant_types_supported: [preAuthorizedCodeGrant],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
  const check = (changes: { issuer?: JsonObject; server?: JsonObject }) =>
    checkIssuanceMetadata(issuer, { issuer: { ...ofIssuer, ...changes.issuer }, server: { ...ofServer, ...changes.server } });

  it('is read, with the kinds of credential that we know', () => {
    expect(check({})).toEqual({
      issuer,
      display: [],
      tokenEndpoint: `${issuer}/token`,
      nonceEndpoint: `${issuer}/nonce`,
      credentialEndpoint: `${issuer}/credential`,
      notificationEndpoint: null,
      grantTypes: [preAuthorizedCodeGrant],
      bindsTokens: false,
      signIn: null,
      encryption: null,
      batchSize: 1,
      configurations: { identity: configuration },
    });
  });

  const signIn = {
    authorization_endpoint: `${issuer}/authorize`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    grant_types_supported: ['authorization_code', 'refresh_token', 'implicit'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    dpop_signing_alg_values_supported: ['ES256'],
  };

  it('says where to sign in, and that tokens are bound', () => {
    expect(check({ server: signIn })).toMatchObject({
      signIn: { authorization: `${issuer}/authorize`, pushedRequest: `${issuer}/par` },
      grantTypes: ['authorization_code', 'refresh_token'],
      bindsTokens: true,
    });
  });

  it.each([
    ['no pushed requests', { pushed_authorization_request_endpoint: undefined }],
    ['plain challenges', { code_challenge_methods_supported: ['plain'] }],
    ['no issuer in the answer', { authorization_response_iss_parameter_supported: false }],
  ])('knows no way to sign in with %s', (_what, changes) => {
    const server = JSON.parse(
      JSON.stringify({ ...signIn, ...changes, grant_types_supported: [preAuthorizedCodeGrant, 'authorization_code'] }),
    );
    expect(check({ server })).toMatchObject({ signIn: null, grantTypes: [preAuthorizedCodeGrant] });
  });

  const requestKey = { ...createTestKey().publicKey, alg: 'ECDH-ES', kid: '1' };
  const encryption = {
    credential_request_encryption: { jwks: { keys: [requestKey] }, enc_values_supported: ['A256GCM'], encryption_required: false },
    credential_response_encryption: {
      alg_values_supported: ['RSA-OAEP', 'ECDH-ES'],
      enc_values_supported: ['A128GCM', 'A256GCM'],
      encryption_required: true,
    },
  };

  it('says how messages are encrypted, both ways or not at all', () => {
    expect(check({ issuer: encryption }).encryption).toEqual({
      requestKey,
      requestEnc: 'A256GCM',
      responseEnc: 'A128GCM',
      isRequired: true,
    });
    const { credential_response_encryption: response } = encryption;
    expect(check({ issuer: { credential_response_encryption: response } }).encryption).toBeNull();
    const other = { ...response, alg_values_supported: ['RSA-OAEP'] };
    expect(check({ issuer: { ...encryption, credential_response_encryption: other } }).encryption).toBeNull();
  });

  it.each<[string, { issuer?: JsonObject; server?: JsonObject }, string]>([
    ['another issuer', { issuer: { credential_issuer: 'https://evil.example' } }, 'issuer'],
    ['an issuer that differs by a slash', { issuer: { credential_issuer: `${issuer}/` } }, 'issuer'],
    ['a server of another name', { server: { issuer: 'https://evil.example' } }, 'issuer'],
    ['another authorization server', { issuer: { authorization_servers: ['https://evil.example'] } }, 'authorization_servers'],
    ['a token endpoint elsewhere', { server: { token_endpoint: 'https://evil.example/token' } }, 'endpoint_origin'],
    ['a nonce endpoint elsewhere', { issuer: { nonce_endpoint: `${issuer}.evil.example/nonce` } }, 'endpoint_origin'],
    ['a credential endpoint at another port', { issuer: { credential_endpoint: `${issuer}:444/c` } }, 'endpoint_origin'],
    ['a page to sign in elsewhere', { server: { ...signIn, authorization_endpoint: 'https://evil.example/authorize' } }, 'endpoint_origin'],
    ['a place for notifications elsewhere', { issuer: { notification_endpoint: 'https://evil.example/n' } }, 'endpoint_origin'],
    ['no grant of ours', { server: { grant_types_supported: ['authorization_code', 'refresh_token'] } }, 'grant_types'],
    ['no anonymous access', { server: { 'pre-authorized_grant_anonymous_access_supported': false } }, 'grant_types'],
  ])('is refused with %s', (_what, changes, what) => {
    expect(() => check(changes)).toThrow(refusal('issuer_metadata_invalid', what));
  });

  it('stands before the path of an issuer', () => {
    expect(issuerMetadataUrl(`${issuer}/tenant`)).toBe(`${issuer}/.well-known/openid-credential-issuer/tenant`);
  });
});

describe('a proof of a key (row D1)', () => {
  const key = createTestKey();
  const seconds = testTime.getTime() / 1000;
  type Forgery = { header?: Record<string, Json>; payload?: Record<string, Json | undefined>; signer?: TestKey };

  function forge({ header = {}, payload = {}, signer = key }: Forgery): Promise<string> {
    const members: Record<string, Json | undefined> = { aud: issuer, iat: seconds, nonce: 'nonce', ...payload };
    const kept = Object.fromEntries(Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined));
    return signCompactJws({ header: { typ: 'openid4vci-proof+jwt', jwk: { ...key.publicKey }, ...header }, payload: kept }, signer.sign);
  }
  const verify = async (text: string) => verifyKeyProof(text, { issuer, at: testTime }, verifyP256);

  it('proves the key, for this issuer and nonce', async () => {
    const proof = await createKeyProof({ issuer, nonce: 'nonce', at: testTime, key });
    expect(await verify(proof)).toEqual({ publicKey: key.publicKey, nonce: 'nonce' });
  });

  it.each([-300, 60])('holds when it was made %i s from now', async (offset) => {
    await expect(verify(await forge({ payload: { iat: seconds + offset } }))).resolves.toBeDefined();
  });

  it.each<[string, Forgery, string]>([
    ['another type', { header: { typ: 'JWT' } }, 'typ'],
    ['alg none', { header: { alg: 'none' } }, 'alg'],
    ['another signer', { signer: createTestKey() }, 'signature'],
    ['another audience', { payload: { aud: 'https://evil.example' } }, 'aud'],
    ['an array of audiences', { payload: { aud: [issuer] } }, 'aud'],
    ['no nonce', { payload: { nonce: undefined } }, 'nonce'],
    ['no iat', { payload: { iat: undefined } }, 'iat'],
    ['a date past', { payload: { iat: seconds - 301 } }, 'iat'],
    ['a date to come', { payload: { iat: seconds + 61 } }, 'iat'],
    ['a private key', { header: { jwk: { ...key.privateJwk } as Json } }, 'jwk'],
    ['a key named by kid', { header: { kid: 'did:example:1' } }, 'kid'],
    ['a chain beside the key', { header: { x5c: ['AAAA'] } }, 'x5c'],
  ])('is refused with %s', async (_what, forgery, what) => {
    await expect(verify(await forge(forgery))).rejects.toThrow(refusal('invalid_proof', what));
  });

  it('is never accepted when it is cut off at any byte', async () => {
    const proof = await forge({});
    for (let length = 0; length < proof.length; length++) {
      await expect(verify(proof.slice(0, length))).rejects.toThrow(refusal('invalid_proof'));
    }
  });
});
