import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../encoding/index.ts';
import { createTestRoot, createTestTimeStampCertificate, createTestTrustList, digest, sha256, verifySignature } from '../testing/index.ts';
import { timeStampOids } from '../timestamp/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { createTimeStampChainVerifier, pinRoots, type TrustedTimeStampAuthority, trustList } from './index.ts';

const at = new Date('2026-06-01T00:00:00Z');
const name = { fa: 'ساعت', en: 'Clock' };
const root = await createTestRoot();
const other = await createTestRoot('Other');
const clock = await createTestTimeStampCertificate(root);
const foreign = await createTestTimeStampCertificate(other);
const hashOf = async ({ der }: { readonly der: Uint8Array<ArrayBuffer> }) => encodeBase64Url(await sha256(der));

const verify = async (leaf: typeof clock, timeStampAuthorities?: TrustedTimeStampAuthority[], when = at) => {
  const list = createTestTrustList(timeStampAuthorities && { timeStampAuthorities });
  expect(trustList.parse(list)).toEqual(list);
  const verifyChain = createTimeStampChainVerifier({ list, roots: pinRoots([root.der]) }, { verifySignature, digest });
  return verifyChain(encodeX5c([leaf.der]), { at: when, purpose: timeStampOids.timeStamping });
};
const untrusted = expect.objectContaining({ code: 'issuer_not_trusted' });

describe('a time-stamp authority', () => {
  it('is believed under the list’s roots where the list is from before it named any', async () => {
    expect((await verify(clock)).path).toHaveLength(2);
    await expect(verify(foreign)).rejects.toThrow(untrusted);
  });

  it('is believed by its own certificate’s hash, or that of one above it, and by no other’s', async () => {
    for (const named of [clock, root])
      expect((await verify(clock, [{ name, certificateHashes: [await hashOf(named)] }])).path).toHaveLength(2);
    await expect(verify(clock, [{ name, certificateHashes: [await hashOf(foreign)] }])).rejects.toThrow(untrusted);
    await expect(verify(clock, [])).rejects.toThrow(untrusted);
  });

  it('is believed under a root of its own, which vouches for nobody else', async () => {
    const own = { name, root: encodeBase64Url(other.der) };
    expect((await verify(foreign, [own])).path).toHaveLength(2);
    await expect(verify(clock, [own])).rejects.toThrow(untrusted);
    expect((await verify(clock, [own, { name, certificateHashes: [await hashOf(clock)] }])).path).toHaveLength(2);
  });

  it('is believed from when the list says, and until then', async () => {
    const named = { name, certificateHashes: [await hashOf(clock)], from: '2026-05-01T00:00:00Z', until: '2026-07-01T00:00:00Z' };
    expect((await verify(clock, [named])).path).toHaveLength(2);
    for (const when of ['2026-04-30T23:59:59Z', '2026-07-01T00:00:00Z'])
      await expect(verify(clock, [named], new Date(when))).rejects.toThrow(untrusted);
  });

  it('is told what is wrong with its chain, and a root that cannot be read ends the trust in itself alone', async () => {
    const unreadable = { name, root: 'AAAA' };
    const named = { name, certificateHashes: [await hashOf(clock)] };
    expect((await verify(clock, [unreadable, named])).path).toHaveLength(2);
    await expect(verify(clock, [named], new Date('2028-01-01T00:00:00Z'))).rejects.toMatchObject({ code: 'certificate_expired' });
  });

  it('is named by a root or by hashes, not by both', () => {
    const both = { name, root: 'AAAA', certificateHashes: ['A'.repeat(43)] };
    expect(trustList.safeParse({ ...createTestTrustList(), timeStampAuthorities: [both] }).success).toBe(false);
  });
});
