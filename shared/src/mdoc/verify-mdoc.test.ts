import { describe, expect, it } from 'vitest';
import { CborTag, embedCbor, readCbor, writeCbor } from '../cbor/index.ts';
import type { Bytes } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import { createTestCertificate, createTestKey, createTestSeal, KeyUsageFlags, randomBytes, sha256, testTime } from '../testing/index.ts';
import { asMembers, createMdocChecks, explainRefusal, findItems } from '../testing/mdoc-checks.ts';
import { embed, type MdocForgery, type MdocWorld, testDocType, testElements, testNamespace } from '../testing/mdoc-world.ts';
import { documentSignerPurpose, issueMdoc, openMdoc, presentMdoc, verifyIssuedMdoc } from './index.ts';

const { world, verify, refuse } = await createMdocChecks();
const seconds = (count: number) => new Date(testTime.getTime() + count * 1000);

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
  const parts = asMembers(readCbor(decodeBase64Url(mdoc)));
  for (const item of findItems(parts)) yield asMembers(readCbor(item.value as Bytes)).get('digestID');
}

describe('C8: the bytes of a response', () => {
  const bytes = async () => decodeBase64Url(await world.forge());
  const judge = (response: Uint8Array<ArrayBuffer>) => explainRefusal(verify(encodeBase64Url(response)));

  it('are refused when they are no CBOR of ours: indefinite, with a key twice, something behind, cut off', async () => {
    const sound = await bytes();
    expect(await judge(new Uint8Array([0xbf, ...sound.subarray(1), 0xff]))).toBe('mdoc_invalid response');
    expect(await judge(new Uint8Array([0xa4, ...sound.subarray(1), ...writeCbor('status'), 0]))).toBe('mdoc_invalid response');
    expect(await judge(new Uint8Array([...sound, 0]))).toBe('mdoc_invalid response');
    expect(await judge(sound.slice(0, -1))).toBe('mdoc_invalid response');
    expect(await explainRefusal(verify('o2d='))).toBe('mdoc_invalid base64url');
    expect(await explainRefusal(verify(''))).toBe('mdoc_invalid response');
  });

  it('are refused with a key twice within an element', async () => {
    const item = Uint8Array.from([0xa5, ...writeCbor('digestID'), 0, ...writeCbor('digestID'), 1, 0xf6, 0xf6, 0xf6, 0xf6, 0xf6, 0xf6]);
    const issuerSigned: MdocForgery['issuerSigned'] = (parts) => findItems(parts).push(new CborTag(24, item));
    expect(await refuse({ issuerSigned })).toBe('mdoc_invalid item');
  });

  it('are refused when they nest 200,000 deep, or hold what embeds itself 2,000 times, without one hash or signature', async () => {
    let bomb = writeCbor(0);
    for (let level = 0; level < 2000; level++) bomb = embedCbor(bomb);
    const deep = new Uint8Array(200_000).fill(0x81);
    const { ports, counts } = countWork();
    expect(await explainRefusal(verify(encodeBase64Url(deep), {}, ports))).toBe('mdoc_invalid size');
    expect(await explainRefusal(verify(encodeBase64Url(deep.slice(0, 65_536)), {}, ports))).toBe('mdoc_invalid response');
    const issuerSigned: MdocForgery['issuerSigned'] = (parts) => findItems(parts).push(readCbor(bomb) as CborTag);
    expect(await explainRefusal(verify(await world.forge({ issuerSigned }), {}, ports))).toBe('mdoc_invalid item');
    const many: MdocForgery['issuerSigned'] = (parts) =>
      parts.set('nameSpaces', new Map([['x', Array.from({ length: 65 }, () => embed(0))]]));
    expect(await explainRefusal(verify(await world.forge({ issuerSigned: many }), {}, ports))).toBe('mdoc_invalid element_count');
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
