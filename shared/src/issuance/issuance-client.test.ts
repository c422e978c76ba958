import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { createTestIssuer, type TestIssuer, testTime } from '../testing/index.ts';
import { buildOfferLink, type HttpAnswer, signIssuerMetadata, writeCredentialOffer } from './index.ts';
import {
  changeSignature,
  createWallet,
  documents,
  issuer,
  issuerDocument,
  json,
  offer,
  origin,
  refusal,
  serverDocument,
} from './testing/test-client.ts';

describe('reading an offer', () => {
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
  ])('D6, B15: asks nothing of %s', async (uri) => {
    const { client, sent } = createWallet({});
    await expect(client.readOffer(buildOfferLink(uri))).rejects.toThrow(refusal('issuer_not_trusted', 'origin'));
    expect(sent).toEqual([]);
  });

  it('D6: refuses an offer in the name of an issuer that is not on the list', async () => {
    const other = writeCredentialOffer({ ...offer, issuer: 'https://evil.example' });
    const { client } = createWallet({ [`${origin}/offers/1`]: () => json(other) });
    await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('issuer_not_trusted', 'issuer'));
  });

  it('B15: reads no offer past 64 KiB', async () => {
    const large = { ...writeCredentialOffer(offer), padding: 'x'.repeat(65_536) };
    const { client } = createWallet({ [`${origin}/offers/1`]: () => json(large) });
    await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('body_too_large'));
  });

  it('D6: takes a redirect, or a page, for no offer', async () => {
    const redirect = { status: 302, contentType: 'application/json', bytes: encodeUtf8('{}') };
    const page = { status: 200, contentType: 'text/html', bytes: encodeUtf8('{}') };
    for (const answer of [redirect, page]) {
      const { client } = createWallet({ [`${origin}/offers/1`]: () => answer });
      await expect(client.readOffer(buildOfferLink(`${origin}/offers/1`))).rejects.toThrow(refusal('agency_refused'));
    }
  });
});

describe('metadata', () => {
  const at = `${origin}/.well-known/openid-credential-issuer`;
  const signed = (changes: object = {}, by: Pick<TestIssuer, 'x5c' | 'seal'> = issuer) =>
    signIssuerMetadata(
      { metadata: { ...issuerDocument, ...changes } as JsonObject, issuer: origin, at: testTime, lifetimeSeconds: 60, x5c: by.x5c },
      by.seal.key.sign,
    );
  const jwt = (text: string): HttpAnswer => ({ status: 200, contentType: 'application/jwt', bytes: encodeUtf8(text) });

  it('is asked for under the issuer’s seal, and read from there', async () => {
    const text = await signed();
    const { client, sent } = createWallet({ ...documents, [at]: () => jwt(text) });
    expect((await client.fetchMetadata(origin)).batchSize).toBe(3);
    expect(sent.find(({ url }) => url === at)?.headers?.['accept']).toMatch(/^application\/jwt/);
  });

  it.each<[string, string, () => Promise<string>]>([
    ['signed by another key', 'issuer_metadata_invalid', async () => changeSignature(`${await signed()}~`).slice(0, -1)],
    ['sealed under another root', 'issuer_not_trusted', async () => signed({}, await createTestIssuer())],
    ['about another issuer', 'issuer_metadata_invalid', () => signed({ credential_issuer: 'https://other.example' })],
    ['with an endpoint elsewhere', 'issuer_metadata_invalid', () => signed({ credential_endpoint: 'https://evil.example/credential' })],
  ])('D7: is refused when it is %s, and no token is asked for', async (_what, code, make) => {
    const text = await make();
    const { client, sent } = createWallet({ ...documents, [at]: () => jwt(text) });
    await expect(client.fetchMetadata(origin)).rejects.toThrow(refusal(code));
    expect(sent.every(({ method }) => method === 'GET')).toBe(true);
  });

  it.each([
    ['names another issuer', { credential_issuer: 'https://other.example' }, {}],
    ['names an endpoint at another origin', { nonce_endpoint: 'https://evil.example/nonce' }, {}],
    ['has its tokens given elsewhere', {}, { token_endpoint: 'https://evil.example/token' }],
    ['has its authorization server say another name', {}, { issuer: 'https://other.example' }],
    ['leaves tokens to another server', { authorization_servers: ['https://evil.example'] }, {}],
  ])('D7: is refused when it %s', async (_what, ofIssuer, ofServer) => {
    const { client } = createWallet({
      [at]: () => json({ ...issuerDocument, ...ofIssuer }),
      [`${origin}/.well-known/oauth-authorization-server`]: () => json({ ...serverDocument, ...ofServer }),
    });
    await expect(client.fetchMetadata(origin)).rejects.toThrow(refusal('issuer_metadata_invalid'));
  });
});
