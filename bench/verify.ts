import { createVerifyP256, sha256 } from '@daricheh/server/crypto';
import {
  type Bytes,
  type CredentialPorts,
  createStatusChecker,
  createStatusList,
  inflateZlib,
  issueStatusToken,
  parseSdJwt,
  presentCredential,
  verifyCredential,
} from '@daricheh/shared/credential';
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
import { measureTurns } from './measure.ts';
import type { BenchReport, BenchRow } from './report.ts';
import { createFloors, type SignedBytes } from './signature-floor.ts';

const seconds = 3;
const statusEntries = 100_000;
/** More than the keys that a verifier keeps. */
const manyHolders = 1200;

/**
 * Presentations verified per second of one core: a credential with five claims to withhold, of which two are shown, and its key
 * binding; with and without a look at a status list of 100,000 entries. The floor is what no verifier can do without, two
 * bare P-256 verifications (`createFloors`).
 *
 * Aims: ours at 0.85 of the floor or more, and 3 times the library. The second can be met only where the library stands
 * below a third of the floor: whoever verifies two signatures cannot be quicker than to verify two signatures. Beside a
 * status list the library verifies and inflates the whole list each time, and there the aim means something.
 */
export async function run(): Promise<BenchReport> {
  const world = await createWorld();
  const floors = createFloors(listSigned(world, world.plain));
  const rates = await measureTurns(
    {
      floor: floors.bare,
      floorAsTravels: floors.asTravels,
      ours: createOurs(world, world.plain, null),
      library: createLibrary(world, world.plain),
      floorWithStatus: createFloors(listSigned(world, world.withStatus)).bare,
      oursWithStatus: createOurs(world, world.withStatus, createStatusCheck(world)),
      libraryWithStatus: createLibrary(world, world.withStatus),
      everyHolderNew: createNewHolders(world),
      ...createParts(world),
    },
    { seconds },
  );
  return { name: 'verify: SD-JWT VC with key binding, per second of one core', rows: toRows(rates), json: rates };
}

type World = {
  readonly issuer: TestIssuer;
  readonly holder: TestKey;
  readonly plain: string;
  readonly withStatus: string;
  readonly statusToken: string;
  readonly ofManyHolders: readonly string[];
};

async function createWorld(): Promise<World> {
  const issuer = await createTestIssuer();
  const holder = createTestKey();
  const uri = `${issuer.origin}/status-lists/1`;
  const list = createStatusList(statusEntries, 1);
  const content = { uri, bits: 1, list, at: testTime, ttlSeconds: 600, lifetimeSeconds: 86_400, x5c: issuer.x5c } as const;
  const ofManyHolders: string[] = [];
  for (let count = 0; count < manyHolders; count++) ofManyHolders.push(await present(issuer, createTestKey()));
  return {
    issuer,
    holder,
    plain: await present(issuer, holder),
    withStatus: await present(issuer, holder, { status: { status_list: { idx: 4711, uri } } }),
    statusToken: await issueStatusToken(content, issuer.seal.key.sign),
    ofManyHolders,
  };
}

async function present(issuer: TestIssuer, holder: TestKey, open = {}): Promise<string> {
  const credential = await issueTestIdentity(issuer, holder, open);
  const keyBinding = { nonce: testNonce, audience: testAudience, transactionData: [], at: testTime, sign: holder.sign };
  return presentCredential({ credential, paths: [['given_name'], ['address', 'postal_code']], keyBinding }, { sha256 });
}

/** The two signatures of a presentation: the issuer's and the holder's. */
function listSigned({ issuer, holder }: World, text: string): readonly SignedBytes[] {
  const parts = text.split('~');
  return [readSigned(parts[0] ?? '', issuer.seal.key), readSigned(parts.at(-1) ?? '', holder)];
}

function readSigned(jws: string, { publicKey }: TestKey): SignedBytes {
  const end = jws.lastIndexOf('.');
  return { data: encodeUtf8(jws.slice(0, end)), signature: decodeBase64Url(jws.slice(end + 1)), publicKey };
}

function createPorts({ issuer }: World): CredentialPorts {
  const verifyP256 = createVerifyP256();
  return { verifyChain: createChainVerifier({ anchors: [issuer.root.der], verifyP256 }), verifyP256, sha256 };
}

type StatusCheck = ReturnType<typeof createStatusChecker>;

function createStatusCheck(world: World): StatusCheck {
  const ports = { ...createPorts(world), inflate: inflateZlib, now: () => testTime };
  return createStatusChecker({ ...ports, fetchStatusList: async () => world.statusToken });
}

