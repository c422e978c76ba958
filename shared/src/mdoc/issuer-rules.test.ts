import { describe, expect, it } from 'vitest';
import { type Cbor, CborTag, makeCborMap, readCbor, writeCbor } from '../cbor/index.ts';
import type { Bytes, RegisteredIssuer } from '../credential/index.ts';
import { decodeBase64Url } from '../encoding/index.ts';
import { createTestKey, createTestSeal, randomBytes, testTime } from '../testing/index.ts';
import { asMembers, createMdocChecks, explainRefusal, findDigests, findItems, forgeValidity } from '../testing/mdoc-checks.ts';
import { createMdocWorld, embed, type MdocForgery, testDocType, testNamespace } from '../testing/mdoc-world.ts';
import { documentSignerPurpose, presentMdoc } from './index.ts';

const { world, verify, refuse } = await createMdocChecks();
const seconds = (count: number) => new Date(testTime.getTime() + count * 1000);
const tdate = (date: Date) => date.toISOString().replace('.000Z', 'Z');
const validity = (from: Date, until: Date, signed = from) => forgeValidity(tdate(from), tdate(until), tdate(signed));

describe('C8: what the issuer signed', () => {
  it('is refused when it is swapped for that of another', async () => {
    const other = asMembers(readCbor(decodeBase64Url(await (await createMdocWorld()).issue())));
    const mine = asMembers(readCbor(decodeBase64Url(await world.issue())));
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
    expect(await explainRefusal(verify(response, {}, stolen.ports))).toBe('mdoc_invalid device_signature device_signature');
  });

  it.each<[string, MdocForgery, string]>([
    ['a digest that is missing', { object: (object) => findDigests(object).delete(0) }, 'digests digest_missing'],
    [
      'the digests of its namespace missing',
      { object: (object) => asMembers(object.get('valueDigests')).delete(testNamespace) },
      'digests digest_missing',
    ],
    ['a digest that is another', { object: (object) => findDigests(object).set(0, new Uint8Array(32)) }, 'digests digest'],
    ['a digest cut short', { object: (object) => findDigests(object).set(0, new Uint8Array()) }, 'digests digest'],
    ['digests that are text', { object: (object) => findDigests(object).set(0, 'x') }, 'value_digests'],
    ['digest ids that are text', { object: (object) => findDigests(object).set('0', new Uint8Array(32)) }, 'value_digests'],
    ['another digest algorithm', { object: (object) => object.set('digestAlgorithm', 'SHA-1') }, 'digest_algorithm digest_algorithm'],
    ['another value', { item: (item) => item.set('elementValue', 'Sara') }, 'digests digest'],
    ['another name', { item: (item) => item.set('elementIdentifier', 'x') }, 'duplicates element_twice'],
    ['another salt', { item: (item) => item.set('random', randomBytes(32)) }, 'digests digest'],
    ['a salt that can be guessed', { item: (item) => item.set('random', randomBytes(15)) }, 'random'],
    ['a member more', { item: (item) => item.set('more', 1) }, 'digests digest'],
    ['no value', { item: (item) => item.delete('elementValue') }, 'item'],
    ['a negative digest id', { item: (item) => item.set('digestID', -1) }, 'item'],
    ['an element twice', { issuerSigned: (parts) => findItems(parts).push(findItems(parts)[0] as CborTag) }, 'duplicates element_twice'],
    [
      'an element under another namespace',
      { issuerSigned: (parts) => parts.set('nameSpaces', new Map([['org.example', findItems(parts)]])) },
      'digests digest_missing',
    ],
    ['an element that is not embedded', { issuerSigned: (parts) => findItems(parts).push(new CborTag(23, new Uint8Array(1))) }, 'item'],
    ['an element that is no CBOR', { issuerSigned: (parts) => findItems(parts).push(new CborTag(24, Uint8Array.of(0xff))) }, 'item'],
    ['a name that every object inherits', { item: (item) => item.set('elementIdentifier', '__proto__') }, 'name'],
    ['another version', { object: (object) => object.set('version', '2.0') }, 'version'],
    [
      'a key on another curve',
      { object: (object) => asMembers(asMembers(object.get('deviceKeyInfo')).get('deviceKey')).set(-1, 2) },
      'device_key',
    ],
    [
      'a private key',
      { object: (object) => asMembers(asMembers(object.get('deviceKeyInfo')).get('deviceKey')).set(-4, new Uint8Array(32)) },
      'device_key',
    ],
    [
      'a key cut short',
      { object: (object) => asMembers(asMembers(object.get('deviceKeyInfo')).get('deviceKey')).set(-2, new Uint8Array(31)) },
      'device_key',
    ],
    ['no key', { object: (object) => object.delete('deviceKeyInfo') }, 'device_key'],
    [
      'a key off the curve',
      { object: (object) => asMembers(asMembers(object.get('deviceKeyInfo')).get('deviceKey')).set(-2, new Uint8Array(32)) },
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
      const [first, second] = findItems(parts);
      const item = asMembers(readCbor(second?.value as Bytes)).set(
        'digestID',
        asMembers(readCbor(first?.value as Bytes)).get('digestID') ?? 0,
      );
      findItems(parts)[1] = embed(item);
    };
    expect(await refuse({ issuerSigned: twice })).toBe('mdoc_invalid duplicates digest_twice');
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T00:00:00.0Z',
    '2026-01-01T00:00:00+00:00',
    '2026-01-01',
    'x',
  ])('is refused with %s for a date', async (text) => {
    const sound = '2026-01-01T00:00:00Z';
    expect(await refuse(forgeValidity(sound, text))).toBe('mdoc_invalid validity_info');
    expect(await refuse(forgeValidity(text, sound))).toBe('mdoc_invalid validity_info');
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
    const object: MdocForgery['object'] = (members) => asMembers(members.get('validityInfo')).set('validFrom', date);
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
