import { createVerifyP256, sha256 } from '@daricheh/server/crypto';
import { decodeBase64Url } from '@daricheh/shared/encoding';
import { presentMdoc, verifyDeviceResponse } from '@daricheh/shared/mdoc';
import { createMdocWorld, createOwfContext, type MdocWorld, testNamespace, testTime } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { CoseKey, Verifier } from '@owf/mdoc';
import { measureTurns } from './measure.ts';
import type { BenchReport, BenchRow } from './report.ts';
import { createFloors, type SignedBytes } from './signature-floor.ts';

const seconds = 3;
const shown = ['family_name', 'given_name', 'document_number'].map((element) => [testNamespace, element] as const);

/**
 * Mdocs verified per second of one core: a licence of eight elements, of which three are shown, for one exchange over
 * the Digital Credentials API. The floor is two bare P-256 verifications (`createFloors`); both verifiers keep the
 * certificate that they have verified once. Aims: ours at 0.85 of the floor or more, and 3 times the library.
 */
export async function run(): Promise<BenchReport> {
  const world = await createMdocWorld();
  const mdoc = await world.issue();
  const response = await presentMdoc({ mdoc, elements: shown, transcript: world.transcript, sign: world.holder.sign });
  const { bare, asTravels } = createFloors(await catchSignatures(world, response));
  const rates = await measureTurns(
    { floor: bare, floorAsTravels: asTravels, ours: createOurs(world, response), library: createLibrary(world, response) },
    { seconds },
  );
  return { name: 'mdoc: responses with three elements, per second of one core', rows: toRows(rates), json: rates };
}

/** The two signatures of a response, caught as ours asks for them. */
async function catchSignatures(world: MdocWorld, response: string): Promise<readonly SignedBytes[]> {
  const caught: SignedBytes[] = [];
  const verifyP256: MdocWorld['ports']['verifyP256'] = (signed) => caught.push(signed) > 0;
  await verifyDeviceResponse(response, world.expected, { ...world.ports, verifyP256 });
  return caught;
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

function toRows({ floor, floorAsTravels, ours, library }: Record<'floor' | 'floorAsTravels' | 'ours' | 'library', number>): BenchRow[] {
  const row = (label: string, value: number, versus: string): BenchRow => ({ label, value, unit: '/s', versus });
  const against = (value: number) => `${(value / floor).toFixed(2)} of the floor`;
  return [
    row('floor: two bare P-256 verifications', floor, 'aim for ours: 0.85 of it'),
    row('  the same, r‖s by the option of node:crypto', floorAsTravels, against(floorAsTravels)),
    row('ours: every rule', ours, `${against(ours)}, ${(ours / library).toFixed(1)} × the library (aim: 3)`),
    row('@owf/mdoc', library, against(library)),
  ];
}
