import { encodeBase64Url } from '@daricheh/shared/encoding';
import { createTestKey, createTestSeal, type TestCertificate, testVct } from '@daricheh/shared/testing';
import { encodeX5c } from '@daricheh/shared/x509';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, forgePresentation, openRegistry } from '../testing/forge-answer.ts';
import { createTestApp, originOf, startOfTests, type TestApp } from '../testing/test-app.ts';
import { type Asked, TestBrowser } from '../testing/test-browser.ts';
import { createTestWallet, type TestWallet } from '../testing/test-wallet.ts';

const holder = createTestKey();
let app: TestApp;
let wallet: TestWallet;
let published: string;
/** The registry's seal before and after. */
let oldSeal: TestCertificate;
let newSeal: TestCertificate;

beforeEach(async () => {
  app = await createTestApp({ trustList: { everyMs: 1000, read: async () => published } });
  published = app.authority.trustList;
  wallet = await createTestWallet(app);
  oldSeal = openRegistry(app).seal;
  newSeal = await createTestSeal(app.authority.root, originOf('civil-registry'));
  await publish(2, [{ certificateHashes: [await hashOf(oldSeal)] }]);
});

const after = (ms: number) => new Date(startOfTests.getTime() + ms);
const hashOf = async ({ der }: TestCertificate) => encodeBase64Url(await app.deps.sha256(der));

async function publish(serial: number, entries: readonly { certificateHashes: string[]; from?: string; until?: string }[]): Promise<void> {
  const registry = originOf('civil-registry');
  const issuers = app.authority.list.issuers
    .filter(({ issuer }) => issuer === registry)
    .map((issuer) => ({
      ...issuer,
      documents: entries.map((entry) => ({ vct: testVct, ...entry })),
    }));
  published = await app.authority.signList({ serial, issuers });
}

/** Answers a sign-in with a credential by that seal, valid for a day from the start. */
async function answer(browser: TestBrowser, asked: Asked, seal: TestCertificate) {
  const registry = { ...openRegistry(app), seal, x5c: encodeX5c([seal.der]) };
  const [issuedAt, now] = [startOfTests.getTime() / 1000, app.clock.now.getTime() / 1000];
  const payload = { iat: issuedAt, exp: issuedAt + 86_400 };
  const make = forgePresentation(registry, holder, { payload, binding: { payload: { iat: now } } });
  return browser.hand(asked, await answerWith(make, wallet, asked));
}

async function signIn(seal: TestCertificate): Promise<string> {
  const browser = new TestBrowser(app);
  const { status, body } = await answer(browser, await browser.ask(), seal);
  return status === 200 ? 'signed in' : JSON.stringify(body);
}

describe('D13: an issuer’s key takes over from another', () => {
  it('is not believed before the list names it', async () => {
    expect(await signIn(oldSeal)).toBe('signed in');
    expect(await signIn(newSeal)).toContain('issuer_not_trusted');
  });

  it('is believed from the edition that names it; what the old key signed before, too, though the request is older than the edition', async () => {
    const browser = new TestBrowser(app);
    const begun = await browser.ask();
    await publish(3, [
      { certificateHashes: [await hashOf(oldSeal)], until: after(3_600_000).toISOString() },
      { certificateHashes: [await hashOf(newSeal)] },
    ]);
    app.clock.now = after(1000);
    await vi.waitFor(async () => expect(await signIn(newSeal)).toBe('signed in'));
    expect((await answer(browser, begun, oldSeal)).status).toBe(200);
    expect(await signIn(oldSeal)).toBe('signed in');
  });

  it('is believed alone once the old one’s entry has ended, and what it signed until that expires', async () => {
    const until = after(3_600_000);
    await publish(3, [
      { certificateHashes: [await hashOf(oldSeal)], until: until.toISOString() },
      { certificateHashes: [await hashOf(newSeal)] },
    ]);
    app.clock.now = after(3_599_000);
    await vi.waitFor(async () => expect(await signIn(newSeal)).toBe('signed in'));
    expect(await signIn(oldSeal)).toBe('signed in');
    app.clock.now = until;
    expect(await signIn(oldSeal)).toContain('issuer_not_trusted');
    expect(await signIn(newSeal)).toBe('signed in');
    app.clock.now = after(86_400_000 + 61_000);
    expect(await signIn(newSeal)).toContain('credential_expired');
  });
});
