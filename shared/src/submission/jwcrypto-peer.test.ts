import { describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import {
  createTestCertificate,
  createTestRoot,
  createTestTimeStampCertificate,
  describeTestAuthority,
  issueTestTimeStamp,
  KeyUsageFlags,
  openssl,
  pythonWithJwcrypto,
  runJwcrypto,
  runOpenssl,
  sha256,
  testTime,
  toPem,
} from '../testing/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { buildUnsignedHeader, encodeStampedSignature, signSubmission } from './index.ts';

const verify = `
token = jws.JWS()
try:
    token.deserialize(json.dumps(data['jws']), jwk.JWK(**data['key']))
    print(json.dumps(token.jose_header))
except (jws.InvalidJWSObject, jws.InvalidJWSSignature):
    print(json.dumps('refused'))
`;

/** A submission's JWS with its time stamp: JAdES baseline B-T, in flattened JSON. */
async function createStamped() {
  const root = await createTestRoot();
  const signer = await createTestCertificate({ name: 'Citizen', issuer: root, keyUsage: KeyUsageFlags.digitalSignature });
  const content = { bytes: encodeUtf8('{"a":1}'), viewHash: 'A'.repeat(43), x5c: encodeX5c([signer.der]), at: testTime };
  const jws = await signSubmission({ ...content, sign: signer.key.sign }, { sha256 });
  const imprint = await sha256(encodeStampedSignature(jws.signature));
  const token = await issueTestTimeStamp(describeTestAuthority(await createTestTimeStampCertificate(root)), { imprint, at: testTime });
  return { root, jws: { ...jws, header: buildUnsignedHeader(token) }, key: signer.key.publicKey };
}

/** The base64url of the bytes with one bit flipped. */
const flip = (text: string): string => {
  const bytes = decodeBase64Url(text);
  return encodeBase64Url(bytes.with(5, (bytes[5] ?? 0) ^ 1));
};

describe.skipIf(pythonWithJwcrypto === undefined)('a signature with its time stamp and python3-jwcrypto', () => {
  it('is verified, its unprotected header and all', async () => {
    const { jws, key } = await createStamped();
    expect(runJwcrypto(verify, { jws, key })).toMatchObject({ alg: 'ES256', iat: testTime.getTime() / 1000, etsiU: jws.header.etsiU });
  });

  it.each(['payload', 'protected', 'signature'] as const)('is refused with its %s changed', async (member) => {
    const { jws, key } = await createStamped();
    expect(runJwcrypto(verify, { jws: { ...jws, [member]: flip(jws[member]) }, key })).toBe('refused');
  });
});

it.skipIf(openssl === undefined)(
  'openssl ts finds the token in the header to be over the signature’s text, and over no other',
  async () => {
    const { root, jws } = await createStamped();
    const [component] = jws.header.etsiU.map((text) => JSON.parse(Buffer.from(String(text), 'base64url').toString()));
    const token = Buffer.from(component.sigTst.tstTokens[0].val, 'base64');
    const judge = (signature: string) =>
      runOpenssl(
        [
          'ts',
          '-verify',
          '-data',
          'data',
          '-token_in',
          '-in',
          'token',
          '-CAfile',
          'root.pem',
          '-attime',
          String(Math.floor(testTime.getTime() / 1000)),
        ],
        { data: signature, token, 'root.pem': toPem(root).certPem },
        ({ isOk }) => isOk,
      );
    expect([judge(jws.signature), judge(flip(jws.signature))]).toEqual([true, false]);
  },
);
