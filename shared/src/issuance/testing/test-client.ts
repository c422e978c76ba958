import { expect } from 'vitest';
import { type CredentialContent, issueCredential, type JsonObject } from '../../credential/index.ts';
import { encodeUtf8 } from '../../encoding/index.ts';
import { createTestIssuer, randomBytes, sha256, type TestIssuer, type TestKey, testTime, testVct } from '../../testing/index.ts';
import { createIssuanceClient, type HttpAnswer, type HttpRequest, type IssuanceMetadata, preAuthorizedCodeGrant } from '../index.ts';

/** An issuer that the wallet trusts, and a client of it whose every answer a test writes. */
export const issuer = await createTestIssuer();
export const { origin } = issuer;
export const offer = { issuer: origin, configurationIds: ['identity'], preAuthorizedCode: 'code', txCode: null, signIn: null };
export const refusal = (code: string, what?: string) => expect.objectContaining({ code, ...(what ? { facts: { what } } : {}) });

export type Answers = Record<string, (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>>;

export const json = (document: unknown, status = 200): HttpAnswer => ({
  status,
  contentType: 'application/json',
  bytes: encodeUtf8(JSON.stringify(document)),
});

export function createWallet(answers: Answers) {
  const sent: HttpRequest[] = [];
  const sendHttp = async (request: HttpRequest) => {
    sent.push(request);
    const answer = answers[request.url];
    if (!answer) throw new Error(`nothing at ${request.url}`);
    return answer(request);
  };
  const issuers = [{ issuer: origin, documents: [{ vct: testVct }] }];
  return { sent, client: createIssuanceClient({ ...issuer.ports, randomBytes, sendHttp, now: () => testTime, issuers }) };
}

export const issuerDocument = {
  credential_issuer: origin,
  credential_endpoint: `${origin}/credential`,
  nonce_endpoint: `${origin}/nonce`,
  batch_credential_issuance: { batch_size: 3 },
  credential_configurations_supported: {
    identity: {
      format: 'dc+sd-jwt',
      vct: testVct,
      cryptographic_binding_methods_supported: ['jwk'],
      proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
    },
  },
};
export const serverDocument = {
  issuer: origin,
  token_endpoint: `${origin}/token`,
  grant_types_supported: [preAuthorizedCodeGrant],
  'pre-authorized_grant_anonymous_access_supported': true,
};
export const documents: Answers = {
  [`${origin}/.well-known/openid-credential-issuer`]: () => json(issuerDocument),
  [`${origin}/.well-known/oauth-authorization-server`]: () => json(serverDocument),
};

export function issueTo(key: TestKey, changes: Partial<JsonObject> = {}, by: Pick<TestIssuer, 'x5c' | 'seal'> = issuer): Promise<string> {
  const seconds = testTime.getTime() / 1000;
  const claims = { iss: origin, vct: testVct, iat: seconds, exp: seconds + 3600, cnf: { jwk: { ...key.publicKey } }, ...changes };
  const content: CredentialContent = { x5c: by.x5c, open: claims as JsonObject, disclosable: { given_name: 'Sara' } };
  return issueCredential(content, { sign: by.seal.key.sign, sha256, randomBytes });
}

export async function fetchMetadata(): Promise<IssuanceMetadata> {
  return createWallet(documents).client.fetchMetadata(origin);
}

/** Another signature of the right length in the issuer's place. */
export function changeSignature(credential: string): string {
  return credential.replace(
    /\.([^.~]+)~/,
    (_whole, signature: string) => `.${signature.split('').reverse().join('').replace(/^./, 'A').slice(0, 85)}A~`,
  );
}
