import { beforeAll, describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../encoding/index.ts';
import { createLongTermWorld, type LongTermWorld, openssl, runOpenssl, testTime, toPem } from '../testing/index.ts';
import {
  encodeArchived,
  isContinuedBy,
  type LongTermEvidence,
  readComponents,
  type UnsignedHeader,
  unsignedHeader,
  verifyLongTerm,
} from './index.ts';

let world: LongTermWorld;
let valid: string;
let once: UnsignedHeader;
/** Renewed in the years 3, 6 and 9. */
let renewed: UnsignedHeader;

beforeAll(async () => {
  world = await createLongTermWorld();
  valid = await world.issueStatus();
  once = await world.stampSignature();
  renewed = once;
  for (const years of [3, 6, 9]) renewed = await world.renew(renewed, world.after(years), valid);
});

const prove = (header: UnsignedHeader | null, years: number, evidence: Partial<LongTermEvidence> = {}) =>
  verifyLongTerm({ envelope: world.envelope, header, statusToken: valid, ...evidence }, world.ports, world.after(years));
const broken = (link: object, reason: string, what: string | null = null) => ({ kind: 'cannot-be-proven', ...link, reason, what });
const timeStamp = (place: number) => ({ link: 'time-stamp', place });

/** The header with its components as they are made to be. */
const rewrite = (header: UnsignedHeader, change: (texts: readonly string[]) => string[]): UnsignedHeader => ({
  etsiU: change(readComponents(header).map(({ text }) => text)),
});
const encode = (component: object) => Buffer.from(JSON.stringify(component)).toString('base64url');

describe('a signature with one time stamp', () => {
  it('is proven while the authority’s certificate is valid, and cannot be proven afterwards', async () => {
    expect(await prove(once, 3)).toMatchObject({ kind: 'proven', at: testTime, status: 'valid' });
    expect(await prove(once, 10)).toEqual(broken(timeStamp(0), 'certificate_expired'));
  });

  it('cannot be proven with none', async () => {
    expect(await prove(null, 0)).toEqual(broken(timeStamp(0), 'time_stamp_invalid', 'none'));
  });

  it('is not proven where the signer’s certificate was over when it was stamped', async () => {
    const late = await world.stampSignature(world.after(1));
    expect(await prove(late, 1)).toEqual(broken({ link: 'signer' }, 'certificate_expired', 'signer'));
  });

  it('says so where no status was kept', async () => {
    expect(await prove(once, 1, { statusToken: null })).toMatchObject({ kind: 'proven', status: 'unknown' });
  });

  it('may stand in the clear, as it once was written', async () => {
    const clear = unsignedHeader.parse({ etsiU: readComponents(once).map(({ component }) => component) });
    expect(await prove(clear, 1)).toMatchObject({ kind: 'proven', at: testTime });
    expect([isContinuedBy(clear, renewed), isContinuedBy(renewed, clear)]).toEqual([true, false]);
  });

  it('is not proven by a time stamp of a time to come', async () => {
    expect(await prove(await world.stampSignature(new Date(testTime.getTime() + 301_000)), 0)).toEqual(
      broken(timeStamp(0), 'time_stamp_invalid', 'order'),
    );
  });
});

describe('a renewed signature', () => {
  it('is proven after ten years, as of its first time stamp', async () => {
    const proof = await prove(renewed, 10);
    expect(proof).toMatchObject({ kind: 'proven', at: testTime, status: 'valid' });
    expect(proof.kind === 'proven' && proof.stamps.map(({ at }) => at)).toEqual([0, 3, 6, 9].map(world.after));
  });

  it('cannot be proven once the last authority is over as well', async () => {
    expect(await prove(renewed, 14)).toEqual(broken(timeStamp(3), 'certificate_expired'));
  });

  it('is not proven where it was renewed too late', async () => {
    expect(await prove(await world.renew(once, world.after(5), valid), 6)).toEqual(broken(timeStamp(0), 'certificate_expired'));
  });

  it('is not proven with a renewal left out of the middle', async () => {
    const gap = rewrite(renewed, (texts) => texts.filter((_, index) => index !== texts.length - 2));
    expect(await prove(gap, 10)).toEqual(broken(timeStamp(2), 'time_stamp_invalid', 'imprint'));
  });

  it.each([
    ['a status token behind a renewal', (texts: readonly string[]) => [...texts, encode({ rVals: { otherVals: [{ statusToken: 'a' }] } })]],
    [
      'two lists for one credential',
      (texts: readonly string[]) => [texts[0] ?? '', encode({ rVals: { otherVals: [{ statusToken: 'a' }, { statusToken: 'b' }] } })],
    ],
    ['a second time stamp of the signature', (texts: readonly string[]) => [texts[0] ?? '', ...texts]],
    ['a component that nobody knows', (texts: readonly string[]) => [...texts, encode({ more: 1 })]],
    ['a component with a stranger in it', (texts: readonly string[]) => [encode({ ...JSON.parse(atob(texts[0] ?? '')), more: 1 })]],
    ['no base64url', (texts: readonly string[]) => [...texts, '*']],
  ])('is not proven with %s', async (_what, change) => {
    expect(await prove(rewrite(renewed, change), 10)).toMatchObject({ kind: 'cannot-be-proven', ...timeStamp(0) });
  });

  it('is not proven with any other credential than the one that was sent', async () => {
    const { presentation } = (await createLongTermWorld()).envelope;
    expect(await prove(renewed, 10, { envelope: { ...world.envelope, presentation } })).toEqual(
      broken({ link: 'envelope' }, 'time_stamp_invalid', 'envelope'),
    );
  });

  it('is not proven with one bit flipped in any component, payload, header or signature', async () => {
    const texts = readComponents(renewed).map(({ text }) => text);
    for (const [index, text] of texts.entries()) {
      const bytes = Buffer.from(text, 'base64url');
      const place = Math.floor(bytes.length / 2);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      const flipped = { etsiU: texts.with(index, bytes.toString('base64url')) };
      expect(await prove(flipped, 10)).toMatchObject({ kind: 'cannot-be-proven' });
    }
    const { jws } = world.envelope;
    for (const member of ['payload', 'protected', 'signature'] as const) {
      const envelope = {
        ...world.envelope,
        jws: { ...jws, [member]: jws[member].replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
      };
      expect(await prove(renewed, 10, { envelope })).toEqual(broken(timeStamp(3), 'time_stamp_invalid', 'imprint'));
    }
  });

  it.skipIf(openssl === undefined)('openssl ts agrees with each of its tokens, and with none over anything else', () => {
    const components = readComponents(renewed);
    const rootPem = toPem(world.root).certPem;
    const judge = (token: Uint8Array, data: Uint8Array, at: Date) =>
      runOpenssl(
        ['ts', '-verify', '-data', 'data', '-token_in', '-in', 'token', '-CAfile', 'root.pem', '-attime', String(at.getTime() / 1000)],
        { token, data, 'root.pem': rootPem },
        ({ isOk }) => isOk,
      );
    const judged = components.flatMap(({ component }, index) => {
      if (!('arcTst' in component)) return [];
      const archived = encodeArchived(
        world.envelope.jws,
        components.slice(0, index).map(({ text }) => text),
      );
      const token = Buffer.from(component.arcTst.tstTokens[0]?.val ?? '', 'base64');
      const at = world.after(3 * (index - components.length + 4));
      return [[judge(token, archived, at), judge(token, encodeUtf8('another'), at)]];
    });
    expect(judged).toEqual([3, 6, 9].map(() => [true, false]));
  });
});

describe('the status of the signer', () => {
  it('of a credential revoked before the signature was stamped proves nothing', async () => {
    const revoked = await world.issueStatus(testTime, 'invalid');
    expect(await prove(once, 1, { statusToken: revoked })).toEqual(broken({ link: 'status' }, 'credential_revoked'));
    expect(await prove(await world.renew(once, world.after(3), revoked), 4)).toEqual(broken({ link: 'status' }, 'credential_revoked'));
  });

  it('of one revoked after that changes nothing', async () => {
    const later = await world.issueStatus(new Date(testTime.getTime() + 86_400_000), 'invalid');
    expect(await prove(await world.renew(once, world.after(3), valid), 4, { statusToken: later })).toMatchObject({
      kind: 'proven',
      status: 'valid',
    });
    expect(await prove(once, 1, { statusToken: later })).toEqual(broken({ link: 'status' }, 'status_list_invalid', 'iat'));
  });

  it('is none where the list was out of force by then', async () => {
    const early = await world.issueStatus(new Date(testTime.getTime() - 86_400_000));
    expect(await prove(once, 1, { statusToken: early })).toEqual(broken({ link: 'status' }, 'status_list_invalid', 'exp'));
  });
});
