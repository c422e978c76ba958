import { describe, expect, it } from 'vitest';
import { isJwsSignedBy, parseCompactJws, parseJwsPayload, signCompactJws } from '../credential/index.ts';
import { createTestKey, encryptResponse, pythonWithJwcrypto, runJwcrypto, verifyP256 } from '../testing/index.ts';
import { createDecryptionKey, publishEncryptionKey } from './index.ts';
import { decryptResponse } from './response-encryption.ts';

const code = 'credential_malformed';
const payload = { name: 'دریچه', list: [1, true, null] };

// JOSE by people who share no line with us or with the library that we use.
describe.skipIf(pythonWithJwcrypto === undefined)('python3-jwcrypto', () => {
  const key = createTestKey();

  it('verifies what we sign, and refuses a flipped bit', async () => {
    const token = await signCompactJws({ header: { typ: 'kb+jwt' }, payload }, key.sign);
    const flipped = token.replace(/.(?=.{20}$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
    const program = `
k = jwk.JWK(**data['key'])
def check(text):
    try:
        t = jws.JWS(); t.deserialize(text, k); return json.loads(t.payload)
    except jws.InvalidJWSSignature:
        return None
print(json.dumps([check(data['token']), check(data['flipped'])]))`;
    expect(runJwcrypto(program, { key: key.publicKey, token, flipped })).toEqual([payload, null]);
  });

  it('signs what we verify', async () => {
    const program = `
t = jws.JWS(json.dumps(data['payload']))
t.add_signature(jwk.JWK(**data['key']), None, json.dumps({'alg': 'ES256', 'typ': 'kb+jwt'}), None)
print(json.dumps(t.serialize(compact=True)))`;
    const token = String(runJwcrypto(program, { key: key.privateJwk, payload }));
    const jws = parseCompactJws(token, { code });
    expect([await isJwsSignedBy(jws, key.publicKey, verifyP256), parseJwsPayload(jws, code)]).toEqual([true, payload]);
  });

  it.each(['A128GCM', 'A256GCM'] as const)('opens what we encrypt with %s, and encrypts what we open', async (enc) => {
    const decryption = await createDecryptionKey('k1');
    const sealed = await encryptResponse(payload, { key: publishEncryptionKey(decryption), enc });
    const program = `
k = jwk.JWK(**data['key'])
theirs = jwe.JWE(); theirs.deserialize(data['sealed'], k)
ours = jwe.JWE(json.dumps(data['payload']), json.dumps({'alg': 'ECDH-ES', 'enc': data['enc'], 'kid': 'k1'}))
ours.add_recipient(k)
print(json.dumps([json.loads(theirs.payload), ours.serialize(compact=True)]))`;
    const [opened, theirs] = runJwcrypto(program, { key: decryption, sealed, payload, enc }) as [unknown, string];
    expect(opened).toEqual(payload);
    expect(await decryptResponse(theirs, decryption)).toEqual(payload);
  });
});
