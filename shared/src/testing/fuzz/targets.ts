import { readCbor, writeCbor } from '../../cbor/index.ts';
import {
  createStatusList,
  inflateZlib,
  issueStatusToken,
  presentCredential,
  verifyCredential,
  verifyStatusToken,
} from '../../credential/index.ts';
import { decodeBase64Url, encodeBase64Url, encodeUtf8, type Json, parseStrictJson } from '../../encoding/index.ts';
import { createKeyProof, parseOfferLink, readCredentialOffer, verifyKeyProof } from '../../issuance/index.ts';
import { verifyDeviceResponse } from '../../mdoc/index.ts';
import { parseDcqlRequest } from '../../presentation/index.ts';
import { decryptResponse } from '../../presentation/response-encryption.ts';
import { parseRequestLink } from '../../presentation/wallet/request-link.ts';
import { buildTimeStampRequest, parseTimeStampRequest, verifyTimeStamp } from '../../timestamp/index.ts';
import { createChainVerifier, encodeX5c, parseCertificate } from '../../x509/index.ts';
import {
  createPresentationWorld,
  createRequestReader,
  createTestRoot,
  createTestTimeStampCertificate,
  createTimeStampPorts,
  describeTestAuthority,
  encryptResponse,
  expectCredential,
  issueTestIdentity,
  issueTestTimeStamp,
  randomBytes,
  sha256,
  testAudience,
  testNonce,
  testQuery,
  testTime,
  verifyP256,
} from '../index.ts';
import { createMdocWorld } from '../mdoc-world.ts';
import { mutateBytes, mutateJson, mutateText, type Random } from './mutate.ts';

/**
 * A reader under fire. `sound` is what it takes; `change` makes something else of it; `read` is the reader. What `read`
 * returns for a changed input must be the very `sound` one again where `isSealed`: nobody but its author may change it.
 */
export type FuzzTarget = {
  readonly name: string;
  readonly isSealed: boolean;
  readonly sound: string;
  readonly change: (sound: string, random: Random) => string;
  readonly read: (input: string) => unknown;
};

/** Same text, same bytes: base64url is read strictly, so that no second text stands for them. */
const sealedText = (name: string, sound: string, read: FuzzTarget['read']): FuzzTarget => ({
  ...{ name, isSealed: true, sound, read, change: mutateText },
});

/** Bytes travel as Latin-1 text here, so that one harness serves all. */
const sealedBytes = (name: string, sound: Uint8Array<ArrayBuffer>, read: (bytes: Uint8Array<ArrayBuffer>) => unknown): FuzzTarget => ({
  ...{ name, isSealed: true, sound: toText(sound) },
  change: (text, random) => toText(mutateBytes(toBytes(text), random)),
  read: (text) => read(toBytes(text)),
});

const openBytes = (...told: Parameters<typeof sealedBytes>): FuzzTarget => ({ ...sealedBytes(...told), isSealed: false });

const openText = (name: string, sound: string, read: FuzzTarget['read']): FuzzTarget => ({
  ...sealedText(name, sound, read),
  isSealed: false,
});

const openJson = (name: string, sound: Json, read: (value: Json) => unknown): FuzzTarget => ({
  ...{ name, isSealed: false, sound: JSON.stringify(sound) },
  change: (text, random) => JSON.stringify(mutateJson(JSON.parse(text) as Json, random)),
  read: (text) => read(parseStrictJson(text)),
});

/** Every reader of foreign input in `shared` that can be fed alone. */
export async function createFuzzTargets(): Promise<readonly FuzzTarget[]> {
  const world = await createPresentationWorld();
  const offer = { credential_issuer: 'https://registry.example', credential_configuration_ids: ['identity'], grants: preAuthorized };
  return [
    sealedText('presentation', await presentSound(world), (text) =>
      verifyCredential(text, expectCredential(world.issuer), world.issuer.ports),
    ),
    ...(await createMdocTargets()),
    await createStatusTarget(world),
    sealedText('request object', await world.sign(), (text) => createRequestReader(world).readSigned(text)),
    sealedText('encrypted response', await encryptSound(world), (text) => decryptResponse(text, world.decryptionKey)),
    await createProofTarget(world),
    await createTimeStampTarget(),
    openBytes('time-stamp request', buildTimeStampRequest(randomBytes(32), randomBytes(16)), parseTimeStampRequest),
    sealedBytes('certificate', world.seal.der, (der) => verifyCertificate(world, der)),
    openText('base64url', encodeBase64Url(encodeUtf8('دریچه, a small window')), (text) =>
      sameAgain(text, encodeBase64Url(decodeBase64Url(text))),
    ),
    openText('strict JSON', '{"a":[1,2,{"b":"ی\\u06cc"}],"c":null}', (text) => JSON.stringify(parseStrictJson(text))),
    openText('offer link', `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`, parseOfferLink),
    openJson('offer', offer, readCredentialOffer),
    openText(
      'request link',
      'openid4vp://?client_id=x509_hash%3Aabc&request_uri=https%3A%2F%2Ftax.example%2Fr&request_uri_method=post',
      parseRequestLink,
    ),
    openJson('query', testQuery as Json, parseDcqlRequest),
    openJson('unsigned request', unsignedRequest, (value) => createRequestReader(world).readUnsigned(value as object)),
  ];
}

