import {
  type CredentialExpectations,
  type CredentialPorts,
  digestText,
  type JsonObject,
  type KeyBindingExpectations,
  signCompactJws,
} from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8, type Json } from '../encoding/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import { createTestRoot, createTestSeal, type TestCertificate } from './certificates.ts';
import { sha256, type TestKey, verifyP256 } from './node-ports.ts';

/** An issuer under a root that the ports trust, and a holder. */
export type TestIssuer = {
  readonly origin: string;
  readonly root: TestCertificate;
  readonly seal: TestCertificate;
  readonly x5c: readonly string[];
  readonly ports: CredentialPorts;
};

/** Tests of credentials happen at this time unless they say otherwise. */
export const testTime = new Date('2026-06-01T12:00:00Z');

export async function createTestIssuer(origin = 'https://registry.example'): Promise<TestIssuer> {
  const root = await createTestRoot();
  const seal = await createTestSeal(root, origin);
  const ports = { verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }), verifyP256, sha256 };
  return { origin, root, seal, x5c: encodeX5c([seal.der]), ports };
}

/** What is forged: members replace what a sound credential would hold; `undefined` leaves them out. */
export type Forgery = {
  readonly header?: Record<string, Json | undefined>;
  readonly payload?: Record<string, Json | undefined>;
  /** Disclosures as arrays. Each that is not in `loose` gets its digest into the top-level `_sd`. */
  readonly disclosures?: readonly Json[];
  /** Disclosures sent without a digest that refers to them. */
  readonly loose?: readonly Json[];
  /** Signs in the seal's place. */
  readonly issuerKey?: TestKey;
  readonly binding?: {
    readonly header?: Record<string, Json | undefined>;
    readonly payload?: Record<string, Json | undefined>;
    readonly key?: TestKey;
  } | null;
};

export const testVct = 'urn:daricheh:identity:1';
export const testNonce = 'a-nonce-of-more-than-128-bits';
export const testAudience = 'x509_hash:abc';

export function expectCredential(
  issuer: TestIssuer,
  options: { keyBinding?: Partial<KeyBindingExpectations> | null; at?: Date; vctValues?: string[] } = {},
): CredentialExpectations {
  const { keyBinding = {}, at = testTime, vctValues = [testVct] } = options;
  const binding = keyBinding && { nonce: testNonce, audience: testAudience, transactionData: [], ...keyBinding };
  return { vctValues, issuers: [{ issuer: issuer.origin, documents: [{ vct: testVct }] }], at, keyBinding: binding };
}

/** A disclosure as it is sent. */
export function encodeDisclosure(value: Json): string {
  return encodeBase64Url(encodeUtf8(JSON.stringify(value)));
}

/** Digest of the disclosure that `value` makes. */
export async function digestDisclosure(value: Json): Promise<string> {
  return digestText(encodeDisclosure(value), sha256);
}

/** An SD-JWT+KB that is sound but for the forgery. */
export async function forgeCredential(issuer: TestIssuer, holder: TestKey, forgery: Forgery = {}): Promise<string> {
  const { disclosures = [['salt', 'given_name', 'Sara']], loose = [], issuerKey = issuer.seal.key, binding = {} } = forgery;
  const seconds = testTime.getTime() / 1000;
  const header = drop({ typ: 'dc+sd-jwt', x5c: issuer.x5c, ...forgery.header });
  const payload = drop({
    ...{ iss: issuer.origin, vct: testVct, iat: seconds, exp: seconds + 3600, cnf: { jwk: { ...holder.publicKey } }, _sd_alg: 'sha-256' },
    _sd: await Promise.all(disclosures.map(digestDisclosure)),
    ...forgery.payload,
  });
  const jwt = await signCompactJws({ header, payload }, issuerKey.sign);
  const presented = [jwt, ...[...disclosures, ...loose].map(encodeDisclosure), ''].join('~');
  if (binding === null) return presented;
  const bound = drop({
    nonce: testNonce,
    aud: testAudience,
    iat: seconds,
    sd_hash: await digestText(presented, sha256),
    ...binding.payload,
  });
  return (
    presented + (await signCompactJws({ header: drop({ typ: 'kb+jwt', ...binding.header }), payload: bound }, (binding.key ?? holder).sign))
  );
}

function drop(members: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter((member): member is [string, Json] => member[1] !== undefined));
}
