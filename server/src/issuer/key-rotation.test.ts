import { verifyCredential } from '@daricheh/shared/credential';
import { type CredentialConfiguration, createKeyProof, signedMetadataMediaType, verifySignedMetadata } from '@daricheh/shared/issuance';
import { createTestKey, createTestSeal, toPem } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { openSeal } from '../agencies/agency.ts';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { createProtocolWallet, makeOffer, readCode } from '../testing/test-protocol-wallet.ts';
import { testSubject } from '../testing/test-receiver.ts';

const registry = 'civil-registry';
const issuer = originOf(registry);
const order = { subject: testSubject, configurations: ['identity'] };

/** The same server, started again with another key and certificate for the registry's seal. */
async function rotateSeal({ deps, authority }: TestApp): Promise<TestApp> {
  const { keyPem, certPem } = toPem(await createTestSeal(authority.root, issuer));
  const seal = openSeal(keyPem, certPem);
  return createTestApp({ ...deps, agencies: deps.agencies.map((agency) => (agency.id === registry ? { ...agency, seal } : agency)) });
}

const worldOf = (app: TestApp) => ({ send: app.send, origin: issuer, now: () => app.deps.now() });

function verify({ deps }: TestApp, credential: unknown) {
  const verifyChain = createChainVerifier({ anchors: deps.anchors, verifyP256: deps.verifyP256 });
  const issuers = [{ issuer, documents: [{ vct: 'urn:daricheh:identity:1' }] }];
  const expected = { vctValues: ['urn:daricheh:identity:1'], issuers, at: deps.now(), keyBinding: null };
  return verifyCredential(String(credential), expected, { ...deps, verifyChain });
}

const readSigner = (credential: unknown): string => String(credential).split('.', 1)[0] ?? '';

describe('D13: an issuer whose key changes while a wallet receives', () => {
  it('gives the next document by the new key, for the token that the old one gave; both documents hold', async () => {
    const before = await createTestApp();
    const wallet = createProtocolWallet(worldOf(before));
    const { access_token: accessToken } = await wallet.redeem((await makeOffer(worldOf(before), order)).offerUri);
    const after = await rotateSeal(before);
    const again = createProtocolWallet(worldOf(after), wallet.key);
    const credentials: unknown[] = [];
    for (const each of [wallet, again]) {
      const jwt = [await each.proveKey(await each.requestNonce())];
      const { status, body } = await each.requestCredential(accessToken, { credential_configuration_id: 'identity', proofs: { jwt } });
      expect(status).toBe(200);
      credentials.push((body['credentials'] as unknown as { credential: string }[])[0]?.credential);
    }
    const [old, fresh] = credentials;
    expect(readSigner(fresh)).not.toBe(readSigner(old));
    await expect(verify(after, old)).resolves.toMatchObject({ issuer });
    await expect(verify(after, fresh)).resolves.toMatchObject({ issuer });
  });

  it('honours the code and the nonce that were given before', async () => {
    const before = await createTestApp();
    const preAuthorizedCode = await readCode(worldOf(before), (await makeOffer(worldOf(before), order)).offerUri);
    const nonce = await createProtocolWallet(worldOf(before)).requestNonce();
    const wallet = createProtocolWallet(worldOf(await rotateSeal(before)));
    const { body } = await wallet.requestToken({ preAuthorizedCode });
    const jwt = [await createKeyProof({ issuer, nonce, at: before.deps.now(), key: createTestKey() })];
    const request = { credential_configuration_id: 'identity', proofs: { jwt } };
    expect((await wallet.requestCredential(String(body['access_token']), request)).status).toBe(200);
  });
});

describe('metadata under the issuer’s seal', () => {
  it('is given to who asks for it, by the key of now, and says what the plain document says', async () => {
    const app = await rotateSeal(await createTestApp());
    const verifyChain = createChainVerifier({ anchors: app.deps.anchors, verifyP256: app.deps.verifyP256 });
    const path = '/.well-known/openid-credential-issuer';
    const signed = await app.send(registry, path, { headers: { accept: `${signedMetadataMediaType}, application/json;q=0.9` } });
    expect([signed.headers.get('content-type'), signed.headers.get('vary')]).toEqual([signedMetadataMediaType, 'Accept']);
    const expected = { issuer, at: app.deps.now() };
    const {
      iss,
      sub,
      iat: _iat,
      exp: _exp,
      ...said
    } = await verifySignedMetadata(await signed.text(), expected, { ...app.deps, verifyChain });
    expect([iss, sub]).toEqual([issuer, issuer]);
    const plain = (await (await app.send(registry, path, { headers: { accept: 'application/json' } })).json()) as object;
    expect(said).toEqual(plain);
    const { identity } = said['credential_configurations_supported'] as unknown as Record<string, CredentialConfiguration>;
    expect(identity?.scope).toBe('identity');
  });
});
