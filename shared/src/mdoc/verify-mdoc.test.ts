import { beforeAll, describe, expect, it } from 'vitest';
import { type Cbor, CborTag, embedCbor, makeCborMap, readCbor, writeCbor } from '../cbor/index.ts';
import type { Bytes, RegisteredIssuer } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import type { AppError } from '../errors/index.ts';
import { createTestCertificate, createTestKey, createTestSeal, KeyUsageFlags, randomBytes, sha256, testTime } from '../testing/index.ts';
import {
  createMdocWorld,
  embed,
  type MdocForgery,
  type MdocWorld,
  testDocType,
  testElements,
  testMdocExchange,
  testNamespace,
} from '../testing/mdoc-world.ts';
import {
  buildApiTranscript,
  buildPostTranscript,
  documentSignerPurpose,
  issueMdoc,
  openMdoc,
  presentMdoc,
  verifyDeviceResponse,
  verifyIssuedMdoc,
} from './index.ts';

let world: MdocWorld;

beforeAll(async () => {
  world = await createMdocWorld();
});

const seconds = (count: number) => new Date(testTime.getTime() + count * 1000);
const verify = (response: string, changes: Partial<MdocWorld['expected']> = {}, ports = world.ports) =>
  verifyDeviceResponse(response, { ...world.expected, ...changes }, ports);

/** The code, the step and the part that a forgery is refused by. */
async function refuse(forgery: MdocForgery, changes: Partial<MdocWorld['expected']> = {}): Promise<unknown> {
  return explain(verify(await world.forge(forgery), changes));
}

function explain(verification: Promise<unknown>): Promise<unknown> {
  return verification.then(
    () => 'accepted',
    ({ code, facts }: AppError) => [code, ...(facts['step'] ? [facts['step']] : []), facts['what'] ?? facts['rule']].join(' '),
  );
}

const tdate = (date: Date) => new CborTag(0, date.toISOString().replace('.000Z', 'Z'));
const validity = (from: Date, until: Date, signed = from): MdocForgery => ({
  object: (object) => object.set('validityInfo', makeCborMap({ signed: tdate(signed), validFrom: tdate(from), validUntil: tdate(until) })),
});
const map = (value: Cbor | undefined) => value as Map<number | string, Cbor>;
const digests = (object: Map<number | string, Cbor>) => map(map(object.get('valueDigests')).get(testNamespace));
const items = (parts: Map<number | string, Cbor>) => map(parts.get('nameSpaces')).get(testNamespace) as CborTag[];
const deviceSignature = (document: Map<number | string, Cbor>) =>
  map(map(document.get('deviceSigned')).get('deviceAuth')).get('deviceSignature') as Cbor[];

