import { describe, expect, it } from 'vitest';
import { type CredentialContent, issueCredential, type JsonObject } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import {
  createTestIssuer,
  createTestKey,
  randomBytes,
  sha256,
  type TestIssuer,
  type TestKey,
  testTime,
  testVct,
  verifyP256,
} from '../testing/index.ts';
import {
  buildOfferLink,
  createIssuanceClient,
  type HttpAnswer,
  type HttpRequest,
  type IssuanceMetadata,
  preAuthorizedCodeGrant,
  verifyKeyProof,
  writeCredentialOffer,
} from './index.ts';

const issuer = await createTestIssuer();
const { origin } = issuer;
const offer = { issuer: origin, configurationIds: ['identity'], preAuthorizedCode: 'code', txCode: null, signIn: null };
const refusal = (code: string, what?: string) => expect.objectContaining({ code, ...(what ? { facts: { what } } : {}) });

type Answers = Record<string, (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>>;

const json = (document: unknown, status = 200): HttpAnswer => ({
  status,
  contentType: 'application/json',
  bytes: encodeUtf8(JSON.stringify(document)),
});

function createWallet(answers: Answers) {
  const sent: HttpRequest[] = [];
  const sendHttp = async (request: HttpRequest) => {
    sent.push(request);
    const answer = answers[request.url];
    if (!answer) throw new Error(`nothing at ${request.url}`);
    return answer(request);
  };
  const issuers = [{ issuer: origin, documents: [{ vct: testVct }] }];
  return { sent, client: createIssuanceClient({ ...issuer.ports, sendHttp, now: () => testTime, issuers }) };
}

const issuerDocument = {
  credential_issuer: origin,
  credential_endpoint: `${origin}/credential`,
  nonce_endpoint: `${origin}/nonce`,
  batch_credential_issuance: { batch_size: 3 },
  credential_configurations_supported: {
    identity: {
      format: 'dc+sd-jwt',
      vct: testVct,
      cryptographic_binding_methods_supported: ['jwk'],
      proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
    },
  },
};
const serverDocument = {
  issuer: origin,
  token_endpoint: `${origin}/token`,
  grant_types_supported: [preAuthorizedCodeGrant],
  'pre-authorized_grant_anonymous_access_supported': true,
};
const documents: Answers = {
  [`${origin}/.well-known/openid-credential-issuer`]: () => json(issuerDocument),
  [`${origin}/.well-known/oauth-authorization-server`]: () => json(serverDocument),
};

function issueTo(key: TestKey, changes: Partial<JsonObject> = {}, by: Pick<TestIssuer, 'x5c' | 'seal'> = issuer): Promise<string> {
  const seconds = testTime.getTime() / 1000;
  const claims = { iss: origin, vct: testVct, iat: seconds, exp: seconds + 3600, cnf: { jwk: { ...key.publicKey } }, ...changes };
  const content: CredentialContent = { x5c: by.x5c, open: claims as JsonObject, disclosable: { given_name: 'Sara' } };
  return issueCredential(content, { sign: by.seal.key.sign, sha256, randomBytes });
}

async function fetchMetadata(): Promise<IssuanceMetadata> {
  return createWallet(documents).client.fetchMetadata(origin);
}

describe('reading an offer (row D6)', () => {
  it('fetches it from the issuer', async () => {
    const { client, sent } = createWallet({ [`${origin}/offers/1`]: () => json(writeCredentialOffer(offer)) });
    expect(await client.readOffer(buildOfferLink(`${origin}/offers/1`))).toEqual(offer);
    expect(sent).toEqual([{ url: `${origin}/offers/1`, method: 'GET', headers: { accept: 'application/json' } }]);
  });

  it.each([
    'http://127.0.0.1/offer',
    'http://169.254.169.254/latest',
    'http://[::ffff:127.0.0.1]/offer',
    'http://2130706433/offer',
    'https://evil.example/offer',
    `${origin}.evil.example/offer`,
    `${origin}:8443/offer`,
    'https://registry.example@evil.example/offer',
  ])('asks nothing of %s', async (uri) => {
    const { client, sent } = createWallet({});
    await expect(client.readOffer(buildOfferLink(uri))).rejects.toThrow(refusal('issuer_not_trusted', 'origin'));
    expect(sent).toEqual([]);
  });

  it('refuses an offer in the name of an issuer that is not on the list', async () => {
    const other = writeCredentialOffer({ ...offer, issuer: 'https://evil.example' });
    const { client } = createWallet({ [`${origin}/offers/1`]: () => json(other) });
    await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('issuer_not_trusted', 'issuer'));
  });

  it('takes a redirect, or a page, for no offer', async () => {
    const redirect = { status: 302, contentType: 'application/json', bytes: encodeUtf8('{}') };
    const page = { status: 200, contentType: 'text/html', bytes: encodeUtf8('{}') };
    for (const answer of [redirect, page]) {
      const { client } = createWallet({ [`${origin}/offers/1`]: () => answer });
      await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('agency_refused'));
    }
  });
});

