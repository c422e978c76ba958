import { buildApiTranscript, type Cbor, CborTag, cborTags } from '@daricheh/shared/mdoc';
import {
  createMdocWorld,
  createTestKey,
  createTestSeal,
  embed,
  encryptResponse,
  type MdocForgery,
  type MdocWorld,
  testNamespace,
  testTime,
} from '@daricheh/shared/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet, type TestWallet } from '../testing/test-wallet.ts';

let app: TestApp;
let wallet: TestWallet;
let world: MdocWorld;

beforeAll(async () => {
  app = await createTestApp();
  app.clock.now = testTime;
  wallet = await createTestWallet(app);
  const { root, documentSigner: signer } = app.authority;
  world = await createMdocWorld({ origin: originOf('transport'), root, signer });
});

type Exchange = Parameters<typeof buildApiTranscript>[0];
type Forge = (exchange: Exchange) => MdocForgery | Promise<MdocForgery>;

/** Answers a request for a licence at the running server, with what a wallet that obeys nobody makes of it. */
async function answer(forge: Forge, change: (presentation: string) => string = (text) => text) {
  const browser = new TestBrowser(app);
  const asked = await browser.ask({ use: 'licence' });
  const { request } = asked;
  const read = await wallet.read({ kind: 'dc_api', protocol: request.protocol, data: request.data, origin: originOf('tax') });
  const { encryption } = read.response;
  if (encryption === null) throw new Error('The request asked for no encryption.');
  const exchange = { origin: originOf('tax'), nonce: read.nonce, encryptionKey: encryption.key };
  const transcript = await buildApiTranscript(exchange, app.deps.sha256);
  const presentation = change(await world.forge({ transcript, ...(await forge(exchange)) }));
  const response = await encryptResponse({ vp_token: { [read.query.credentials[0]?.id ?? '']: [presentation] } }, encryption);
  return { told: await browser.hand(asked, response), browser };
}

/** Refused as `mdoc_invalid`; nobody is signed in, and no value was logged. */
async function refuse(forge: Forge, change?: (presentation: string) => string): Promise<void> {
  const { told, browser } = await answer(forge, change);
  expect([told.status, told.body['code']]).toEqual([400, 'mdoc_invalid']);
  expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: false });
  expect(JSON.stringify(app.logged)).not.toMatch(/Sara|رضایی|D-100/);
}

const transcriptOf =
  (change: Partial<Exchange>): Forge =>
  async (exchange) => ({
    transcript: await buildApiTranscript({ ...exchange, ...change }, app.deps.sha256),
  });
const map = (value: Cbor | undefined) => value as Map<number | string, Cbor>;
const items = (parts: Map<number | string, Cbor>) => map(parts.get('nameSpaces')).get(testNamespace) as CborTag[];
const changeBytes = (change: (bytes: Uint8Array) => Uint8Array) => (text: string) =>
  Buffer.from(change(new Uint8Array(Buffer.from(text, 'base64url')))).toString('base64url');

it('takes the licence that the forgeries start from, and gives what was asked of it alone', async () => {
  const { told } = await answer(() => ({}));
  expect(told).toMatchObject({ status: 200, body: { signedIn: true } });
  expect(told.body['subject']).toEqual({ [testNamespace]: { family_name: 'رضایی', given_name: 'Sara', document_number: 'D-100' } });
});

describe('C8: an mdoc at the running server', () => {
  it.each<[string, Forge]>([
    ['invalid-session-transcript: another origin', transcriptOf({ origin: 'http://passport.localhost:8570' })],
    ['invalid-session-transcript: another nonce', transcriptOf({ nonce: 'the-nonce-of-another-request' })],
    ['invalid-session-transcript: another encryption key', transcriptOf({ encryptionKey: createTestKey().publicKey })],
    ['invalid-session-transcript: no encryption key', transcriptOf({ encryptionKey: null })],
    ['a digest id missing', () => ({ object: (object) => map(map(object.get('valueDigests')).get(testNamespace)).delete(0) })],
    ['another value', () => ({ item: (item) => item.set('elementValue', 'Mallory') })],
    ['a device signature by another key', () => ({ device: createTestKey() })],
    ['another type in the document', () => ({ document: (document) => document.set('docType', 'org.example.other') })],
    ['another type in what the issuer signed', () => ({ object: (object) => object.set('docType', 'org.example.other') })],
    ['a name twice', () => ({ issuerSigned: (parts) => items(parts).push(items(parts)[0] as CborTag) })],
    ['what embeds itself', () => ({ issuerSigned: (parts) => items(parts).push(embed(embed(embed(0)))) })],
  ])('C8: %s', (_what, forge) => refuse(forge));

  it('C8: what the issuer signed for another licence', async () => {
    const other = await createMdocWorld({ origin: world.origin, root: world.root, signer: world.signer });
    let swapped: Cbor = null;
    await other.forge({
      document: (document) => {
        swapped = document.get('issuerSigned') ?? null;
      },
    });
    await refuse(() => ({ issuerSigned: (parts) => parts.set('nameSpaces', map(swapped).get('nameSpaces') ?? null) }));
    await refuse(() => ({ document: (document) => document.set('issuerSigned', swapped) }));
  });

  it.each<[string, number, number]>([
    ['a second before its first minute', 61, 3600],
    ['a minute after its end', -3600, -60],
  ])('C8: %s', (_what, from, until) => {
    const at = (seconds: number) =>
      new CborTag(cborTags.dateTime, new Date(testTime.getTime() + seconds * 1000).toISOString().replace('.000Z', 'Z'));
    const validity = new Map<string, Cbor>([
      ['signed', at(Math.min(from, 0))],
      ['validFrom', at(from)],
      ['validUntil', at(until)],
    ]);
    return refuse(() => ({ object: (object) => object.set('validityInfo', validity) }));
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['a key twice', (bytes) => new Uint8Array([0xa4, ...bytes.subarray(1), 0x66, ...Buffer.from('status'), 0])],
    ['an indefinite length', (bytes) => new Uint8Array([0xbf, ...bytes.subarray(1), 0xff])],
    ['40,000 levels', () => new Uint8Array(40_000).fill(0x81)],
    ['something behind it', (bytes) => new Uint8Array([...bytes, 0])],
    ['its end missing', (bytes) => bytes.subarray(0, -1)],
    ['nothing', () => new Uint8Array()],
  ])('C8: %s', (_what, change) => refuse(() => ({}), changeBytes(change)));

  it('C8: 200,000 levels are more than is read at all', async () => {
    const { told } = await answer(
      () => ({}),
      changeBytes(() => new Uint8Array(200_000).fill(0x81)),
    );
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.status).toBeLessThan(500);
  });

  it('C2: a signer that the root certified for other work', async () => {
    const signer = await createTestSeal(world.root, world.origin);
    const { told } = await answer(() => ({ signer }));
    expect(told.body).toMatchObject({ code: 'certificate_usage_invalid' });
  });
});
