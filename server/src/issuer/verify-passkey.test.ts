import { readSigningClaims } from '@daricheh/shared/submission';
import { createTestKey, createTestPasskey } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { begin, createTestReceiver, type TestReceiver } from '../testing/test-receiver.ts';

const refusal = (code: string) => expect.objectContaining({ code });

describe('the passkey of a signing credential (row D8)', () => {
  async function requestSigning(prove: (receiver: TestReceiver, nonce: string, app: TestApp) => ReturnType<TestReceiver['prove']>) {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app);
    const { metadata, accessToken, nonce } = await begin(app, receiver);
    const passkey = await prove(receiver, nonce, app);
    return receiver.client.requestCredentials({
      metadata,
      accessToken,
      configurationId: 'signing',
      nonce,
      keys: [createTestKey()],
      passkey,
    });
  }

  it('may be RSA', async () => {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app, { passkey: createTestPasskey({ alg: -257 }) });
    const { metadata, accessToken, nonce } = await begin(app, receiver);
    const passkey = await receiver.prove(nonce);
    const order = { metadata, accessToken, configurationId: 'signing', nonce, keys: [createTestKey()], passkey };
    const [signing] = await receiver.client.requestCredentials(order);
    expect(readSigningClaims(signing?.verified.claims ?? {}).passkeys).toEqual([receiver.passkey.listed]);
  });

  it('must be there', async () => {
    const app = await createTestApp();
    const receiver = await createTestReceiver(app);
    const { metadata, accessToken, nonce } = await begin(app, receiver);
    const order = { metadata, accessToken, configurationId: 'signing', nonce, keys: [createTestKey()] };
    await expect(receiver.client.requestCredentials(order)).rejects.toThrow(refusal('invalid_credential_request'));
  });

  it.each<[string, Parameters<typeof requestSigning>[0]]>([
    ['registered in a page', (receiver, nonce) => receiver.prove(nonce, { registration: { origin: 'https://evil.example' } })],
    ['registered for another RP', (receiver, nonce) => receiver.prove(nonce, { registration: { rpId: 'evil.example' } })],
    ['registered without verifying the user', (receiver, nonce) => receiver.prove(nonce, { registration: { flags: 1 } })],
    ['registered in a frame', (receiver, nonce) => receiver.prove(nonce, { registration: { crossOrigin: true } })],
    ['registered by an assertion', (receiver, nonce) => receiver.prove(nonce, { registration: { type: 'webauthn.get' } })],
    ['used in a page', (receiver, nonce) => receiver.prove(nonce, { assertion: { origin: 'https://evil.example' } })],
    ['used for another RP', (receiver, nonce) => receiver.prove(nonce, { assertion: { rpId: 'evil.example' } })],
    ['used without verifying the user', (receiver, nonce) => receiver.prove(nonce, { assertion: { flags: 1 } })],
    ['used without a user', (receiver, nonce) => receiver.prove(nonce, { assertion: { flags: 4 } })],
    ['used in a frame', (receiver, nonce) => receiver.prove(nonce, { assertion: { crossOrigin: true } })],
    ['used for another nonce', (receiver, nonce) => receiver.prove(`${nonce}A`)],
    ['another one under its id', (receiver, nonce) => receiver.prove(nonce, { asserter: createTestPasskey() })],
    ['another one', (receiver, nonce) => receiver.prove(nonce, { asserter: createTestPasskey({ id: 'EBESExQVFhcYGRobHB0eHw' }) })],
    [
      'of another registration nonce',
      async (receiver, nonce) => {
        const evidence = await receiver.prove(nonce);
        return { ...evidence, registration: { ...evidence.registration, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' } };
      },
    ],
    [
      'registered with bytes behind the attestation',
      async (receiver, nonce) => {
        const evidence = await receiver.prove(nonce);
        const attestation = Buffer.from(evidence.registration.attestationObject, 'base64url');
        const attestationObject = Buffer.concat([attestation, Buffer.from([0])]).toString('base64url');
        return { ...evidence, registration: { ...evidence.registration, attestationObject } };
      },
    ],
  ])('is refused when it was %s', async (_what, prove) => {
    await expect(requestSigning(prove)).rejects.toThrow(refusal('passkey_registration_invalid'));
  });
});
