import { encodeBase64Url, encodeUtf8, type Json } from '@daricheh/shared/encoding';
import { createRandom, createTestKey, encryptResponse, mutateText, type TestIssuer, testTime } from '@daricheh/shared/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { createVerifyP256, sha256 } from '../crypto/node-crypto.ts';
import type { Deps } from '../deps.ts';
import { maxRequests } from '../middleware/rate-limit.ts';
import { answerWith, forgePresentation, type MakePresentation, openRegistry } from '../testing/forge-answer.ts';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { type Asked, answerByApi, type TestAnswer, TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet, type TestWallet } from '../testing/test-wallet.ts';

let app: TestApp;
let wallet: TestWallet;
let issuer: TestIssuer;
const holder = createTestKey();
/** Calls of the ports that hash and verify, since the last look. */
const work = { hashes: 0, verifications: 0 };

beforeAll(async () => {
  const verifyP256 = createVerifyP256();
  const counting: Partial<Deps> = {
    sha256: (data) => {
      work.hashes++;
      return sha256(data);
    },
    verifyP256: (args) => {
      work.verifications++;
      return verifyP256(args);
    },
    trustForwardedFor: true,
  };
  app = await createTestApp(counting);
  app.clock.now = testTime;
  wallet = await createTestWallet(app);
  issuer = openRegistry(app);
});

async function present(make: MakePresentation): Promise<{ answer: TestAnswer; browser: TestBrowser }> {
  const browser = new TestBrowser(app);
  const asked = await browser.ask();
  const response = await answerWith(make, wallet, asked);
  Object.assign(work, { hashes: 0, verifications: 0 });
  return { answer: await browser.hand(asked, response), browser };
}

/** What somebody makes of a sound presentation, handed in for the request that it answers. */
const presentChanged = (change: (text: string) => string) =>
  present(async (request) => change(await forgePresentation(issuer, holder)(request)));

/** Answers the request in `asked` with these parameters in the encrypted response, whatever they are. */
async function encryptFor({ request }: Asked, payload: Record<string, unknown>): Promise<string> {
  const { response } = await wallet.read({ kind: 'dc_api', protocol: request.protocol, data: request.data, origin: originOf('tax') });
  if (response.encryption === null) throw new Error('The request asked for no encryption.');
  return encryptResponse(payload as never, response.encryption);
}

function expectRefused({ status, body }: TestAnswer): void {
  expect([400, 422]).toContain(status);
  expect(body['code']).toMatch(/^(credential_malformed|kb_invalid|credential_signature_invalid|certificate_malformed|vp_token_malformed)$/);
}

/** A last digit that decodes to the same bytes where unused bits are let pass. */
function loosen(part: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return part.slice(0, -1) + digits.charAt(digits.indexOf(part.slice(-1)) ^ 1);
}

describe('C6: base64url that is not canonical', () => {
  const parts = [
    ['header', 0, 0],
    ['payload', 0, 1],
    ['signature', 0, 2],
    ['first disclosure', 1, 0],
    ['key binding’s signature', -1, 2],
  ] as const;
  const changes = [
    ['padding', (part: string) => `${part}=`],
    ['a space', (part: string) => `${part.slice(0, 4)} ${part.slice(4)}`],
    ['a line end', (part: string) => `${part}\n`],
    ['the other alphabet', (part: string) => `+/${part.slice(2)}`],
    ['a letter of another script', (part: string) => `${part.slice(0, -1)}А`],
    ['loose trailing bits', loosen],
  ] as const;

  it.each(parts.flatMap(([name, at, within]) => changes.map(([what, change]) => [what, name, at, within, change] as const)))(
    'C6: %s in the %s',
    async (_what, _name, at, within, change) => {
      const { answer } = await presentChanged((text) => {
        const pieces = text.split('~');
        const index = at < 0 ? pieces.length + at : at;
        const inner = (pieces[index] ?? '').split('.');
        inner[within] = change(inner[within] ?? '');
        pieces[index] = inner.join('.');
        return pieces.join('~');
      });
      expectRefused(answer);
    },
  );
});

