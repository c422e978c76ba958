import { X509Certificate } from 'node:crypto';
import { openCredential } from '@daricheh/shared/credential';
import type { Json } from '@daricheh/shared/encoding';
import type { HolderKey, ReceivedCredential } from '@daricheh/shared/issuance';
import { readSigningClaims } from '@daricheh/shared/submission';
import { createTestKey } from '@daricheh/shared/testing';
import { createChainVerifier, decodeX5c } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { apiKeyOf, createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { createProtocolWallet } from '../testing/test-protocol-wallet.ts';
import { begin, createTestReceiver, receiveBoth, requestOffer, testSubject } from '../testing/test-receiver.ts';

const registry = 'civil-registry';
const issuer = originOf(registry);
const refusal = (code: string) => expect.objectContaining({ code });

/** An application, and everything that it ever writes down for a while. */
async function createWatchedApp(): Promise<{ app: TestApp; put: unknown[] }> {
  const put: unknown[] = [];
  const { deps } = await createTestApp();
  const oneTime = {
    ...deps.store.oneTime,
    put: (...args: Parameters<typeof deps.store.oneTime.put>) => {
      put.push(args);
      return deps.store.oneTime.put(...args);
    },
  };
  return { app: await createTestApp({ store: { ...deps.store, oneTime } }), put };
}

const pictureOf = (bytes: number) => `data:image/jpeg;base64,${Buffer.alloc(bytes, 1).toString('base64')}`;

describe('receiving from the registry', () => {
  it('gives an identity with every claim, each of which can be withheld', async () => {
    const app = await createTestApp();
    const { identity } = await receiveBoth(app);
    const { fictitious, ...claims } = testSubject;
    const { claims: opened } = await openCredential(identity.sdJwt, app.deps.sha256);
    expect(opened).toMatchObject({ ...claims, fictitious, iss: issuer, vct: 'urn:daricheh:identity:1' });
    const { verified } = identity;
    expect(verified.status?.uri).toBe(`${issuer}/daricheh/status-lists/1`);
    const [withheld = ''] = identity.sdJwt.split('~');
    const { claims: open } = await openCredential(`${withheld}~`, app.deps.sha256);
    expect(Object.keys(open).sort()).toEqual(['address', 'cnf', 'exp', 'fictitious', 'iat', 'iss', 'nbf', 'status', 'vct']);
    expect(open['address']).toEqual({});
  });

  it('gives a signing credential with a certificate for its key, and the passkey', async () => {
    const app = await createTestApp();
    const { signing, signingKey, receiver } = await receiveBoth(app);
    const claims = readSigningClaims(signing.verified.claims);
    expect(claims).toMatchObject({ national_id: testSubject.national_id, passkeys: [receiver.passkey.listed] });
    const verifyChain = createChainVerifier({ anchors: app.deps.anchors, verifyP256: app.deps.verifyP256 });
    const { leaf, path } = await verifyChain(claims.signing_certificate.x5c, { at: app.deps.now(), purpose: '1.3.6.1.5.5.7.3.36' });
    expect(leaf.publicKey).toEqual(signingKey.publicKey);
    expect(path).toHaveLength(3);
  });

  it('says nothing of the person in the certificate, nor twice the same', async () => {
    const app = await createTestApp();
    const subjects = await Promise.all(
      [receiveBoth(app), receiveBoth(app)].map(async (received) => readLeafSubject((await received).signing)),
    );
    expect(subjects[0]).toMatch(/^serialNumber=[0-9a-f]{32}$/);
    expect(subjects[1]).not.toBe(subjects[0]);
  });

  it('stores no claim in the clear, logs none, and keeps nothing that has run out', async () => {
    const { app, put } = await createWatchedApp();
    await receiveBoth(app);
    expect(put.length).toBeGreaterThan(8);
    expect(JSON.stringify([app.logged, put])).not.toMatch(/سارا|9990000018|1234567890/);
    const aMonth = new Date(app.clock.now.getTime() + 30 * 86_400_000);
    expect(await app.deps.store.oneTime.sweep(aMonth)).toBeGreaterThan(0);
    // By then there is only what renews the documents, sealed as everything was.
    expect(await app.deps.store.oneTime.sweep(new Date(app.clock.now.getTime() + 400 * 86_400_000))).toBe(1);
  });

  it('gives a batch, each bound to its own key and with a place of its own in the list', async () => {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app);
    const { metadata, accessToken, nonce } = await begin(app, receiver);
    const keys = [createTestKey(), createTestKey(), createTestKey()];
    const received = await receiver.client.requestCredentials({ metadata, accessToken, configurationId: 'identity', nonce, keys });
    expect(received.map(({ publicKey }) => publicKey)).toEqual(keys.map(({ publicKey }) => publicKey));
    expect(new Set(received.map(({ verified }) => verified.status?.index)).size).toBe(3);
  });

  it('answers sixteen requests on one offer, of twenty at once: nobody can fill the list for all', async () => {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app);
    const { metadata, accessToken } = await begin(app, receiver);
    const ask = async () => {
      const nonce = await receiver.client.requestNonce(metadata);
      return receiver.client.requestCredentials({ metadata, accessToken, configurationId: 'identity', nonce, keys: [createTestKey()] });
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, ask));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    await expect(ask()).rejects.toThrow(refusal('invalid_token'));
  });

  it('is described in Persian and English', async () => {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app);
    const { configurations, display } = await receiver.client.fetchMetadata(issuer);
    expect(display.map(({ locale }) => locale)).toEqual(['fa', 'en']);
    expect(configurations['signing']?.daricheh_passkey_required).toBe(true);
    const claims = configurations['identity']?.credential_metadata?.claims ?? [];
    expect(claims.find(({ path }) => path.join('.') === 'address.postal_code')?.display?.map(({ name }) => name)).toEqual([
      'کد پستی',
      'Postcode',
    ]);
  });
});