describe('an mdoc', () => {
  it('is issued, opened, shown in part and verified', async () => {
    const status = { uri: `${world.origin}/daricheh/status-lists/1`, index: 7 };
    const mdoc = await world.issue({ status });
    const privileges = [{ vehicle_category_code: 'B', issue_date: '2020-01-01' }];
    const claims = { ...testElements, birth_date: '1985-09-27', portrait: '_9j_', driving_privileges: privileges };
    expect(openMdoc(mdoc)).toMatchObject({ docType: testDocType, claims: { [testNamespace]: claims }, status });
    await expect(verifyIssuedMdoc(mdoc, world.expected, world.ports)).resolves.toMatchObject({ issuer: world.origin, status });

    const elements = ['age_over_18', 'family_name'].map((element) => [testNamespace, element] as const);
    const response = await presentMdoc({ mdoc, elements, transcript: world.transcript, sign: world.holder.sign });
    const verified = await verify(response);
    expect(verified).toMatchObject({ issuer: world.origin, docType: testDocType, status, holderKey: world.holder.publicKey });
    expect(verified.claims).toEqual({ [testNamespace]: { family_name: 'رضایی', age_over_18: true } });
    expect(verified.steps).toEqual([
      ...['doc_type', 'algorithm', 'issuer_signature', 'signed_doc_type', 'digest_algorithm', 'duplicates', 'digests', 'validity'],
      ...['device_elements', 'device_signature'],
    ]);
  });

  it('may be shown without any element: that the licence is held is all it then says', async () => {
    const mdoc = await world.issue();
    const response = await presentMdoc({ mdoc, elements: [], transcript: world.transcript, sign: world.holder.sign });
    await expect(verify(response)).resolves.toMatchObject({ claims: {} });
  });

  it('W10: shows no element that it does not hold', async () => {
    const mdoc = await world.issue();
    const elements = [[testNamespace, 'weight'] as const];
    const presented = presentMdoc({ mdoc, elements, transcript: world.transcript, sign: world.holder.sign });
    await expect(presented).rejects.toMatchObject({ code: 'claim_missing' });
  });

  it('deals its digest ids anew each time', async () => {
    const order = async () => JSON.stringify([...readDigestIds(await world.issue())]);
    const orders = new Set(await Promise.all(Array.from({ length: 8 }, order)));
    expect(orders.size).toBeGreaterThan(1);
  });

  it('is not issued with more elements than a verifier reads', async () => {
    const elements = Object.fromEntries(Array.from({ length: 65 }, (_none, at) => [`e${at}`, at]));
    await expect(world.issue({ elements })).rejects.toMatchObject({ code: 'mdoc_invalid', facts: { what: 'element_count' } });
  });

  it('is taken with a chain of two, and with the algorithm that names its curve', async () => {
    const authority = await createTestCertificate({
      name: 'CA',
      issuer: world.root,
      authority: { pathLength: 0 },
      keyUsage: KeyUsageFlags.keyCertSign,
    });
    const signer = await createTestSeal(authority, world.origin, { purposes: [documentSignerPurpose] });
    expect(await refuse({ signer, x5chain: [signer.der, authority.der] })).toBe('accepted');
  });
});

function* readDigestIds(mdoc: string): Generator<unknown> {
  const parts = map(readCbor(decodeBase64Url(mdoc)));
  for (const item of items(parts)) yield map(readCbor(item.value as Bytes)).get('digestID');
}

describe('C8: what is bound to an exchange', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin with its prefix', { origin: 'origin:https://bank.example' }],
    ['another nonce', { nonce: 'another-nonce-of-128-bits' }],
    ['a key to encrypt to that was not asked for', { encryptionKey: createTestKey().publicKey }],
  ])('is refused with %s', async (_name, changes) => {
    const transcript = await buildApiTranscript({ ...testMdocExchange, ...changes }, sha256);
    expect(await refuse({ transcript })).toBe('mdoc_invalid device_signature device_signature');
  });

  it('is refused when it was made for a link', async () => {
    const exchange = {
      clientId: 'x509_hash:abc',
      nonce: testMdocExchange.nonce,
      encryptionKey: null,
      responseUri: 'https://bank.example/a',
    };
    expect(await refuse({ transcript: await buildPostTranscript(exchange, sha256) })).toBe(
      'mdoc_invalid device_signature device_signature',
    );
  });

  it('is refused when the transcript is not the one that the verifier sees', async () => {
    expect(await refuse({ transcript: writeCbor([null, null, []]) })).toBe('mdoc_invalid device_signature device_signature');
  });

  it.each<[string, () => MdocForgery, string]>([
    ['another key than the issuer bound', () => ({ device: createTestKey() }), 'device_signature device_signature'],
    ['a signature for another type', () => ({ signedDocType: 'org.example.other' }), 'device_signature device_signature'],
    [
      'elements that the device adds',
      () => ({
        document: (document) =>
          map(document.get('deviceSigned')).set('nameSpaces', embed(new Map([['x', new Map([['age_over_18', true]])]]))),
      }),
      'device_elements device_elements',
    ],
    [
      'another algorithm',
      () => ({ document: (document) => (deviceSignature(document)[0] = writeCbor(new Map([[1, -35]]))) }),
      'device_signature device_signature_form',
    ],
    [
      'a critical header',
      () => ({
        document: (document) =>
          (deviceSignature(document)[0] = writeCbor(
            new Map<number, Cbor>([
              [1, -7],
              [2, [99]],
            ]),
          )),
      }),
      'device_signature device_signature_form',
    ],
    [
      'its payload along with it',
      () => ({ document: (document) => (deviceSignature(document)[2] = new Uint8Array(1)) }),
      'device_signature device_signature_form',
    ],
    [
      'a signature cut short',
      () => ({ document: (document) => (deviceSignature(document)[3] = new Uint8Array(63)) }),
      'device_signature device_signature',
    ],
    [
      'a MAC',
      () => ({
        document: (document) => map(document.get('deviceSigned')).set('deviceAuth', makeCborMap({ deviceMac: deviceSignature(document) })),
      }),
      'device_auth',
    ],
    [
      'a MAC beside the signature',
      () => ({ document: (document) => map(map(document.get('deviceSigned')).get('deviceAuth')).set('deviceMac', []) }),
      'device_auth',
    ],
    ['nothing signed', () => ({ document: (document) => document.delete('deviceSigned') }), 'device_signed'],
  ])('is refused with %s', async (_name, forgery, where) => {
    expect(await refuse(forgery())).toBe(`mdoc_invalid ${where}`);
  });
});