describe('C7: a presentation cut off or changed', () => {
  /** Hands in many answers to one request, which an answer that does not hold leaves open; each from an address of its own, so that none is one too many. */
  async function handInAll(change: (sound: string) => readonly string[]): Promise<void> {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    let sound = '';
    await answerWith(
      async (request) => {
        sound = await forgePresentation(issuer, holder)(request);
        return sound;
      },
      wallet,
      asked,
    );
    const statuses = new Set<number>();
    for (const [at, text] of change(sound).entries()) {
      const response = await encryptFor(asked, { vp_token: { identity: [text] } });
      const headers = { 'x-forwarded-for': `10.0.${at >> 8}.${at & 255}` };
      const answer = await browser.send(`/daricheh/verifier/requests/${asked.id}/dc-response`, { json: { response }, headers });
      statuses.add(answer.status);
    }
    expect([...statuses].filter((status) => status !== 400 && status !== 422)).toEqual([]);
    expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: false });
  }

  it('C7: is never accepted when it is cut off, at any byte of its ends and any ninth between', () =>
    handInAll((sound) =>
      Array.from(sound, (_char, end) => end)
        .filter((end) => end % 9 === 0 || end > sound.length - 20)
        .map((end) => sound.slice(0, end)),
    ));

  it('C7: is never accepted after any of 300 accidents', () => {
    const random = createRandom(20_261_128);
    return handInAll((sound) => Array.from({ length: 300 }, () => mutateText(sound, random)).filter((text) => text !== sound));
  });
});

describe('C14: an encrypted answer with one thing wrong', () => {
  const header = (jwe: string) => JSON.parse(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString()) as Record<string, unknown>;
  const withHeader = (change: (header: Record<string, unknown>) => object) => (jwe: string) =>
    [encodeBase64Url(encodeUtf8(JSON.stringify(change(header(jwe))))), ...jwe.split('.').slice(1)].join('.');
  const point = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

  it.each<[string, (jwe: string) => string]>([
    ['RSA1_5', withHeader((own) => ({ ...own, alg: 'RSA1_5' }))],
    ['dir', withHeader((own) => ({ ...own, alg: 'dir' }))],
    ['ECDH-ES with a wrapped key', withHeader((own) => ({ ...own, alg: 'ECDH-ES+A128KW' }))],
    ['another kid', withHeader((own) => ({ ...own, kid: 'another' }))],
    ['no kid', withHeader(({ kid: _kid, ...own }) => own)],
    ['a content encryption that was not offered', withHeader((own) => ({ ...own, enc: 'A128CBC-HS256' }))],
    ['a point off the curve', withHeader((own) => ({ ...own, epk: { kty: 'EC', crv: 'P-256', x: point, y: point } }))],
    ['a point of another curve', withHeader((own) => ({ ...own, epk: { kty: 'OKP', crv: 'X25519', x: point } }))],
    ['no ephemeral key', withHeader(({ epk: _epk, ...own }) => own)],
    ['compression', withHeader((own) => ({ ...own, zip: 'DEF' }))],
    ['other parties', withHeader((own) => ({ ...own, apu: 'QQ', apv: 'Qg' }))],
    ['an extension that must be understood', withHeader((own) => ({ ...own, crit: ['x'], x: 1 }))],
    ['an encrypted key where there is none', (jwe) => jwe.replace('..', '.AAAA.')],
    ['another initialisation vector', (jwe) => jwe.split('.').with(2, 'AAAAAAAAAAAAAAAA').join('.')],
    ['a short tag', (jwe) => jwe.split('.').with(4, 'AAAA').join('.')],
    ['four parts', (jwe) => jwe.split('.').slice(0, 4).join('.')],
    ['six parts', (jwe) => `${jwe}.AAAA`],
    ['padding', (jwe) => `${jwe}=`],
  ])('C14: %s is refused as every other fault is, and the request stays open', async (_what, change) => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    const response = await answerByApi(wallet, asked);
    const { status, body } = await browser.hand(asked, change(response));
    expect([status, body['code'], body['facts']]).toEqual([422, 'jwe_decrypt_failed', { rule: 'V26', step: 'encryption' }]);
    expect((await browser.hand(asked, response)).status).toBe(200);
  });
});

