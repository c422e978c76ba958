import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../credential/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { createDecryptionKey, publishEncryptionKey } from '../presentation/index.ts';
import { createTestIssuer, createTestKey, sha256, type TestKey, testTime, verifyP256 } from '../testing/index.ts';
import {
  decryptCredentialRequest,
  encryptCredentialResponse,
  type HttpAnswer,
  readResponseEncryption,
  verifyDpopProof,
  verifyKeyProof,
} from './index.ts';
import { changeSignature, createWallet, fetchMetadata, issueTo, json, origin, refusal } from './testing/test-client.ts';

describe('credentials', () => {
  const keys = [createTestKey(), createTestKey()];
  const key = createTestKey();
  const token = { accessToken: 'token', isBound: false };
  const common = { token, key, configurationId: 'identity', identifier: null, nonce: 'nonce' };
  const order = async (credentials: readonly string[], used: readonly TestKey[] = keys, told: object = {}) => {
    const wallet = createWallet({
      [`${origin}/credential`]: () => json({ credentials: credentials.map((credential) => ({ credential })), ...told }),
    });
    const metadata = await fetchMetadata();
    return { ...wallet, delivery: wallet.client.requestCredentials({ ...common, metadata, keys: used }) };
  };

  it('are ordered with a proof for each key, and matched to their keys', async () => {
    const texts = await Promise.all(keys.map((each) => issueTo(each)));
    const { delivery, sent } = await order([...texts].reverse(), keys, { notification_id: 'n1' });
    expect(await delivery).toMatchObject({
      kind: 'received',
      notificationId: 'n1',
      credentials: keys.map(({ publicKey }, index) => ({ credential: texts[index], publicKey })),
    });
    const body = JSON.parse(sent[0]?.body ?? '') as { proofs: { jwt: string[] } };
    const proven = await Promise.all(body.proofs.jwt.map((proof) => verifyKeyProof(proof, { issuer: origin, at: testTime }, verifyP256)));
    expect(proven).toEqual(keys.map(({ publicKey }) => ({ publicKey, nonce: 'nonce' })));
    expect(sent[0]?.headers?.['authorization']).toBe('Bearer token');
  });

  it('are named as the token names them, under a proof that binds the token', async () => {
    const { client, sent } = createWallet({ [`${origin}/credential`]: () => json({ error: 'invalid_token' }, 401) });
    const metadata = await fetchMetadata();
    const bound = { ...common, token: { ...token, isBound: true }, identifier: 'car 2', metadata, keys };
    await expect(client.requestCredentials(bound)).rejects.toThrow(refusal('invalid_token'));
    const [request] = sent;
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ credential_identifier: 'car 2' });
    expect(request?.headers?.['authorization']).toBe('DPoP token');
    const expected = { method: 'POST', url: `${origin}/credential`, at: testTime, accessToken: 'token' };
    expect(await verifyDpopProof(request?.headers?.['dpop'] ?? '', expected, { verifyP256, sha256 })).toMatchObject({ nonce: null });
  });

  it.each<[string, string, () => Promise<string[]>]>([
    ['bound to a stranger’s key', 'credential_not_as_offered', async () => [await issueTo(createTestKey())]],
    ['bound to none', 'credential_not_as_offered', async () => [await issueTo(createTestKey(), { cnf: null })]],
    ['of another type', 'issuer_not_trusted', async () => [await issueTo(keys[0] ?? key, { vct: 'urn:other:1' })]],
    ['of another root', 'issuer_not_trusted', async () => [await issueTo(keys[0] ?? key, {}, await createTestIssuer())]],
    ['expired', 'credential_expired', async () => [await issueTo(keys[0] ?? key, { exp: 1 })]],
    ['changed on the way', 'credential_signature_invalid', async () => [changeSignature(await issueTo(keys[0] ?? key))]],
    ['more than ordered', 'credential_not_as_offered', async () => [await issueTo(keys[0] ?? key), await issueTo(keys[0] ?? key)]],
  ])('are rejected, all of them, when they are %s', async (_what, code, make) => {
    const { delivery } = await order(await make(), keys.slice(0, 1), { notification_id: 'n1' });
    expect(await delivery).toEqual({ kind: 'rejected', error: refusal(code), notificationId: 'n1' });
  });

  it('are not ordered in larger batches than the issuer takes, nor of a kind that it does not name', async () => {
    const metadata = await fetchMetadata();
    const { client, sent } = createWallet({});
    const base = { ...common, metadata, keys };
    await expect(client.requestCredentials({ ...base, keys: [...keys, ...keys] })).rejects.toThrow(
      refusal('invalid_credential_request', 'batch_size'),
    );
    await expect(client.requestCredentials({ ...base, configurationId: 'toString' })).rejects.toThrow(refusal('offer_unknown'));
    expect(sent).toEqual([]);
  });

  describe('where the issuer encrypts', () => {
    async function orderEncrypted(answer: (request: JsonObject) => Promise<HttpAnswer>) {
      const issuersKey = await createDecryptionKey('k');
      const { client, sent } = createWallet({
        [`${origin}/credential`]: async ({ body }) => answer(await decryptCredentialRequest(body ?? '', issuersKey)),
      });
      const requestKey = publishEncryptionKey(issuersKey);
      const encryption = { requestKey, requestEnc: 'A128GCM', responseEnc: 'A256GCM', isRequired: true } as const;
      const metadata = { ...(await fetchMetadata()), encryption };
      return { sent, delivery: client.requestCredentials({ ...common, metadata, keys: keys.slice(0, 1) }) };
    }
    const encrypt = async (request: JsonObject, credential: string): Promise<HttpAnswer> => {
      const to = readResponseEncryption(request['credential_response_encryption']);
      const bytes = encodeUtf8(await encryptCredentialResponse({ credentials: [{ credential }] }, to));
      return { status: 200, contentType: 'application/jwt', bytes };
    };

    it('are asked for, and come, encrypted', async () => {
      const text = await issueTo(keys[0] ?? key);
      const { delivery, sent } = await orderEncrypted((request) => encrypt(request, text));
      expect(await delivery).toMatchObject({ kind: 'received', credentials: [{ credential: text }] });
      expect(sent[0]?.headers?.['content-type']).toBe('application/jwt');
    });

    it('are refused in the clear', async () => {
      const text = await issueTo(keys[0] ?? key);
      const { delivery } = await orderEncrypted(async () => json({ credentials: [{ credential: text }] }));
      await expect(delivery).rejects.toThrow(refusal('invalid_encryption_parameters', 'plain'));
    });

    it('are refused when they are encrypted to another key', async () => {
      const other = publishEncryptionKey(await createDecryptionKey('1'));
      const { delivery } = await orderEncrypted((request) =>
        encrypt({ ...request, credential_response_encryption: { jwk: { ...other }, enc: 'A256GCM' } as JsonObject }, 'x'),
      );
      await expect(delivery).rejects.toThrow(refusal('credential_not_as_offered', 'encryption'));
    });
  });
});

describe('what became of credentials', () => {
  const told = {
    token: { accessToken: 'token', isBound: false },
    key: createTestKey(),
    notificationId: 'n1',
    event: 'credential_accepted',
  } as const;

  it('is told by the event alone', async () => {
    const { client, sent } = createWallet({ [`${origin}/notify`]: () => ({ ...json(null, 204), bytes: new Uint8Array() }) });
    await client.notify({ ...told, metadata: { notificationEndpoint: `${origin}/notify` } });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ notification_id: 'n1', event: 'credential_accepted' });
  });

  it('is told to nobody who does not want to hear it', async () => {
    const { client, sent } = createWallet({});
    await client.notify({ ...told, metadata: { notificationEndpoint: null } });
    expect(sent).toEqual([]);
  });

  it('may not arrive', async () => {
    const { client } = createWallet({ [`${origin}/notify`]: () => json({ error: 'invalid_notification_id' }, 400) });
    const metadata = { notificationEndpoint: `${origin}/notify` };
    await expect(client.notify({ ...told, metadata })).rejects.toThrow(refusal('invalid_notification_id'));
  });
});
