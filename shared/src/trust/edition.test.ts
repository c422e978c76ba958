import { beforeAll, describe, expect, it } from 'vitest';
import { signCompactJws } from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { createTestRoot, createTestSeal, createTestTrustList, type TestCertificate, verifyP256 } from '../testing/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { type EditionPorts, followEdition, makeEditionTag, openEdition } from './edition.ts';
import { judgeFreshness } from './freshness.ts';
import { readTrustList } from './read-trust-list.ts';
import type { TrustList } from './trust-list.ts';
import { createRootedVerifier } from './trusted-roots.ts';
import { trustListSigningUsage, trustListType } from './verify-trust-list.ts';

let oldRoot: TestCertificate;
let newRoot: TestCertificate;
let oldSigner: TestCertificate;
let newSigner: TestCertificate;
/** The time at which everything happens; tests move it. */
let now: Date;

const makeSigner = (root: TestCertificate) => createTestSeal(root, 'urn:daricheh:trust-list', { purposes: [trustListSigningUsage] });

beforeAll(async () => {
  // One name for both, as when an office replaces its root: the signature alone decides which one it was.
  [oldRoot, newRoot] = await Promise.all([createTestRoot(), createTestRoot()]);
  [oldSigner, newSigner] = await Promise.all([makeSigner(oldRoot), makeSigner(newRoot)]);
});

const ports = (): EditionPorts => ({ pinnedRoots: [oldRoot.der], verifyP256, now: () => now });
const sign = (parts: Partial<TrustList>, by = oldSigner) =>
  signCompactJws(
    { header: { typ: trustListType, x5c: encodeX5c([by.der]) }, payload: encodeUtf8(JSON.stringify(createTestTrustList(parts))) },
    by.key.sign,
  );
const announced = () => ({ certificate: encodeBase64Url(newRoot.der), from: '2026-03-01T00:00:00Z', aloneFrom: '2026-05-01T00:00:00Z' });
const at = (text: string) => {
  now = new Date(text);
};
const code = (name: string) => expect.objectContaining({ code: name });

describe('an edition of the trust list', () => {
  it('is followed by one of a greater serial, and is named by its serial', async () => {
    at('2026-02-01T00:00:00Z');
    const held = await openEdition([await sign({ serial: 3 })], ports());
    const next = await followEdition(held, await sign({ serial: 4 }), 3, ports());
    expect([next.list.serial, next.tokens.length, makeEditionTag(next.list)]).toEqual([4, 1, '"4"']);
  });

  it('stays in use when another of the same serial comes', async () => {
    at('2026-02-01T00:00:00Z');
    const held = await openEdition([await sign({ serial: 3 })], ports());
    expect(await followEdition(held, await sign({ serial: 3, agencies: [] }), 3, ports())).toBe(held);
  });

  it('is not followed by an older one, nor by one that is older than any that was in use', async () => {
    at('2026-02-01T00:00:00Z');
    const held = await openEdition([await sign({ serial: 3 })], ports());
    await expect(followEdition(held, await sign({ serial: 2 }), 3, ports())).rejects.toThrow(code('trust_list_rolled_back'));
    await expect(followEdition(held, await sign({ serial: 4 }), 5, ports())).rejects.toThrow(code('trust_list_rolled_back'));
  });

  it('may come from another signer under the same root', async () => {
    at('2026-02-01T00:00:00Z');
    const held = await openEdition([await sign({ serial: 3 })], ports());
    const token = await sign({ serial: 4 }, await makeSigner(oldRoot));
    expect((await followEdition(held, token, 3, ports())).list.serial).toBe(4);
  });

  it('is not followed by one of a root that nobody announced', async () => {
    at('2026-04-01T00:00:00Z');
    const held = await openEdition([await sign({ serial: 3 })], ports());
    await expect(followEdition(held, await sign({ serial: 4 }, newSigner), 3, ports())).rejects.toThrow(code('trust_list_invalid'));
  });
});

