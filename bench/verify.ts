import { createPublicKey, verify } from 'node:crypto';
import { createVerifyP256, sha256 } from '@daricheh/server/crypto';
import { type CredentialPorts, presentCredential, verifyCredential } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import {
  createTestIssuer,
  createTestKey,
  expectCredential,
  issueTestIdentity,
  type TestIssuer,
  type TestKey,
  testAudience,
  testNonce,
  testTime,
} from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { measureRate } from './measure.ts';
import type { BenchReport } from './report.ts';

const seconds = 2;

/**
 * Presentations verified per second on one core: a credential with four claims, of which two are shown, and its key
 * binding. The floor is what no verifier can do without, two P-256 verifications by node:crypto with the keys at hand.
 */
export async function run(): Promise<BenchReport> {
  const issuer = await createTestIssuer();
  const holder = createTestKey();
  const text = await present(issuer, holder);
  const floor = await measureRate(createFloor(text, issuer, holder), { seconds });
  const ours = await measureRate(createOurs(text, issuer), { seconds });
  const library = await measureRate(createLibrary(text, issuer, holder), { seconds });
  return {
    name: 'verify: SD-JWT VC with key binding, one core',
    rows: [
      { label: 'floor: two bare P-256 verifications', value: floor, unit: '/s' },
      { label: 'ours: every rule', value: ours, unit: '/s', versus: `${(ours / floor).toFixed(2)} of the floor` },
      { label: '@sd-jwt/sd-jwt-vc', value: library, unit: '/s', versus: `${(library / floor).toFixed(2)} of the floor` },
    ],
    json: { floor, ours, library },
  };
}

async function present(issuer: TestIssuer, holder: TestKey): Promise<string> {
  const credential = await issueTestIdentity(issuer, holder);
  const keyBinding = { nonce: testNonce, audience: testAudience, transactionData: [], at: testTime, sign: holder.sign };
  return presentCredential({ credential, paths: [['given_name'], ['address', 'postal_code']], keyBinding }, { sha256 });
}

function createFloor(text: string, issuer: TestIssuer, holder: TestKey): () => boolean {
  const parts = text.split('~');
  const checks = [readSigned(parts[0] ?? '', issuer.seal.key), readSigned(parts.at(-1) ?? '', holder)];
  return () => checks.every(({ data, signature, key }) => verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature));
}

function readSigned(jws: string, { publicKey }: TestKey) {
  const end = jws.lastIndexOf('.');
  const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
  return { data: encodeUtf8(jws.slice(0, end)), signature: decodeBase64Url(jws.slice(end + 1)), key };
}

function createOurs(text: string, issuer: TestIssuer): () => Promise<unknown> {
  const verifyP256 = createVerifyP256();
  const ports: CredentialPorts = { verifyChain: createChainVerifier({ anchors: [issuer.root.der], verifyP256 }), verifyP256, sha256 };
  const expected = expectCredential(issuer);
  return () => verifyCredential(text, expected, ports);
}

function createLibrary(text: string, issuer: TestIssuer, holder: TestKey): () => Promise<unknown> {
  const verifyP256 = createVerifyP256();
  const verifyWith =
    ({ publicKey }: TestKey) =>
    (data: string, signature: string) =>
      verifyP256({ publicKey, data: encodeUtf8(data), signature: decodeBase64Url(signature) });
  const library = new SDJwtVcInstance({
    hasher: (data) => sha256(typeof data === 'string' ? encodeUtf8(data) : new Uint8Array(data)),
    saltGenerator: () => encodeBase64Url(new Uint8Array(16)),
    verifier: verifyWith(issuer.seal.key),
    kbVerifier: verifyWith(holder),
  });
  return () => library.verify(text, { currentDate: testTime.getTime() / 1000, keyBindingNonce: testNonce });
}
