import { generateKeyPairSync } from 'node:crypto';
import { issueCredential, type JsonObject, parseP256PublicJwk } from '@daricheh/shared/credential';
import {
  answerPresentation,
  type Disclosure,
  matchCredentials,
  type PresentationAnswer,
  type PresentationRequest,
  type ReadRequestPorts,
  type RequestSource,
  readPresentationRequest,
} from '@daricheh/shared/presentation';
import { createChainVerifier } from '@daricheh/shared/x509';
import { createSignP256 } from '../crypto/node-crypto.ts';
import { createTrust } from '../trust/trust.ts';
import { originOf, type TestApp } from './test-app.ts';

/** A citizen who does not exist. */
export const testCitizen: JsonObject = {
  given_name: 'سارا',
  family_name: 'رضایی',
  given_name_latin: 'Sara',
  family_name_latin: 'Rezaei',
  national_id: '9990000018',
  birthdate: '1990-03-21',
};

/** A wallet that holds one identity and grants all that is asked. */
export type TestWallet = {
  /** Reads a request, and fetches what a link points to from the application itself. */
  read(source: RequestSource): Promise<PresentationRequest>;
  answer(request: PresentationRequest, change?: Partial<PresentationRequest>): Promise<PresentationAnswer>;
};

/** A wallet whose identity the tests' registry issued; `claims` and `open` replace what a sound one says. */
export async function createTestWallet(
  app: TestApp,
  { claims = testCitizen, open = {} }: { claims?: JsonObject; open?: JsonObject } = {},
): Promise<TestWallet> {
  const { deps } = app;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const sign = createSignP256(privateKey);
  const jwk = parseP256PublicJwk(publicKey.export({ format: 'jwk' }));
  const credential = await issueIdentity(app, { jwk: { ...jwk }, claims, open });
  const verifyChain = createChainVerifier({ anchors: deps.anchors, verifyP256: deps.verifyP256 });
  const trust = await createTrust(deps).readList();
  const ports: ReadRequestPorts = { ...deps, verifyChain, trust, fetchText: (request) => fetchFromApp(app, request) };
  return {
    read: (source) => readPresentationRequest(source, ports),
    answer: (request, change = {}) =>
      answerPresentation({ ...request, ...change }, grantAll(request, claims), {
        ...deps,
        takeCredential: async () => ({ format: 'dc+sd-jwt', credential, sign }),
      }),
  };
}

function grantAll({ query }: PresentationRequest, claims: JsonObject): readonly Disclosure[] {
  return query.credentials.map((asked) => {
    const [vct = ''] = asked.meta.vct_values ?? [];
    const [match] = matchCredentials(query, [{ format: 'dc+sd-jwt', vct, claims, isHolderBound: true }]).get(asked.id) ?? [];
    const paths = (match?.answers[0] ?? []).flatMap((at) => (asked.claims?.[at] ? [asked.claims[at].path] : []));
    return { queryId: asked.id, credentialId: 'identity', paths };
  });
}

async function issueIdentity(
  { deps }: TestApp,
  { jwk, claims, open }: { jwk: JsonObject; claims: JsonObject; open: JsonObject },
): Promise<string> {
  const registry = deps.agencies.find(({ id }) => id === 'civil-registry');
  if (registry === undefined) throw new Error('The tests have no registry.');
  const iat = Math.floor(deps.now().getTime() / 1000);
  const plain = { iss: registry.origin, vct: 'urn:daricheh:identity:1', iat, exp: iat + 86_400, cnf: { jwk }, fictitious: true, ...open };
  return issueCredential({ x5c: [registry.seal.certificate], open: plain, disclosable: claims }, { ...deps, sign: registry.seal.sign });
}

async function fetchFromApp(app: TestApp, { url, method, form }: Parameters<ReadRequestPorts['fetchText']>[0]) {
  const { pathname, origin } = new URL(url);
  const agency = origin === originOf('passport') ? 'passport' : 'tax';
  const answer = await app.send(agency, pathname, form === undefined ? { method } : { method, form: { ...form } });
  return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', text: await answer.text() };
}
