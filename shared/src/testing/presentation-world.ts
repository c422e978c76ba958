import { issueCredential, type JsonObject } from '../credential/index.ts';
import {
  createDecryptionKey,
  type DcqlRequest,
  type DecryptionKey,
  type Disclosure,
  type ExpectedResponse,
  makeX509HashClientId,
  type PresentPorts,
  publishEncryptionKey,
  type ReadRequestPorts,
  type RequestContent,
  signRequestObject,
  type VerifyVpTokenPorts,
} from '../presentation/index.ts';
import type { TrustedAgency, TrustList } from '../trust/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { createTestSeal, type TestCertificate } from './certificates.ts';
import { createTestIssuer, type TestIssuer, testTime, testVct } from './credentials.ts';
import { createTestKey, randomBytes, sha256, type TestKey } from './node-ports.ts';
import { createTestAgency, createTestTrustList } from './trust.ts';

/** An agency under the same root as the issuer, a wallet that holds an identity, and everything that both ends need. */
export type PresentationWorld = {
  readonly issuer: TestIssuer;
  readonly agency: TrustedAgency;
  readonly origin: string;
  readonly seal: TestCertificate;
  readonly clientId: string;
  readonly trust: TrustList;
  readonly holder: TestKey;
  readonly readPorts: ReadRequestPorts;
  readonly presentPorts: PresentPorts;
  readonly verifyPorts: VerifyVpTokenPorts;
  readonly decryptionKey: DecryptionKey;
  /** Signs as the agency what asks for `query`; members replace what a sound request holds. */
  readonly sign: (content?: Partial<RequestContent>) => Promise<string>;
  readonly expected: ExpectedResponse;
};

export const testQuery: DcqlRequest = {
  credentials: [
    {
      id: 'identity',
      format: 'dc+sd-jwt',
      meta: { vct_values: [testVct] },
      claims: [{ path: ['given_name'] }, { path: ['address', 'postal_code'] }],
    },
  ],
};

/** What the citizen of `createPresentationWorld` lets go when `testQuery` is granted whole. */
export const testDisclosures: readonly Disclosure[] = [
  { queryId: 'identity', credentialId: 'c1', paths: [['given_name'], ['address', 'postal_code']] },
];

export const testClaims: JsonObject = {
  given_name: 'Sara',
  family_name: 'Rezaei',
  national_id: '9990000018',
  address: { postal_code: '1234567890', locality: 'Tehran' },
};

const name = { fa: 'مالیات', en: 'Tax' };
const requestNonce = 'a-nonce-of-a-request-with-256-bits-of-it-xx';

export async function createPresentationWorld(origin = 'https://tax.example'): Promise<PresentationWorld> {
  const issuer = await createTestIssuer();
  const seal = await createTestSeal(issuer.root, origin);
  const clientId = await makeX509HashClientId(seal.der, sha256);
  const agency = createAgency(origin, clientId);
  const trust = createTrustList(issuer, agency);
  const holder = createTestKey();
  const decryptionKey = await createDecryptionKey('k1');
  const now = () => testTime;
  const ports = { ...issuer.ports, now, randomBytes };
  const sdJwt = await issueTestIdentity(issuer, holder);
  const content: RequestContent = {
    clientId,
    nonce: requestNonce,
    query: testQuery,
    route: { mode: 'dc_api.jwt', expectedOrigins: [origin] },
    encryptionKey: publishEncryptionKey(decryptionKey),
    issuedAt: testTime,
    expiresAt: new Date(testTime.getTime() + 300_000),
  };
  return {
    ...{ issuer, agency, origin, seal, clientId, trust, holder, decryptionKey },
    readPorts: { ...ports, trust, fetchText: () => Promise.reject(new Error('No network in tests')) },
    presentPorts: { ...ports, takeCredential: async () => ({ format: 'dc+sd-jwt', credential: sdJwt, sign: holder.sign }) },
    verifyPorts: { ...ports, checkStatus: async () => ({ asOf: testTime, isFresh: true, token: 'status token' }) },
    sign: (changes = {}) => signRequestObject({ ...content, ...changes }, { x5c: encodeX5c([seal.der]), sign: seal.key.sign }),
    expected: { query: testQuery, nonce: requestNonce, audience: `origin:${origin}`, transactionData: [], issuers: trust.issuers },
  };
}

function createAgency(origin: string, clientId: string): TrustedAgency {
  const claims = [['given_name'], ['address', 'postal_code']];
  return createTestAgency({
    id: 'tax',
    name,
    origins: [origin],
    certificateHashes: [clientId.slice('x509_hash:'.length)],
    uses: [{ id: 'sign-in', purpose: name, attributes: [{ vct: testVct, claims }] }],
  });
}

function createTrustList(issuer: TestIssuer, agency: TrustedAgency): TrustList {
  const documents = [{ vct: testVct }, { vct: 'urn:daricheh:signing:1' }];
  return createTestTrustList({ issuers: [{ issuer: issuer.origin, name, documents }], agencies: [agency] });
}

/** An identity (or another type) as the test issuer issues it. */
export function issueTestIdentity(issuer: TestIssuer, holder: TestKey, changes: JsonObject = {}): Promise<string> {
  const seconds = testTime.getTime() / 1000;
  const open = { iss: issuer.origin, vct: testVct, iat: seconds, exp: seconds + 86_400, cnf: { jwk: { ...holder.publicKey } }, ...changes };
  return issueCredential({ x5c: issuer.x5c, open, disclosable: testClaims }, { sign: issuer.seal.key.sign, sha256, randomBytes });
}