describe('C8: what the issuer signed', () => {
  it('is refused when it is swapped for that of another', async () => {
    const other = map(readCbor(decodeBase64Url(await (await createMdocWorld()).issue())));
    const mine = map(readCbor(decodeBase64Url(await world.issue())));
    const swap = (part: string, from: Map<number | string, Cbor>) => (parts: Map<number | string, Cbor>) =>
      parts.set(part, from.get(part) ?? null);
    expect(await refuse({ issuerSigned: swap('nameSpaces', mine) })).toBe('mdoc_invalid digests digest');
    expect(await refuse({ issuerSigned: swap('issuerAuth', mine) })).toBe('mdoc_invalid digests digest');
    expect(await refuse({ document: (document) => document.set('issuerSigned', mine) })).toBe('accepted');
    expect(await refuse({ document: (document) => document.set('issuerSigned', other) })).toMatch(/^issuer_not_trusted issuer_signature/);
  });

  it('is refused when it belongs to another holder', async () => {
    const stolen = await createMdocWorld();
    const thief = createTestKey();
    const response = await presentMdoc({ mdoc: await stolen.issue(), elements: [], transcript: world.transcript, sign: thief.sign });
    expect(await explain(verify(response, {}, stolen.ports))).toBe('mdoc_invalid device_signature device_signature');
  });

  it.each<[string, MdocForgery, string]>([
    ['a digest that is missing', { object: (object) => digests(object).delete(0) }, 'digests digest_missing'],
    [
      'the digests of its namespace missing',
      { object: (object) => map(object.get('valueDigests')).delete(testNamespace) },
      'digests digest_missing',
    ],
    ['a digest that is another', { object: (object) => digests(object).set(0, new Uint8Array(32)) }, 'digests digest'],
    ['a digest cut short', { object: (object) => digests(object).set(0, new Uint8Array()) }, 'digests digest'],
    ['digests that are text', { object: (object) => digests(object).set(0, 'x') }, 'value_digests'],
    ['digest ids that are text', { object: (object) => digests(object).set('0', new Uint8Array(32)) }, 'value_digests'],
    ['another digest algorithm', { object: (object) => object.set('digestAlgorithm', 'SHA-1') }, 'digest_algorithm digest_algorithm'],
    ['another value', { item: (item) => item.set('elementValue', 'Sara') }, 'digests digest'],
    ['another name', { item: (item) => item.set('elementIdentifier', 'x') }, 'duplicates element_twice'],
    ['another salt', { item: (item) => item.set('random', randomBytes(32)) }, 'digests digest'],
    ['a salt that can be guessed', { item: (item) => item.set('random', randomBytes(15)) }, 'random'],
    ['a member more', { item: (item) => item.set('more', 1) }, 'digests digest'],
    ['no value', { item: (item) => item.delete('elementValue') }, 'item'],
    ['a negative digest id', { item: (item) => item.set('digestID', -1) }, 'item'],
    ['an element twice', { issuerSigned: (parts) => items(parts).push(items(parts)[0] as CborTag) }, 'duplicates element_twice'],
    [
      'an element under another namespace',
      { issuerSigned: (parts) => parts.set('nameSpaces', new Map([['org.example', items(parts)]])) },
      'digests digest_missing',
    ],
    ['an element that is not embedded', { issuerSigned: (parts) => items(parts).push(new CborTag(23, new Uint8Array(1))) }, 'item'],
    ['an element that is no CBOR', { issuerSigned: (parts) => items(parts).push(new CborTag(24, Uint8Array.of(0xff))) }, 'item'],
    ['a name that every object inherits', { item: (item) => item.set('elementIdentifier', '__proto__') }, 'name'],
    ['another version', { object: (object) => object.set('version', '2.0') }, 'version'],
    ['a key on another curve', { object: (object) => map(map(object.get('deviceKeyInfo')).get('deviceKey')).set(-1, 2) }, 'device_key'],
    [
      'a private key',
      { object: (object) => map(map(object.get('deviceKeyInfo')).get('deviceKey')).set(-4, new Uint8Array(32)) },
      'device_key',
    ],
    [
      'a key cut short',
      { object: (object) => map(map(object.get('deviceKeyInfo')).get('deviceKey')).set(-2, new Uint8Array(31)) },
      'device_key',
    ],
    ['no key', { object: (object) => object.delete('deviceKeyInfo') }, 'device_key'],
    [
      'a key off the curve',
      { object: (object) => map(map(object.get('deviceKeyInfo')).get('deviceKey')).set(-2, new Uint8Array(32)) },
      'device_signature device_signature',
    ],
    ['a status that cannot be read', { object: (object) => object.set('status', makeCborMap({ other: 1 })) }, 'status'],
    ['a status that is no map', { object: (object) => object.set('status', 1) }, 'status'],
    ['no signature', { issuerSigned: (parts) => parts.delete('issuerAuth') }, 'issuer_auth'],
    ['its payload apart', { issuerSigned: (parts) => ((parts.get('issuerAuth') as Cbor[])[2] = null) }, 'issuer_auth'],
    [
      'another signature',
      { issuerSigned: (parts) => ((parts.get('issuerAuth') as Cbor[])[3] = new Uint8Array(64)) },
      'issuer_signature issuer_signature',
    ],
    [
      'the algorithm none',
      { issuerSigned: (parts) => ((parts.get('issuerAuth') as Cbor[])[0] = writeCbor(new Map())) },
      'algorithm algorithm',
    ],
    [
      'a symmetric algorithm',
      { issuerSigned: (parts) => ((parts.get('issuerAuth') as Cbor[])[0] = writeCbor(new Map([[1, 5]]))) },
      'algorithm algorithm',
    ],
    [
      'a critical header',
      {
        issuerSigned: (parts) =>
          ((parts.get('issuerAuth') as Cbor[])[0] = writeCbor(
            new Map<number, Cbor>([
              [1, -7],
              [2, [99]],
            ]),
          )),
      },
      'algorithm algorithm',
    ],
    ['another type in the document', { document: (document) => document.set('docType', 'org.example.other') }, 'doc_type doc_type'],
    [
      'another type in what is signed',
      { object: (object) => object.set('docType', 'org.example.other') },
      'signed_doc_type signed_doc_type',
    ],
    ['two documents', { response: (response) => response.set('documents', [new Map(), new Map()]) }, 'documents'],
    ['no document', { response: (response) => response.set('documents', []) }, 'document'],
    ['a status that says error', { response: (response) => response.set('status', 10) }, 'response'],
    ['errors beside its documents', { response: (response) => response.set('documentErrors', []) }, 'response'],
    ['a member that nobody reads', { issuerSigned: (parts) => parts.set('more', 1) }, 'issuer_signed'],
    ['another version of the response', { response: (response) => response.set('version', '2.0') }, 'response'],
  ])('is refused with %s', async (_name, forgery, where) => {
    expect(await refuse(forgery)).toBe(`mdoc_invalid ${where}`);
  });

  it('is refused when the type is not the one asked for', async () => {
    expect(await refuse({}, { docTypes: ['org.iso.7367.1.mVRC'] })).toBe('mdoc_invalid doc_type doc_type');
  });

  it('is refused under two elements of one digest id', async () => {
    const twice = (parts: Map<number | string, Cbor>) => {
      const [first, second] = items(parts);
      const item = map(readCbor(second?.value as Bytes)).set('digestID', map(readCbor(first?.value as Bytes)).get('digestID') ?? 0);
      items(parts)[1] = embed(item);
    };
    expect(await refuse({ issuerSigned: twice })).toBe('mdoc_invalid duplicates digest_twice');
  });

  it('validityInfo counts to the second, give or take a minute', async () => {
    expect(await refuse(validity(seconds(60), seconds(3600), seconds(0)))).toBe('accepted');
    expect(await refuse(validity(seconds(61), seconds(3600), seconds(0)))).toBe('mdoc_invalid validity not_yet_valid');
    expect(await refuse(validity(seconds(-3600), seconds(-59)))).toBe('accepted');
    expect(await refuse(validity(seconds(-3600), seconds(-60)))).toBe('mdoc_invalid validity expired');
    expect(await refuse(validity(seconds(0), seconds(3600), seconds(1)))).toBe('mdoc_invalid validity signed_at');
    expect(await refuse(validity(seconds(0), seconds(3600), new Date('2025-12-31T23:59:59Z')))).toBe('mdoc_invalid validity signed_at');
  });

  it.each<[string, Cbor]>([
    ['a fraction of a second', new CborTag(0, '2026-06-01T12:00:00.000Z')],
    ['a time zone', new CborTag(0, '2026-06-01T12:00:00+00:00')],
    ['a day that there is not', new CborTag(0, '2026-02-30T12:00:00Z')],
    ['text without its tag', '2026-06-01T12:00:00Z'],
    ['a number', new CborTag(1, 1_780_000_000)],
  ])('is refused with a date that is %s', async (_name, date) => {
    const object: MdocForgery['object'] = (members) => map(members.get('validityInfo')).set('validFrom', date);
    expect(await refuse({ object })).toBe('mdoc_invalid validity_info');
  });
});