describe('a token', () => {
  it('is asked for with the code of the offer', async () => {
    const { client, sent } = createWallet({
      [`${origin}/token`]: () => json({ access_token: 'token', token_type: 'Bearer', expires_in: 300 }),
    });
    expect(await client.requestToken(await fetchMetadata(), offer, '1234')).toBe('token');
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      grant_type: preAuthorizedCodeGrant,
      'pre-authorized_code': 'code',
      tx_code: '1234',
    });
  });

  it('is not asked of another issuer than the offer’s', async () => {
    const { client, sent } = createWallet({});
    await expect(client.requestToken(await fetchMetadata(), { ...offer, issuer: 'https://other.example' })).rejects.toThrow(
      refusal('offer_invalid'),
    );
    expect(sent).toEqual([]);
  });

  it('is refused with the issuer’s own code', async () => {
    const { client } = createWallet({ [`${origin}/token`]: () => json({ error: 'invalid_grant', error_description: 'x' }, 400) });
    await expect(client.requestToken(await fetchMetadata(), offer)).rejects.toThrow(refusal('invalid_grant'));
  });

  it.each([
    [{ error: 'no_such_code' }, 400, 'agency_refused'],
    [{ error: 'internal_error' }, 500, 'unavailable'],
    [{ access_token: 'a b', token_type: 'Bearer' }, 200, 'agency_refused'],
    [{ access_token: 'token', token_type: 'mac' }, 200, 'agency_refused'],
  ])('is not read from %j', async (document, status, code) => {
    const { client } = createWallet({ [`${origin}/token`]: () => json(document, status) });
    await expect(client.requestToken(await fetchMetadata(), offer)).rejects.toThrow(refusal(code));
  });
});

describe('credentials', () => {
  const keys = [createTestKey(), createTestKey()];
  const order = async (credentials: readonly string[], used: readonly TestKey[] = keys) => {
    const wallet = createWallet({
      [`${origin}/credential`]: () => json({ credentials: credentials.map((credential) => ({ credential })) }),
    });
    const metadata = await fetchMetadata();
    const received = wallet.client.requestCredentials({
      metadata,
      accessToken: 'token',
      configurationId: 'identity',
      nonce: 'nonce',
      keys: used,
    });
    return { ...wallet, received };
  };

  it('are ordered with a proof for each key, and matched to their keys', async () => {
    const texts = await Promise.all(keys.map((key) => issueTo(key)));
    const { received, sent } = await order([...texts].reverse());
    expect((await received).map(({ sdJwt, publicKey }) => ({ sdJwt, publicKey }))).toEqual(
      keys.map(({ publicKey }, index) => ({ sdJwt: texts[index], publicKey })),
    );
    const body = JSON.parse(sent[0]?.body ?? '') as { proofs: { jwt: string[] } };
    const proven = await Promise.all(body.proofs.jwt.map((proof) => verifyKeyProof(proof, { issuer: origin, at: testTime }, verifyP256)));
    expect(proven).toEqual(keys.map(({ publicKey }) => ({ publicKey, nonce: 'nonce' })));
    expect(sent[0]?.headers?.['authorization']).toBe('Bearer token');
  });

  it.each<[string, string, () => Promise<string[]>]>([
    ['bound to a stranger’s key', 'credential_not_as_offered', async () => [await issueTo(createTestKey())]],
    ['bound to none', 'credential_not_as_offered', async () => [await issueTo(createTestKey(), { cnf: null })]],
    ['of another type', 'issuer_not_trusted', async () => [await issueTo(keys[0] ?? createTestKey(), { vct: 'urn:other:1' })]],
    ['of another root', 'issuer_not_trusted', async () => [await issueTo(keys[0] ?? createTestKey(), {}, await createTestIssuer())]],
    ['expired', 'credential_expired', async () => [await issueTo(keys[0] ?? createTestKey(), { exp: 1 })]],
    ['changed on the way', 'credential_signature_invalid', async () => [changeSignature(await issueTo(keys[0] ?? createTestKey()))]],
    [
      'more than ordered',
      'credential_not_as_offered',
      async () => [await issueTo(keys[0] ?? createTestKey()), await issueTo(keys[0] ?? createTestKey())],
    ],
  ])('are not kept when they are %s', async (_what, code, make) => {
    const { received } = await order(await make(), keys.slice(0, 1));
    await expect(received).rejects.toThrow(refusal(code));
  });

  it('are not ordered in larger batches than the issuer takes, nor of a kind that it does not name', async () => {
    const metadata = await fetchMetadata();
    const { client, sent } = createWallet({});
    const base = { metadata, accessToken: 'token', configurationId: 'identity', nonce: 'nonce', keys };
    await expect(client.requestCredentials({ ...base, keys: [...keys, ...keys] })).rejects.toThrow(
      refusal('invalid_credential_request', 'batch_size'),
    );
    await expect(client.requestCredentials({ ...base, configurationId: 'toString' })).rejects.toThrow(refusal('offer_unknown'));
    expect(sent).toEqual([]);
  });
});

/** Another signature of the right length in the issuer's place. */
function changeSignature(credential: string): string {
  return credential.replace(
    /\.([^.~]+)~/,
    (_whole, signature: string) => `.${signature.split('').reverse().join('').replace(/^./, 'A').slice(0, 85)}A~`,
  );
}