describe('offers', () => {
  it('are made only for the agency’s own back end', async () => {
    const app = await createTestApp();
    for (const headers of [{}, { authorization: `Bearer ${apiKeyOf('tax')}` }]) {
      const answer = await app.send(registry, '/daricheh/issuer/offers', {
        headers,
        json: { subject: testSubject, configurations: ['identity'] },
      });
      expect(answer.status).toBe(401);
    }
  });

  it.each<[string, Json, string[]]>([
    ['a claim that is not in the vocabulary', { ...testSubject, blood_group: 'A' }, ['identity']],
    ['a number', { ...testSubject, given_name: 5 }, ['identity']],
    ['empty text', { ...testSubject, given_name: '' }, ['identity']],
    ['text for a yes or no', { ...testSubject, age_over_18: 'true' }, ['identity']],
    ['a portrait past 10 KiB', { ...testSubject, portrait: pictureOf(10_241) }, ['identity']],
    ['a portrait that is no picture', { ...testSubject, portrait: 'https://example.org/a.jpg' }, ['identity']],
    ['a reserved name', { ...testSubject, iss: 'https://a.example' }, ['identity']],
    ['no national id to sign with', { given_name: 'سارا' }, ['signing']],
    ['an unknown configuration', testSubject, ['passport']],
    ['one configuration twice', testSubject, ['identity', 'identity']],
    ['no configuration', testSubject, []],
  ])('are refused with %s', async (_what, claims, configurations) => {
    const app = await createTestApp();
    const headers = { authorization: `Bearer ${apiKeyOf(registry)}` };
    const answer = await app.send(registry, '/daricheh/issuer/offers', { headers, json: { subject: claims, configurations } });
    const { code, facts } = (await answer.json()) as { code: string; facts: object };
    expect([answer.status, code]).toEqual([400, 'malformed_request']);
    expect(JSON.stringify(facts)).not.toMatch(/سارا|blood_group/);
  });

  it('are kept so that a copy of the database redeems none', async () => {
    const { app, put } = await createWatchedApp();
    const { offerId, offerUri } = await requestOffer(app, testSubject);
    const link = new URL(offerUri).searchParams.get('credential_offer_uri') ?? '';
    const offer = await (await app.send(registry, new URL(link).pathname)).text();
    const code = /"pre-authorized_code":"([^"]+)"/.exec(offer)?.[1] ?? '';
    expect(code).toMatch(/^[\w-]{43}$/);
    expect(put).toHaveLength(2);
    // Neither the secrets, nor what follows from them, nor the person.
    for (const secret of [code, link.split('/').at(-1) ?? code, offerId, 'سارا', '9990000018'])
      expect(JSON.stringify(put)).not.toContain(secret);
  });

  it('D11: are put off after a hundred wrong keys', async () => {
    const app = await createTestApp();
    const ask = (key: string) =>
      app.send(registry, '/daricheh/issuer/offers', {
        headers: { authorization: `Bearer ${key}` },
        json: { subject: testSubject, configurations: ['identity'] },
      });
    for (let tries = 0; tries < 100; tries++) expect((await ask('wrong')).status).toBe(401);
    const refused = await ask(apiKeyOf(registry));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
  });

  it('are gone after ten minutes', async () => {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app);
    const { offerUri } = await requestOffer(app, testSubject);
    app.clock.now = new Date(app.clock.now.getTime() + 600_000);
    await expect(receiver.start(offerUri)).rejects.toThrow(refusal('not_found'));
  });

  it('do not exist at agencies that issue nothing', async () => {
    const app = await createTestApp();
    const paths = ['/.well-known/openid-credential-issuer', '/.well-known/oauth-authorization-server', '/daricheh/status-lists/1'];
    for (const path of paths) expect((await app.send('tax', path)).status).toBe(404);
    expect((await app.send('tax', '/daricheh/issuer/nonce', { body: '', method: 'POST' })).status).toBe(404);
  });
});