describe('C2: who signs an mdoc', () => {
  it('is a document signer under an anchor, of an issuer that the trust list names for the type', async () => {
    const purposes = [documentSignerPurpose];
    const seal = await createTestSeal(world.root, world.origin);
    const webServer = await createTestSeal(world.root, world.origin, { purposes: ['1.3.6.1.5.5.7.3.1'] });
    const stranger = await createTestSeal(world.root, 'https://stranger.example', { purposes });
    const expired = await createTestSeal(world.root, world.origin, { purposes, notAfter: new Date('2026-05-01T00:00:00Z') });
    expect(await refuse({ signer: seal })).toBe('certificate_usage_invalid issuer_signature extended_key_usage');
    expect(await refuse({ signer: webServer })).toBe('certificate_usage_invalid issuer_signature extended_key_usage');
    expect(await refuse({ signer: stranger })).toBe('issuer_not_trusted issuer_signature trust_list');
    expect(await refuse({ signer: expired })).toBe('certificate_expired issuer_signature V2');
    expect(await refuse({ x5chain: [] })).toMatch(/^certificate_malformed issuer_signature/);
    expect(await refuse({ x5chain: [world.root.der] })).toMatch(/^certificate_chain_invalid issuer_signature/);
    const issuers = (documents: RegisteredIssuer['documents']) => ({ issuers: [{ issuer: world.origin, documents }] });
    expect(await refuse({}, issuers([{ vct: testDocType }]))).toBe('issuer_not_trusted issuer_signature trust_list');
    expect(await refuse({}, issuers([{ doctype: testDocType, certificateHashes: ['x'] }]))).toBe(
      'issuer_not_trusted issuer_signature certificate',
    );
  });
});

