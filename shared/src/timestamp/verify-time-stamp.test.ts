import { beforeAll, describe, expect, it } from 'vitest';
import type { Bytes } from '../credential/crypto-ports.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  createTestCertificate,
  createTestKey,
  createTestRoot,
  createTestTimeStampCertificate,
  createTimeStampPorts,
  describePurposes,
  describeTestAuthority,
  issueTestTimeStamp,
  KeyUsageFlags,
  randomBytes,
  sha256,
  type TestCertificate,
  type TestCertificateOptions,
  testPolicy,
} from '../testing/index.ts';
import { issueTimeStamp, type TimeStampAuthority, timeStampOids, verifyTimeStamp } from './index.ts';

const at = new Date('2026-11-28T12:00:00.250Z');
let root: TestCertificate;
let clock: TestCertificate;
let imprint: Bytes;

beforeAll(async () => {
  root = await createTestRoot();
  clock = await createTestTimeStampCertificate(root);
  imprint = await sha256(encodeUtf8('a signature'));
});

const ports = () => createTimeStampPorts([root.der]);
const verify = (token: Bytes, expected: { imprint?: Bytes; nonce?: string } = {}) =>
  verifyTimeStamp(token, { imprint, ...expected }, ports());
const issue = (authority: TimeStampAuthority = describeTestAuthority(clock), nonce: string | null = null) =>
  issueTestTimeStamp(authority, { imprint, at, nonce });
const issueUnder = async (options: Partial<TestCertificateOptions>) =>
  issue(describeTestAuthority(await createTestTimeStampCertificate(root, options)));
const refuses = (facts: object) => expect.objectContaining({ code: 'time_stamp_invalid', facts: expect.objectContaining(facts) });

describe('a time stamp', () => {
  it('says when, by whose clock and how exactly', async () => {
    const { path, serialNumber, ...rest } = await verify(await issue());
    expect(rest).toEqual({ at, accuracyMs: 1000, policy: testPolicy });
    expect(path.map(({ der }) => der)).toEqual([clock.der, root.der]);
    expect(serialNumber).toMatch(/^([0-9a-f]{2}){1,16}$/);
  });

  it.each(['00:00.000', '00:00.500', '59:59.999', '00:01.010'])('keeps the time to the millisecond: %s', async (rest) => {
    const moment = new Date(`2026-11-28T12:${rest}Z`);
    const token = await issueTestTimeStamp(describeTestAuthority(clock), { imprint, at: moment });
    expect((await verify(token)).at).toEqual(moment);
  });

  it('holds under an authority between it and the anchor, and with the anchor beside it', async () => {
    const between = await createTestCertificate({
      name: 'Clocks',
      issuer: root,
      authority: { pathLength: 0 },
      keyUsage: KeyUsageFlags.keyCertSign,
    });
    const leaf = await createTestTimeStampCertificate(between);
    expect((await verify(await issue(describeTestAuthority(leaf, [between])))).path).toHaveLength(3);
    expect((await verify(await issue(describeTestAuthority(leaf, [between, root])))).path).toHaveLength(3);
  });

  it('answers the nonce that was asked with, and no other', async () => {
    const token = await issue(undefined, 'ff');
    expect((await verify(token, { nonce: 'ff' })).at).toEqual(at);
    await expect(verify(token, { nonce: 'fe' })).rejects.toEqual(refuses({ what: 'nonce' }));
    await expect(verify(await issue(), { nonce: 'ff' })).rejects.toEqual(refuses({ what: 'nonce' }));
  });

  it('is about one thing', async () => {
    await expect(verify(await issue(), { imprint: await sha256(encodeUtf8('another')) })).rejects.toEqual(refuses({ what: 'imprint' }));
  });
});

describe('a time stamp is refused', () => {
  it('under a root that is not believed', async () => {
    const strange = await createTestTimeStampCertificate(await createTestRoot());
    await expect(verify(await issue(describeTestAuthority(strange)))).rejects.toEqual(refuses({ reason: 'issuer_not_trusted' }));
  });

  it.each([
    ['no purpose', []],
    ['a purpose that is not critical', [describePurposes([timeStampOids.timeStamping], { isCritical: false })]],
    ['another purpose', [describePurposes(['1.3.6.1.5.5.7.3.1'], { isCritical: true })]],
    ['a second purpose', [describePurposes([timeStampOids.timeStamping, '1.3.6.1.5.5.7.3.1'], { isCritical: true })]],
  ])('by a certificate with %s', async (_what, extensions) => {
    await expect(issueUnder({ extensions }).then((token) => verify(token))).rejects.toMatchObject({ code: 'time_stamp_invalid' });
  });

  it.each([
    ['not yet valid', { notBefore: new Date('2026-11-29T00:00:00Z') }, 'certificate_not_yet_valid'],
    ['over', { notAfter: new Date('2026-11-27T00:00:00Z') }, 'certificate_expired'],
    ['made for no signatures', { keyUsage: KeyUsageFlags.keyAgreement }, 'certificate_usage_invalid'],
    ['an authority itself', { authority: {} }, 'certificate_chain_invalid'],
  ])('by a certificate that is %s at that time', async (_what, options, reason) => {
    await expect(issueUnder(options).then((token) => verify(token))).rejects.toEqual(refuses({ reason }));
  });

  it('by another key than the certificate’s', async () => {
    const { sign } = createTestKey();
    await expect(issue({ ...describeTestAuthority(clock), sign }).then((token) => verify(token))).rejects.toEqual(
      refuses({ what: 'signature' }),
    );
  });

  it('with a stranger’s certificate beside its own', async () => {
    const stranger = await createTestTimeStampCertificate(root, { name: 'Stranger' });
    const token = await issue(describeTestAuthority(clock, [stranger]));
    await expect(verify(token)).rejects.toEqual(refuses({ what: 'certificates' }));
  });

  it('with a second certificate of the same name, number and key', async () => {
    const twin = await createTestTimeStampCertificate(root, { key: clock.key, notBefore: new Date('2026-01-02T00:00:00Z') });
    const token = await issue(describeTestAuthority(clock, [twin]));
    await expect(verify(token)).rejects.toMatchObject({ code: 'time_stamp_invalid' });
  });

  it('without certificates', async () => {
    const asked = { imprint, nonce: null, wantsCertificates: false };
    const token = await issueTimeStamp(asked, { at, serialNumber: randomBytes(8) }, describeTestAuthority(clock), { sha256 });
    await expect(verify(token)).rejects.toEqual(refuses({ what: 'signing_certificate' }));
  });

  it('when it is longer than any, before anything is computed', async () => {
    const never = () => {
      throw new Error('was asked');
    };
    const all = { verifyTimeStampChain: never, verifySignature: never, digest: never };
    await expect(verifyTimeStamp(new Uint8Array(16_385), { imprint }, all)).rejects.toEqual(refuses({ what: 'size' }));
  });

  it('with any one bit flipped', async () => {
    const token = await issue(undefined, '0123456789abcdef');
    const taken: number[] = [];
    for (let bit = 0; bit < token.length * 8; bit++) {
      const flipped = Uint8Array.from(token);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await verify(flipped).then(
        () => taken.push(bit),
        (error: unknown) => expect(error instanceof AppError && error.code).toBe('time_stamp_invalid'),
      );
    }
    expect(taken).toEqual([]);
  });
});
