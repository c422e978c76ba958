import type { Json } from '@daricheh/shared/encoding';
import { createIssuanceClient, type HttpAnswer, type HttpRequest, type IssuanceClient } from '@daricheh/shared/issuance';
import { type MdocExpectations, openMdoc, type VerifiedMdoc, verifyIssuedMdoc } from '@daricheh/shared/mdoc';
import { createTestKey } from '@daricheh/shared/testing';
import { documentTypes } from '@daricheh/shared/vocabulary';
import { createChainVerifier } from '@daricheh/shared/x509';
import { expect, it } from 'vitest';
import { apiKeyOf, createTestApp, originOf, type TestApp } from '../testing/test-app.ts';

const { docType, namespace } = documentTypes['driving-licence'].mdoc;
const origin = originOf('transport');
const driver = {
  given_name: 'سارا',
  family_name: 'رضایی',
  given_name_latin: 'Sara',
  family_name_latin: 'Rezaei',
  national_id: '9990000018',
  birthdate: '1990-03-21',
  sex: 'female',
  document_number: '1234567890',
  driving_categories: 'B',
  issue_date: '2020-01-01',
  expiry_date: '2030-01-01',
  issuing_authority: 'پلیس راهور',
  issuing_country: 'IR',
  portrait: 'data:image/png;base64,iVBORw0KGgo=',
  fictitious: true,
};

async function send(app: TestApp, path: string, init: Parameters<TestApp['send']>[2]): Promise<Record<string, Json>> {
  const answer = await app.send('transport', path, init);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Record<string, Json>;
}

/** The wallet's own client, over the application itself. */
function createClient(app: TestApp): IssuanceClient {
  const { anchors, verifyP256 } = app.deps;
  const verifyChain = createChainVerifier({ anchors, verifyP256 });
  const { issuers } = app.authority.list;
  const sendHttp = async ({ url, method, headers, body }: HttpRequest): Promise<HttpAnswer> => {
    const init = { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) };
    const answer = await app.send('transport', new URL(url).pathname, init);
    const contentType = answer.headers.get('content-type')?.split(';', 1)[0]?.trim() ?? '';
    const dpopNonce = answer.headers.get('dpop-nonce') ?? undefined;
    return { status: answer.status, contentType, bytes: new Uint8Array(await answer.arrayBuffer()), dpopNonce };
  };
  return createIssuanceClient({ ...app.deps, verifyChain, issuers, sendHttp });
}

/** The licence in this configuration, as a wallet takes and verifies it, bound to a fresh key. */
async function receive(app: TestApp, configurationId: string, subject: Json = driver) {
  const headers = { authorization: `Bearer ${apiKeyOf('transport')}` };
  const json = { subject, configurations: ['driving-licence', 'driving-licence.mdoc'] };
  const { offerUri } = await send(app, '/daricheh/issuer/offers', { headers, json });
  const client = createClient(app);
  const offer = await client.readOffer(String(offerUri));
  const metadata = await client.fetchMetadata(offer.issuer);
  const [walletKey, key] = [createTestKey(), createTestKey()];
  const token = await client.redeemOffer(metadata, offer, { key: walletKey });
  const nonce = await client.requestNonce(metadata);
  const delivery = await client.requestCredentials({
    metadata,
    token,
    key: walletKey,
    identifier: null,
    configurationId,
    nonce,
    keys: [key],
  });
  if (delivery.kind === 'rejected') throw delivery.error;
  return { key, credential: delivery.credentials[0]?.credential ?? '' };
}

function verify(app: TestApp, mdoc: string, changes: Partial<MdocExpectations> = {}): Promise<VerifiedMdoc> {
  const { anchors, verifyP256, sha256 } = app.deps;
  const issuers = [{ issuer: origin, documents: [{ doctype: docType }] }];
  const expected = { docTypes: [docType], issuers, at: app.deps.now(), ...changes };
  return verifyIssuedMdoc(mdoc, expected, { verifyChain: createChainVerifier({ anchors, verifyP256 }), verifyP256, sha256 });
}