describe('D2: the code of an offer', () => {
  it('is redeemed once', async () => {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app);
    const { offerUri } = await begin(app, receiver);
    await expect(receiver.start(offerUri)).rejects.toThrow(refusal('invalid_grant'));
  });

  it('is redeemed by one of fifty at once', async () => {
    const app = await createTestApp();
    const { client } = await createTestReceiver(app);
    const offer = await client.readOffer((await requestOffer(app, testSubject)).offerUri);
    const metadata = await client.fetchMetadata(issuer);
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => client.requestToken(metadata, offer)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is refused when it has run out, is unknown, or is asked for in another way', async () => {
    const app = await createTestApp();
    const { client } = await createTestReceiver(app);
    const offer = await client.readOffer((await requestOffer(app, testSubject)).offerUri);
    const wallet = createProtocolWallet({ send: app.send, origin: issuer, now: () => app.clock.now });
    const ask = async (form: Record<string, string>) => {
      const { status, body } = await wallet.post('/daricheh/issuer/token', { form });
      return [status, body['error']];
    };
    const type = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
    expect(await ask({ grant_type: type, 'pre-authorized_code': 'unknown' })).toEqual([400, 'invalid_grant']);
    expect(await ask({ grant_type: type })).toEqual([400, 'invalid_request']);
    expect(await ask({ grant_type: 'authorization_code', code: 'x' })).toEqual([400, 'invalid_request']);
    expect(await ask({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
    app.clock.now = new Date(app.clock.now.getTime() + 600_000);
    expect(await ask({ grant_type: type, 'pre-authorized_code': offer.preAuthorizedCode ?? '' })).toEqual([400, 'invalid_grant']);
  });
});

describe('what the wallet does not keep', () => {
  async function receiveTampered(tamper: (credential: string, key: HolderKey) => string) {
    const app = await createTestApp();
    const key = createTestKey();
    const receiver = await createTestReceiver(app, {
      tamper: ({ url }, document) => {
        const { credentials } = document as { credentials?: { credential: string }[] };
        if (!url.endsWith('/credential') || !credentials) return document;
        return { credentials: credentials.map(({ credential }) => ({ credential: tamper(credential, key) })) };
      },
    });
    const { metadata, accessToken, nonce } = await begin(app, receiver);
    return receiver.client.requestCredentials({ metadata, accessToken, configurationId: 'identity', nonce, keys: [key] });
  }

  it('is a credential with a claim changed', async () => {
    const changed = receiveTampered((credential) => credential.replace(/~[^~]+~$/, `~${encodeClaim(['salt', 'given_name', 'Eve'])}~`));
    await expect(changed).rejects.toThrow(refusal('credential_malformed'));
  });

  it('is a credential with its payload changed', async () => {
    const changed = receiveTampered((credential) =>
      credential.replace(/\.[^.]+\./, `.${encodeClaim({ iss: issuer, vct: 'urn:daricheh:identity:1' })}.`),
    );
    await expect(changed).rejects.toThrow(refusal('credential_signature_invalid'));
  });

  it('is a credential that another issuer made', async () => {
    const foreign = await receiveBoth(await createTestApp());
    await expect(receiveTampered(() => foreign.identity.sdJwt)).rejects.toThrow(refusal('issuer_not_trusted'));
  });
});

function encodeClaim(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function readLeafSubject({ verified }: ReceivedCredential): string {
  const [leaf] = decodeX5c(readSigningClaims(verified.claims).signing_certificate.x5c);
  return new X509Certificate(leaf ?? '').subject;
}
