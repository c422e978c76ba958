import { issueCredential, type JsonObject } from '@daricheh/shared/credential';
import { encodeUtf8 } from '@daricheh/shared/encoding';
import { type HttpAnswer, type HttpRequest, preAuthorizedCodeGrant, verifyKeyProof } from '@daricheh/shared/issuance';
import {
  createTestIssuer,
  createTestTrustList,
  randomBytes,
  sha256,
  type TestIssuer,
  testTime,
  testVct,
  verifyP256,
} from '@daricheh/shared/testing';
import { createMemoryItems } from '../../records/testing/memory-items.ts';
import { createRecords } from '../../records/wallet-records.ts';
import type { ReceivePorts } from '../receive/open-issuance.ts';

type Answer = (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>;

/** A wallet that is empty, and an issuer that gives it identities in batches of three. */
export type IssuingWorld = {
  readonly issuer: TestIssuer;
  readonly ports: ReceivePorts;
  /** Everything that was sent to the issuer. */
  readonly sent: HttpRequest[];
  /** What the issuer answers, by path: replaced to have it say something else. */
  readonly answers: Record<string, Answer>;
  /** Claims of the credentials that follow. */
  readonly claims: { open: JsonObject; disclosable: JsonObject };
  readonly link: string;
  /** Moves the clock. */
  readonly clock: { nowMs: number };
};

/** A JSON answer. */
export function answerJson(document: unknown, status = 200): HttpAnswer {
  return { status, contentType: 'application/json', bytes: encodeUtf8(JSON.stringify(document)) };
}

export async function createIssuingWorld(): Promise<IssuingWorld> {
  const issuer = await createTestIssuer();
  const sent: HttpRequest[] = [];
  const clock = { nowMs: testTime.getTime() };
  const claims: IssuingWorld['claims'] = { open: {}, disclosable: { given_name: 'Sara' } };
  const answers = describeAnswers(issuer, claims, clock);
  const name = { fa: 'ثبت', en: 'Registry' };
  const ports: ReceivePorts = {
    records: createRecords(createMemoryItems()),
    trust: async () => ({
      list: createTestTrustList({ issuers: [{ issuer: issuer.origin, name, documents: [{ vct: testVct }] }] }),
      verifyChain: issuer.ports.verifyChain,
    }),
    send: async (request) => {
      sent.push(request);
      const answer = answers[new URL(request.url).pathname];
      if (!answer) throw new Error(`nothing at ${request.url}`);
      return answer(request);
    },
    nowMs: () => clock.nowMs,
    random: () => 0.5,
  };
  const offerUri = encodeURIComponent(`${issuer.origin}/offers/1`);
  return { issuer, ports, sent, answers, claims, clock, link: `openid-credential-offer://?credential_offer_uri=${offerUri}` };
}

/** Metadata of the issuer: one configuration, `identity`. */
export function describeTestIssuer(origin: string) {
  return {
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
        credential_metadata: { display: [{ name: 'شناسنامه', locale: 'fa', background_color: '#0f4c5c' }] },
      },
    },
  };
}

/** Metadata of its authorization server, which it is itself: a code is the only way. */
export function describeTestServer(origin: string) {
  return {
    issuer: origin,
    token_endpoint: `${origin}/token`,
    grant_types_supported: [preAuthorizedCodeGrant],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}

function describeAnswers(issuer: TestIssuer, claims: IssuingWorld['claims'], clock: { nowMs: number }): Record<string, Answer> {
  const { origin } = issuer;
  return {
    '/.well-known/openid-credential-issuer': () => answerJson(describeTestIssuer(origin)),
    '/.well-known/oauth-authorization-server': () => answerJson(describeTestServer(origin)),
    '/offers/1': () =>
      answerJson({
        credential_issuer: origin,
        credential_configuration_ids: ['identity'],
        grants: { [preAuthorizedCodeGrant]: { 'pre-authorized_code': 'code' } },
      }),
    '/token': () => answerJson({ access_token: 'token', token_type: 'Bearer', expires_in: 300 }),
    '/nonce': () => answerJson({ c_nonce: 'nonce' }),
    '/credential': async ({ body }) => {
      const { proofs } = JSON.parse(body ?? '') as { proofs: { jwt: string[] } };
      const credentials = await Promise.all(proofs.jwt.map((proof) => issueTo(issuer, proof, claims, clock.nowMs)));
      return answerJson({ credentials: credentials.map((credential) => ({ credential })) });
    },
  };
}

/** A credential for whoever holds the key of the proof, for an hour. */
async function issueTo(issuer: TestIssuer, proof: string, claims: IssuingWorld['claims'], nowMs: number): Promise<string> {
  const { publicKey } = await verifyKeyProof(proof, { issuer: issuer.origin, at: new Date(nowMs) }, verifyP256);
  const iat = Math.floor(nowMs / 1000);
  const open = { iss: issuer.origin, vct: testVct, iat, exp: iat + 3600, cnf: { jwk: { ...publicKey } }, ...claims.open };
  const content = { x5c: issuer.x5c, open, disclosable: claims.disclosable };
  return issueCredential(content, { sign: issuer.seal.key.sign, sha256, randomBytes });
}
