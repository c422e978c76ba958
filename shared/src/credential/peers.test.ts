import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import {
  createTestIssuer,
  createTestKey,
  expectCredential,
  randomBytes,
  sha256,
  type TestKey,
  testAudience,
  testNonce,
  testTime,
  testVct,
  verifyP256,
} from '../testing/index.ts';
import { issueCredential, parseP256PublicJwk, presentCredential, verifyCredential } from './index.ts';

// An independent implementation, in both directions. What it lets pass that it should not is no concern of this file.
const issuer = await createTestIssuer();
const holder = createTestKey();
const seconds = testTime.getTime() / 1000;
const open = { iss: issuer.origin, vct: testVct, iat: seconds, exp: seconds + 3600, cnf: { jwk: { ...holder.publicKey } } };
const disclosable = { given_name: 'زهرا', age_over_18: true, address: { locality: 'تهران', postal_code: '1234567890' } };

const signText = (key: TestKey) => async (data: string) => encodeBase64Url(await key.sign(encodeUtf8(data)));
const peer = new SDJwtVcInstance({
  hasher: (data) => sha256(typeof data === 'string' ? encodeUtf8(data) : new Uint8Array(data)),
  saltGenerator: (length) => encodeBase64Url(randomBytes(length)),
  signer: signText(issuer.seal.key),
  signAlg: 'ES256',
  verifier: (data, signature) =>
    verifyP256({ publicKey: issuer.seal.key.publicKey, data: encodeUtf8(data), signature: decodeBase64Url(signature) }),
  kbSigner: signText(holder),
  kbSignAlg: 'ES256',
  kbVerifier: (data, signature, { cnf }) =>
    verifyP256({ publicKey: parseP256PublicJwk(cnf?.jwk), data: encodeUtf8(data), signature: decodeBase64Url(signature) }),
});

describe('@sd-jwt/sd-jwt-vc', () => {
  it('accepts what we issue and present', async () => {
    const credential = await issueCredential(
      { x5c: issuer.x5c, open, disclosable, decoys: 3 },
      { sign: issuer.seal.key.sign, sha256, randomBytes },
    );
    const keyBinding = { nonce: testNonce, audience: testAudience, transactionData: [], at: testTime, sign: holder.sign };
    const paths = [['age_over_18'], ['address', 'locality']];
    const text = await presentCredential({ credential, paths, keyBinding }, { sha256 });
    const { payload, kb } = await peer.verify(text, { currentDate: seconds, keyBindingNonce: testNonce });
    expect(payload).toEqual({ ...open, age_over_18: true, address: { locality: 'تهران' } });
    expect(kb?.payload).toMatchObject({ aud: testAudience, nonce: testNonce, iat: seconds });
  });

  it('issues and presents what we accept', async () => {
    const frame = {
      _sd: ['given_name', 'age_over_18', 'address', 'nationalities'],
      address: { _sd: ['locality'] },
      nationalities: { _sd: [0, 1] },
    };
    const credential = await peer.issue({ ...open, ...disclosable, nationalities: ['IR', 'FR'] }, frame as never, {
      header: { x5c: issuer.x5c },
    });
    const kb = { payload: { iat: seconds, aud: testAudience, nonce: testNonce } };
    const shown = { age_over_18: true, address: { locality: true }, nationalities: { 1: true } };
    const text = await peer.present(credential, shown as never, { kb });
    const { claims } = await verifyCredential(text, expectCredential(issuer), issuer.ports);
    const { iss, vct, iat, exp, cnf, ...rest } = claims;
    expect(rest).toEqual({ age_over_18: true, address: { locality: 'تهران', postal_code: '1234567890' }, nationalities: ['FR'] });
  });

  it('issues what we present, down to elements and nested disclosures', async () => {
    const frame = { _sd: ['address'], address: { _sd: ['locality', 'postal_code'] }, nationalities: { _sd: [0, 1] } };
    const credential = await peer.issue({ ...open, ...disclosable, nationalities: ['IR', 'FR'] }, frame as never, {
      header: { x5c: issuer.x5c },
    });
    const keyBinding = { nonce: testNonce, audience: testAudience, transactionData: [], at: testTime, sign: holder.sign };
    const paths = [
      ['address', 'postal_code'],
      ['nationalities', 1],
    ];
    const text = await presentCredential({ credential, paths, keyBinding }, { sha256 });
    const { claims } = await verifyCredential(text, expectCredential(issuer), issuer.ports);
    expect(claims).toMatchObject({ address: { postal_code: '1234567890' }, nationalities: ['FR'] });
    expect(claims).not.toHaveProperty('address.locality');
    expect(await peer.verify(text, { currentDate: seconds, keyBindingNonce: testNonce })).toMatchObject({ payload: claims });
  });
});