it('gives a licence as mdoc with the elements of ISO 18013-5, a status, and the key that was proven', async () => {
  const app = await createTestApp();
  const { key, credential } = await receive(app, 'driving-licence.mdoc');
  const verified = await verify(app, credential);
  expect(verified).toMatchObject({ issuer: origin, docType, holderKey: key.publicKey });
  expect(verified.status?.uri).toBe(`${origin}/daricheh/status-lists/1`);
  expect(verified.claims).toEqual({
    [namespace]: {
      family_name: 'Rezaei',
      given_name: 'Sara',
      family_name_national_character: 'رضایی',
      given_name_national_character: 'سارا',
      birth_date: '1990-03-21',
      sex: 2,
      portrait: 'iVBORw0KGgo',
      administrative_number: '9990000018',
      document_number: '1234567890',
      driving_privileges: [{ vehicle_category_code: 'B' }],
      issue_date: '2020-01-01',
      expiry_date: '2030-01-01',
      issuing_authority: 'پلیس راهور',
      issuing_country: 'IR',
      un_distinguishing_sign: 'IR',
    },
  });
});

it('gives the same licence as SD-JWT VC under its own configuration, on the same offer', async () => {
  const { credential } = await receive(await createTestApp(), 'driving-licence');
  expect(() => openMdoc(credential)).toThrow();
  expect(credential.split('~').length).toBeGreaterThan(5);
});

it('each licence has a place of its own in the status list', async () => {
  const app = await createTestApp();
  const places = await Promise.all([1, 2].map(async () => openMdoc((await receive(app, 'driving-licence.mdoc')).credential).status?.index));
  expect(new Set(places).size).toBe(2);
});

it('tells of both formats in its metadata, in the words of the standard', async () => {
  const app = await createTestApp();
  const metadata = await send(app, '/.well-known/openid-credential-issuer', {});
  const { 'driving-licence.mdoc': mdoc, 'driving-licence': sdJwt } = metadata['credential_configurations_supported'] as Record<
    string,
    Json
  >;
  expect(sdJwt).toMatchObject({
    format: 'dc+sd-jwt',
    vct: documentTypes['driving-licence'].vct,
    cryptographic_binding_methods_supported: ['jwk'],
  });
  expect(mdoc).toMatchObject({
    format: 'mso_mdoc',
    doctype: docType,
    cryptographic_binding_methods_supported: ['cose_key'],
    credential_signing_alg_values_supported: [-7],
    credential_metadata: {
      claims: expect.arrayContaining([expect.objectContaining({ path: [namespace, 'document_number'], mandatory: true })]),
    },
  });
});

it('states a portrait of 10 KiB; one byte more is refused with the offer', async () => {
  const app = await createTestApp();
  const pictureOf = (bytes: number) => `data:image/jpeg;base64,${Buffer.alloc(bytes, 1).toString('base64')}`;
  const credential = await receive(app, 'driving-licence.mdoc', { ...driver, portrait: pictureOf(10_240) });
  expect(JSON.stringify(credential).length).toBeGreaterThan(10_240);
  await expect(receive(app, 'driving-licence.mdoc', { ...driver, portrait: pictureOf(10_241) })).rejects.toThrow(
    /malformed_request.*portrait/,
  );
});

it('D4: an agency without a document signer offers none, and a document without that form has none', async () => {
  const app = await createTestApp();
  const registry = await app.send('civil-registry', '/.well-known/openid-credential-issuer');
  expect(await registry.text()).not.toContain('mso_mdoc');
  const headers = { authorization: `Bearer ${apiKeyOf('transport')}` };
  const json = { subject: driver, configurations: ['vehicle-registration.mdoc'] };
  expect((await app.send('transport', '/daricheh/issuer/offers', { headers, json })).status).toBe(400);
});