describe('C8: the bytes of a response', () => {
  const bytes = async () => decodeBase64Url(await world.forge());
  const judge = (response: Uint8Array<ArrayBuffer>) => explain(verify(encodeBase64Url(response)));

  it('are refused when they are no CBOR of ours: indefinite, with a key twice, something behind, cut off', async () => {
    const sound = await bytes();
    expect(await judge(new Uint8Array([0xbf, ...sound.subarray(1), 0xff]))).toBe('mdoc_invalid response');
    expect(await judge(new Uint8Array([0xa4, ...sound.subarray(1), ...writeCbor('status'), 0]))).toBe('mdoc_invalid response');
    expect(await judge(new Uint8Array([...sound, 0]))).toBe('mdoc_invalid response');
    expect(await judge(sound.slice(0, -1))).toBe('mdoc_invalid response');
    expect(await explain(verify('o2d='))).toBe('mdoc_invalid base64url');
    expect(await explain(verify(''))).toBe('mdoc_invalid response');
  });

  it('are refused with a key twice within an element', async () => {
    const item = Uint8Array.from([0xa5, ...writeCbor('digestID'), 0, ...writeCbor('digestID'), 1, 0xf6, 0xf6, 0xf6, 0xf6, 0xf6, 0xf6]);
    const issuerSigned: MdocForgery['issuerSigned'] = (parts) => items(parts).push(new CborTag(24, item));
    expect(await refuse({ issuerSigned })).toBe('mdoc_invalid item');
  });

  it('are refused when they nest 200,000 deep, or hold what embeds itself 2,000 times, without one hash or signature', async () => {
    let bomb = writeCbor(0);
    for (let level = 0; level < 2000; level++) bomb = embedCbor(bomb);
    const deep = new Uint8Array(200_000).fill(0x81);
    const { ports, counts } = countWork();
    expect(await explain(verify(encodeBase64Url(deep), {}, ports))).toBe('mdoc_invalid size');
    expect(await explain(verify(encodeBase64Url(deep.slice(0, 65_536)), {}, ports))).toBe('mdoc_invalid response');
    const issuerSigned: MdocForgery['issuerSigned'] = (parts) => items(parts).push(readCbor(bomb) as CborTag);
    expect(await explain(verify(await world.forge({ issuerSigned }), {}, ports))).toBe('mdoc_invalid item');
    const many: MdocForgery['issuerSigned'] = (parts) =>
      parts.set('nameSpaces', new Map([['x', Array.from({ length: 65 }, () => embed(0))]]));
    expect(await explain(verify(await world.forge({ issuerSigned: many }), {}, ports))).toBe('mdoc_invalid element_count');
    expect(counts).toEqual({ hashes: 0, signatures: 0 });
  });

  it('cost no more than a hash for each element, two signatures and those of the chain', async () => {
    const { ports, counts } = countWork();
    await verify(await world.forge(), {}, ports);
    expect(counts).toEqual({ hashes: Object.keys(testElements).length, signatures: 2 });
  });
});

/** The world's ports, and how often they were called; the chain's own signatures are not counted. */
function countWork() {
  const counts = { hashes: 0, signatures: 0 };
  const { verifyChain, verifyP256 } = world.ports;
  const ports: MdocWorld['ports'] = {
    verifyChain,
    verifyP256: (args) => {
      counts.signatures += 1;
      return verifyP256(args);
    },
    sha256: (data) => {
      counts.hashes += 1;
      return sha256(data);
    },
  };
  return { ports, counts };
}

it('an issuer may keep no status and bind any key', async () => {
  const deviceKey = createTestKey().publicKey;
  const mdoc = await issueMdoc(
    {
      ...{ docType: testDocType, namespaces: {}, x5chain: [world.signer.der], deviceKey, status: null },
      validity: { signedAt: testTime, validFrom: testTime, validUntil: seconds(60) },
    },
    { sign: world.signer.key.sign, sha256, randomBytes },
  );
  expect(openMdoc(mdoc)).toMatchObject({ status: null, deviceKey, claims: {} });
});