describe('C15: more than anybody sends', () => {
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as Json;
  const overLimit = (name: string) => [`salt of ${name}`, name, 'x'];

  it.each<[string, () => MakePresentation]>([
    [
      '65 disclosures',
      () => forgePresentation(issuer, holder, { disclosures: Array.from({ length: 65 }, (_, at) => overLimit(`c${at}`)) }),
    ],
    ['a payload nested 33 deep', () => forgePresentation(issuer, holder, { payload: { deep: nested(32) } })],
    ['a disclosure nested 33 deep', () => forgePresentation(issuer, holder, { loose: [['salt', 'deep', nested(32)]] })],
    [
      'a name twice in the payload',
      () => async (request) => {
        const [jwt = '', ...rest] = (await forgePresentation(issuer, holder)(request)).split('~');
        const [header, payload = '', signature] = jwt.split('.');
        const twice = Buffer.from(payload, 'base64url').toString().replace('{', '{"exp":1,');
        return [[header, encodeBase64Url(encodeUtf8(twice)), signature].join('.'), ...rest].join('~');
      },
    ],
    [
      'five certificates',
      () => forgePresentation(issuer, holder, { header: { x5c: Array.from({ length: 5 }, () => issuer.x5c[0] ?? '') } }),
    ],
  ])('C15: %s: is refused before any signature is verified', async (_what, make) => {
    const { answer, browser } = await present(make());
    expectRefused(answer);
    expect(work.verifications).toBe(0);
    expect((await browser.send('/daricheh/session')).body).toEqual({ signedIn: false });
  });

  it('C15: 65 disclosures: is refused before anything of it is hashed', async () => {
    const disclosures = Array.from({ length: 65 }, (_, at) => overLimit(`c${at}`));
    expectRefused((await present(forgePresentation(issuer, holder, { disclosures }))).answer);
    expect(work).toEqual({ hashes: 0, verifications: 0 });
  });

  it('C15: a claim by the name __proto__ leaves nothing behind', async () => {
    const { answer } = await present(forgePresentation(issuer, holder, { disclosures: [['salt', '__proto__', { isAdmin: true }]] }));
    expectRefused(answer);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('C15: an encrypted answer of more than 80 KiB is refused as every other fault is', async () => {
    const browser = new TestBrowser(app);
    const asked = await browser.ask();
    const response = await encryptFor(asked, { vp_token: { identity: ['a'.repeat(62_000)] } });
    expect(response.length).toBeGreaterThan(80 * 1024);
    Object.assign(work, { hashes: 0, verifications: 0 });
    expect(await browser.hand(asked, response)).toMatchObject({ status: 422, body: { code: 'jwe_decrypt_failed' } });
    expect(work).toEqual({ hashes: 0, verifications: 0 });
  });

  it('C15: a body one byte over 96 KiB is refused before it is read, one that fits is not', async () => {
    const post = async (length: number) => {
      const frame = JSON.stringify({ response: '' });
      const body = frame.replace('""', `"${'a'.repeat(length - frame.length)}"`);
      const headers = { 'content-type': 'application/json', 'content-length': String(length), 'sec-fetch-site': 'same-origin' };
      const answer = await app.send('tax', '/daricheh/verifier/requests/x/dc-response', { method: 'POST', headers, body });
      return answer.status;
    };
    expect([await post(98_304), await post(98_305)]).toEqual([422, 413]);
  });

  it('C15: JSON where a form belongs, and a form where JSON does, is refused', async () => {
    const json = await app.send('passport', '/daricheh/verifier/requests/x/direct-post', { json: { response: 'x' } });
    const headers = { 'sec-fetch-site': 'same-origin' };
    const form = await app.send('tax', '/daricheh/verifier/requests/x/dc-response', { form: { response: 'x' }, headers });
    expect([json.status, form.status]).toEqual([415, 415]);
  });
});

describe('C17: claims beyond the request', () => {
  it('C17: are dropped: no session knows them, no record holds them, no line of the log', async () => {
    const extra = [
      ['salt of address', 'address', 'Valiasr Street 12'],
      ['salt of birth', 'birth_date', '1990-01-01'],
    ];
    const names = ['given_name', 'family_name', 'given_name_latin', 'family_name_latin', 'national_id'];
    const asked = names.map((name) => [`salt of ${name}`, name, 'x']);
    const stored: unknown[] = [];
    const { put } = app.deps.store.oneTime;
    app.deps.store.oneTime.put = (record, at) => {
      stored.push(record);
      return put.call(app.deps.store.oneTime, record, at);
    };
    const { answer, browser } = await present(forgePresentation(issuer, holder, { disclosures: [...asked, ...extra] }));
    app.deps.store.oneTime.put = put;
    expect(answer.body).toEqual({ signedIn: true, subject: Object.fromEntries(names.map((name) => [name, 'x'])) });
    const kept = JSON.stringify([stored, app.logged, (await browser.send('/daricheh/session')).body]);
    expect(kept).not.toMatch(/Valiasr|1990-01-01/);
  });
});

describe('V27: starting without end', () => {
  it.each([
    ['a sign-in', 'tax', '/daricheh/verifier/requests', { use: 'sign-in', channel: 'dc_api' }, 201],
    [
      'a signature',
      'tax',
      '/daricheh/submissions/requests',
      { form: { id: 'x', version: 1, hash: 'A'.repeat(43) }, manifestHash: 'A'.repeat(43) },
      422,
    ],
  ] as const)(
    'V27: %s is refused to a client that began too many within a quarter of an hour, and to no other',
    async (_what, agency, path, json, status) => {
      const from = (client: string, body: object) => app.send(agency, path, { json: body, headers: { 'x-forwarded-for': client } });
      for (let count = 0; count < maxRequests; count++) await from('10.1.1.1', {});
      const refused = await from('10.1.1.1', json);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
      expect((await from('10.1.1.2', json)).status).toBe(status);
    },
  );
});