function createOurs(world: World, text: string, checkStatus: StatusCheck | null): () => Promise<unknown> {
  const ports = createPorts(world);
  const expected = expectCredential(world.issuer);
  return async () => {
    const { status, issuer } = await verifyCredential(text, expected, ports);
    if (checkStatus === null) return;
    if (status === null) throw new Error('The credential names no status.');
    await checkStatus(status, { issuer, whenUnreachable: 'refuse' });
  };
}

/** The same, where no holder's key was seen before: each is imported, at about the cost of one verification. */
function createNewHolders(world: World): () => Promise<unknown> {
  const ports = createPorts(world);
  const expected = expectCredential(world.issuer);
  let next = 0;
  return () => verifyCredential(world.ofManyHolders[next++ % manyHolders] ?? '', expected, ports);
}

function createLibrary({ issuer, holder, statusToken }: World, text: string): () => Promise<unknown> {
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
    statusListFetcher: async () => statusToken,
  });
  return () => library.verify(text, { currentDate: testTime.getTime() / 1000, keyBindingNonce: testNonce });
}

/** The work of ours beside the signatures: as a whole, and two parts of it alone. */
function createParts(world: World) {
  const ports: CredentialPorts = { ...createPorts(world), verifyP256: () => true };
  const expected = expectCredential(world.issuer);
  const { presented, disclosures } = parseSdJwt(world.plain);
  const hashed: readonly Bytes[] = [presented, ...disclosures.map(({ ascii }) => ascii)];
  return {
    withoutSignatures: () => verifyCredential(world.plain, expected, ports),
    reading: () => parseSdJwt(world.plain),
    hashing: () => hashed.map(sha256),
  };
}

type Rates = Readonly<
  Record<
    | 'floor'
    | 'floorAsTravels'
    | 'ours'
    | 'library'
    | 'floorWithStatus'
    | 'oursWithStatus'
    | 'libraryWithStatus'
    | 'everyHolderNew'
    | 'withoutSignatures'
    | 'reading'
    | 'hashing',
    number
  >
>;

function toRows(rates: Rates): BenchRow[] {
  const { floor, ours, library, floorWithStatus, oursWithStatus, libraryWithStatus } = rates;
  const row = (label: string, value: number, versus?: string): BenchRow => ({ label, value, unit: '/s', ...(versus ? { versus } : {}) });
  const ofFloor = (value: number, bottom = floor) => `${(value / bottom).toFixed(2)} of the floor`;
  const against = (value: number, bottom: number, peer: number) => `${ofFloor(value, bottom)}, ${(value / peer).toFixed(1)} × the library`;
  return [
    row('floor: two bare P-256 verifications', floor, 'aim for ours: 0.85 of it'),
    row('  the same, r‖s by the option of node:crypto', rates.floorAsTravels, ofFloor(rates.floorAsTravels)),
    row('ours: every rule', ours, against(ours, floor, library)),
    row('@sd-jwt/sd-jwt-vc', library, `${ofFloor(library)}: nobody who verifies both can be ${reach(floor, library)} × as quick`),
    row(`floor, beside a status list of ${statusEntries}`, floorWithStatus),
    row('ours, the status looked up', oursWithStatus, against(oursWithStatus, floorWithStatus, libraryWithStatus)),
    row('@sd-jwt/sd-jwt-vc, the status looked up', libraryWithStatus, 'keeps no list: verifies and inflates it each time'),
    row('ours, every holder’s key new', rates.everyHolderNew, `${ofFloor(rates.everyHolderNew)}: a key is imported each time`),
    ...explainRest(rates),
  ];
}

/** More than this times the library would be more than the floor. */
function reach(floor: number, library: number): string {
  return (floor / library).toFixed(1);
}

/** Where ours spends what the floor does not, in microseconds for each presentation. */
function explainRest({ floor, ours, withoutSignatures, reading, hashing }: Rates): BenchRow[] {
  const row = (label: string, value: number): BenchRow => ({ label: `  ${label}`, value, unit: 'µs' });
  const [rest, alone] = [1e6 / ours - 1e6 / floor, 1e6 / withoutSignatures];
  return [
    { label: 'beyond the floor', value: rest, unit: 'µs' },
    row('reading base64url and strict JSON', 1e6 / reading),
    row('three hashes', 1e6 / hashing),
    row('the rules, and what was kept looked up', alone - 1e6 / reading - 1e6 / hashing),
    row('the same code after a signature has emptied the caches', rest - alone),
  ];
}
