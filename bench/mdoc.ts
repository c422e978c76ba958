import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createVerifyP256, sha256 } from '@daricheh/server/crypto';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import { presentMdoc, verifyDeviceResponse } from '@daricheh/shared/mdoc';
import { createMdocWorld, createOwfContext, type MdocWorld, testNamespace, testTime } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { CoseKey, Verifier } from '@owf/mdoc';
import { measureTurns } from './measure.ts';
import type { BenchReport, BenchRow } from './report.ts';

const seconds = 3;
const shown = ['family_name', 'given_name', 'document_number'].map((element) => [testNamespace, element] as const);

/**
 * Mdocs verified per second of one core: a licence of eight elements, of which three are shown, for one exchange over
 * the Digital Credentials API. The floor is two P-256 verifications by node:crypto with the keys at hand; both verifiers
 * keep the certificate that they have verified once.
 */
export async function run(): Promise<BenchReport> {
  const world = await createMdocWorld();
  const mdoc = await world.issue();
  const response = await presentMdoc({ mdoc, elements: shown, transcript: world.transcript, sign: world.holder.sign });
  const rates = await measureTurns(
    { floor: createFloor(world, response), ours: createOurs(world, response), library: createLibrary(world, response) },
    { seconds },
  );
  return { name: 'mdoc: responses with three elements, per second of one core', rows: toRows(rates), json: rates };
}

/** The two signatures of a response, caught as ours asks for them. */
async function catchSignatures(world: MdocWorld, response: string) {
  const caught: { key: KeyObject; data: Uint8Array; signature: Uint8Array }[] = [];
  const ports: MdocWorld['ports'] = {
    ...world.ports,
    verifyP256: ({ publicKey, data, signature }) => {
      caught.push({ key: createPublicKey({ key: { ...publicKey }, format: 'jwk' }), data, signature });
      return true;
    },
  };
  await verifyDeviceResponse(response, world.expected, ports);
  return caught;
}

function createFloor(world: MdocWorld, response: string): () => Promise<boolean> {
  const caught = catchSignatures(world, response);
  return async () =>
    (await caught).every(({ key, data, signature }) => verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature));
}

function createOurs(world: MdocWorld, response: string): () => Promise<unknown> {
  const verifyP256 = createVerifyP256();
  const ports = { verifyChain: createChainVerifier({ anchors: [world.root.der], verifyP256 }), verifyP256, sha256 };
  return () => verifyDeviceResponse(response, world.expected, ports);
}

/** Base64url is read each time, as ours reads it. */
function createLibrary({ root, transcript }: MdocWorld, response: string): () => Promise<unknown> {
  const context = createOwfContext({ fromJwk: (jwk) => CoseKey.fromJwk(jwk) });
  const options = { sessionTranscript: transcript, trustedCertificates: [root.der], now: testTime };
  return () => Verifier.verifyDeviceResponse({ ...options, deviceResponse: decodeBase64Url(response) }, context);
}

function toRows({ floor, ours, library }: Record<'floor' | 'ours' | 'library', number>): BenchRow[] {
  return [
    { label: 'floor: two bare P-256 verifications', value: floor, unit: '/s' },
    {
      ...{ label: 'ours: every rule', value: ours, unit: '/s' },
      versus: `${(ours / floor).toFixed(2)} of the floor, ${(ours / library).toFixed(1)} × the library`,
    },
    { label: '@owf/mdoc', value: library, unit: '/s', versus: `${(library / floor).toFixed(2)} of the floor` },
  ];
}