type World = Awaited<ReturnType<typeof createPresentationWorld>>;

const preAuthorized = { 'urn:ietf:params:oauth:grant-type:pre-authorized_code': { 'pre-authorized_code': 'abc' } };
const unsignedRequest: Json = { response_type: 'vp_token', response_mode: 'dc_api', nonce: testNonce, dcql_query: testQuery as Json };

async function presentSound({ issuer, holder }: World): Promise<string> {
  const credential = await issueTestIdentity(issuer, holder);
  const keyBinding = { nonce: testNonce, audience: testAudience, transactionData: [], at: testTime, sign: holder.sign };
  return presentCredential({ credential, paths: [['given_name'], ['address', 'postal_code']], keyBinding }, { sha256 });
}

async function createMdocTargets(): Promise<readonly FuzzTarget[]> {
  const { forge, expected, ports } = await createMdocWorld();
  const response = await forge();
  const read = (text: string) => verifyDeviceResponse(text, expected, ports);
  return [
    sealedText('mdoc', response, read),
    sealedBytes('mdoc, its bytes', decodeBase64Url(response), (bytes) => read(encodeBase64Url(bytes))),
    openBytes('CBOR', decodeBase64Url(response), (bytes) => sameAgain(toText(bytes), toText(writeCbor(readCbor(bytes))))),
  ];
}

async function createStatusTarget({ issuer }: World): Promise<FuzzTarget> {
  const uri = `${issuer.origin}/status/1`;
  const content = { uri, bits: 2 as const, list: createStatusList(256, 2), at: testTime, ttlSeconds: 600, lifetimeSeconds: 86_400 };
  const token = await issueStatusToken({ ...content, x5c: issuer.x5c }, issuer.seal.key.sign);
  const ports = { ...issuer.ports, inflate: inflateZlib };
  return sealedText('status token', token, (text) => verifyStatusToken(text, { uri, issuer: issuer.origin, at: testTime }, ports));
}

async function createProofTarget({ issuer, holder }: World): Promise<FuzzTarget> {
  const proof = await createKeyProof({ issuer: issuer.origin, nonce: testNonce, at: testTime, key: holder });
  return sealedText('key proof', proof, (text) => verifyKeyProof(text, { issuer: issuer.origin, at: testTime }, verifyP256));
}

async function createTimeStampTarget(): Promise<FuzzTarget> {
  const root = await createTestRoot();
  const imprint = await sha256(encodeUtf8('stamped'));
  const authority = describeTestAuthority(await createTestTimeStampCertificate(root));
  const token = await issueTestTimeStamp(authority, { imprint, at: testTime });
  // A verifier that remembers nothing, as for certificates.
  return sealedBytes('time stamp', token, (bytes) => verifyTimeStamp(bytes, { imprint }, createTimeStampPorts([root.der])));
}

function encryptSound({ decryptionKey: { d: _kept, ...key } }: World): Promise<string> {
  return encryptResponse({ vp_token: { identity: ['a~b'] } }, { key, enc: 'A128GCM' });
}

/** A verifier that remembers nothing: each certificate is read and verified anew. */
async function verifyCertificate({ issuer }: World, der: Uint8Array<ArrayBuffer>): Promise<unknown> {
  parseCertificate(der);
  return createChainVerifier({ anchors: [issuer.root.der], verifyP256 })(encodeX5c([der]), { at: testTime });
}

/** For readers without a seal of their own: what was read, written again, must be what came. */
function sameAgain(input: string, written: string): void {
  if (input !== written) throw new Error('Two texts stand for the same bytes.');
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
