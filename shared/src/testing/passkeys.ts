import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import type { ListedPasskey, PasskeyAssertion } from '../submission/index.ts';

export type AssertionChanges = {
  readonly type?: string;
  readonly origin?: string;
  readonly rpId?: string;
  readonly crossOrigin?: boolean;
  /** UP 1, UV 4, BE 8, BS 16; user present and verified when absent. */
  readonly flags?: number;
  /** 0 when absent: such an authenticator keeps none. */
  readonly counter?: number;
};

/** A passkey in software, of a wallet whose origin and RP id are the same string, as in Chromium. */
export type TestPasskey = {
  readonly listed: ListedPasskey;
  assert(challenge: Uint8Array, changes?: AssertionChanges): PasskeyAssertion;
  /** Its registration, without attestation. */
  register(challenge: Uint8Array, changes?: AssertionChanges): TestRegistration;
};

export type TestRegistration = { readonly credentialId: string; readonly clientDataJSON: string; readonly attestationObject: string };

export const testWalletOrigin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

/** A passkey with a new key, ES256 unless told otherwise. */
export function createTestPasskey({ alg = -7 as -7 | -257, rpId = testWalletOrigin, id = 'AAECAwQFBgcICQoLDA0ODw' } = {}): TestPasskey {
  const { publicKey, privateKey } =
    alg === -7 ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = publicKey.export({ format: 'jwk' });
  const cose = alg === -7 ? encodeEcKey(read(jwk.x), read(jwk.y)) : encodeRsaKey(read(jwk.n), read(jwk.e));
  const makeClientData = (type: string, challenge: Uint8Array, changes: AssertionChanges): Uint8Array =>
    encodeUtf8(
      JSON.stringify({
        type: changes.type ?? type,
        challenge: encodeBase64Url(challenge),
        origin: changes.origin ?? rpId,
        crossOrigin: changes.crossOrigin ?? false,
      }),
    );
  return {
    listed: { id, public_key: encodeBase64Url(cose), alg, rp_id: rpId },
    assert: (challenge, changes = {}) => {
      const clientData = makeClientData('webauthn.get', challenge, changes);
      const authenticatorData = new Uint8Array([
        ...hash(encodeUtf8(changes.rpId ?? rpId)),
        changes.flags ?? 5,
        0,
        0,
        0,
        changes.counter ?? 0,
      ]);
      return {
        credentialId: id,
        authenticatorData: encodeBase64Url(authenticatorData),
        clientDataJSON: encodeBase64Url(clientData),
        signature: encodeBase64Url(sign('sha256', new Uint8Array([...authenticatorData, ...hash(clientData)]), privateKey)),
      };
    },
    register: (challenge, changes = {}) => {
      const head = [...hash(encodeUtf8(changes.rpId ?? rpId)), (changes.flags ?? 5) | 0x40, 0, 0, 0, 0];
      const idBytes = read(id);
      const authenticatorData = [...head, ...new Uint8Array(16), idBytes.length >> 8, idBytes.length & 255, ...idBytes, ...cose];
      return {
        credentialId: id,
        clientDataJSON: encodeBase64Url(makeClientData('webauthn.create', challenge, changes)),
        attestationObject: encodeBase64Url(encodeAttestation(authenticatorData)),
      };
    },
  };
}

/** CBOR of {fmt: "none", attStmt: {}, authData}, the data 256 bytes or longer being written with a length of two bytes. */
function encodeAttestation(authData: readonly number[]): Uint8Array {
  const text = (value: string): number[] => [0x60 + value.length, ...encodeUtf8(value)];
  const length = authData.length < 256 ? [0x58, authData.length] : [0x59, authData.length >> 8, authData.length & 255];
  return new Uint8Array([0xa3, ...text('fmt'), ...text('none'), ...text('attStmt'), 0xa0, ...text('authData'), ...length, ...authData]);
}

function encodeEcKey(x: Uint8Array, y: Uint8Array): Uint8Array {
  return new Uint8Array([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, ...x, 0x22, 0x58, 32, ...y]);
}

function encodeRsaKey(n: Uint8Array, e: Uint8Array): Uint8Array {
  return new Uint8Array([
    0xa4,
    0x01,
    0x03,
    0x03,
    0x39,
    0x01,
    0x00,
    0x20,
    0x59,
    n.length >> 8,
    n.length & 255,
    ...n,
    0x21,
    0x40 + e.length,
    ...e,
  ]);
}

function read(member: string | undefined): Uint8Array {
  return new Uint8Array(Buffer.from(member ?? '', 'base64url'));
}

function hash(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}