describe('a root that takes over from another', () => {
  const announce = async () => openEdition([await sign({ serial: 3, nextRoot: announced() })], ports());

  it('is not believed before it begins', async () => {
    at('2026-02-28T23:59:59Z');
    await expect(followEdition(await announce(), await sign({ serial: 4 }, newSigner), 3, ports())).rejects.toThrow(
      code('trust_list_invalid'),
    );
  });

  it('is believed beside the old one, whose edition repeats what it announces', async () => {
    at('2026-03-01T00:00:00Z');
    const byNew = await followEdition(await announce(), await sign({ serial: 4 }, newSigner), 3, ports());
    const byOld = await followEdition(byNew, await sign({ serial: 5, nextRoot: announced() }), 4, ports());
    const again = await followEdition(byOld, await sign({ serial: 6 }, newSigner), 5, ports());
    expect([byNew.tokens.length, byOld.tokens.length, again.tokens.length]).toEqual([2, 1, 2]);
  });

  it('is believed alone in the end, for lists and for every other certificate', async () => {
    at('2026-04-30T23:59:59Z');
    const held = await followEdition(await announce(), await sign({ serial: 4 }, newSigner), 3, ports());
    const verify = createRootedVerifier(held.roots, verifyP256);
    const [oldSeal, newSeal] = await Promise.all([
      createTestSeal(oldRoot, 'https://a.example'),
      createTestSeal(newRoot, 'https://a.example'),
    ]);
    await verify(encodeX5c([oldSeal.der]), { at: now });
    at('2026-05-01T00:00:00Z');
    await expect(followEdition(held, await sign({ serial: 5 }), 4, ports())).rejects.toThrow(code('trust_list_invalid'));
    await expect(verify(encodeX5c([oldSeal.der]), { at: now })).rejects.toThrow(code('issuer_not_trusted'));
    expect((await verify(encodeX5c([newSeal.der]), { at: now })).leaf.der).toEqual(newSeal.der);
    expect((await followEdition(held, await sign({ serial: 5 }, newSigner), 4, ports())).list.serial).toBe(5);
  });

  it('is still believed after a restart, by the tokens alone, and by none of them without the others', async () => {
    at('2026-06-01T00:00:00Z');
    const tokens = [await sign({ serial: 3, nextRoot: announced() }), await sign({ serial: 4 }, newSigner)];
    expect((await openEdition(tokens, ports())).list.serial).toBe(4);
    await expect(openEdition(tokens.slice(1), ports())).rejects.toThrow(code('trust_list_invalid'));
    await expect(openEdition([...tokens].reverse(), ports())).rejects.toThrow(code('trust_list_invalid'));
    await expect(openEdition([], ports())).rejects.toThrow(code('trust_list_invalid'));
  });

  it('may be withdrawn by a later edition of the old one', async () => {
    at('2026-03-02T00:00:00Z');
    const withdrawn = await followEdition(await announce(), await sign({ serial: 4 }), 3, ports());
    await expect(followEdition(withdrawn, await sign({ serial: 5 }, newSigner), 4, ports())).rejects.toThrow(code('trust_list_invalid'));
  });
});

describe('the age of an edition', () => {
  it.each([
    ['2026-12-31T23:59:59Z', 'current'],
    ['2027-01-01T00:00:00Z', 'overdue'],
    ['2027-01-14T23:59:59Z', 'overdue'],
    ['2027-01-15T00:00:00Z', 'expired'],
  ])('at %s is %s', (time, freshness) => {
    expect(judgeFreshness(createTestTrustList({ nextUpdate: '2027-01-01T00:00:00Z' }), new Date(time))).toBe(freshness);
  });
});

describe('a trust list that is read once', () => {
  it('is what the signed text says, with or without a line end', async () => {
    at('2026-02-01T00:00:00Z');
    expect(await readTrustList(`${await sign({ serial: 3 })}\n`, ports())).toEqual(createTestTrustList({ serial: 3 }));
  });

  it('is refused once its grace is over', async () => {
    at('2026-02-01T00:00:00Z');
    const token = await sign({ nextUpdate: '2026-01-18T00:00:00Z' });
    await expect(readTrustList(token, ports())).rejects.toThrow(code('trust_list_expired'));
  });
});
