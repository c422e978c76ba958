import { describe, expect, it } from 'vitest';
import { type Cbor, makeCborMap, writeCbor } from '../cbor/index.ts';
import { createTestKey, sha256 } from '../testing/index.ts';
import { asMembers, createMdocChecks, findDeviceSignature } from '../testing/mdoc-checks.ts';
import { embed, type MdocForgery, testMdocExchange } from '../testing/mdoc-world.ts';
import { buildApiTranscript, buildPostTranscript } from './index.ts';

const { refuse } = await createMdocChecks();

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
          asMembers(document.get('deviceSigned')).set('nameSpaces', embed(new Map([['x', new Map([['age_over_18', true]])]]))),
      }),
      'device_elements device_elements',
    ],
    [
      'another algorithm',
      () => ({ document: (document) => (findDeviceSignature(document)[0] = writeCbor(new Map([[1, -35]]))) }),
      'device_signature device_signature_form',
    ],
    [
      'a critical header',
      () => ({
        document: (document) =>
          (findDeviceSignature(document)[0] = writeCbor(
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
      () => ({ document: (document) => (findDeviceSignature(document)[2] = new Uint8Array(1)) }),
      'device_signature device_signature_form',
    ],
    [
      'a signature cut short',
      () => ({ document: (document) => (findDeviceSignature(document)[3] = new Uint8Array(63)) }),
      'device_signature device_signature',
    ],
    [
      'a MAC',
      () => ({
        document: (document) =>
          asMembers(document.get('deviceSigned')).set('deviceAuth', makeCborMap({ deviceMac: findDeviceSignature(document) })),
      }),
      'device_auth',
    ],
    [
      'a MAC beside the signature',
      () => ({ document: (document) => asMembers(asMembers(document.get('deviceSigned')).get('deviceAuth')).set('deviceMac', []) }),
      'device_auth',
    ],
    ['nothing signed', () => ({ document: (document) => document.delete('deviceSigned') }), 'device_signed'],
  ])('is refused with %s', async (_name, forgery, where) => {
    expect(await refuse(forgery())).toBe(`mdoc_invalid ${where}`);
  });
});
