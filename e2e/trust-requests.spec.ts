import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getLetterPerson } from '@daricheh/agencies/people';
import { type ErrorCode, errorSentences } from '@daricheh/shared/errors';
import { createTestCertificate, createTestKey, createTestRoot, createTestSeal, KeyUsageFlags } from '@daricheh/shared/testing';
import { decodePemCertificates } from '@daricheh/shared/x509';
import type { Page } from '@playwright/test';
import { becomeCitizen, type Citizen, receiveDocuments } from './citizen.ts';
import type { RunningWorld } from './demo.ts';
import { expect, test } from './demo-fixtures.ts';
import { forgeRequest, type RequestForgery, replaceHeader, type Signer } from './forged-requests.ts';
import { openPublishedList, type PublishedList } from './published-list.ts';
import { type ConsentScreen, openConsent } from './screens/consent.ts';
import { tell } from './screens/wallet-data.ts';

// Requests that are signed, or not, by whom they should not be, at the tax administration's own site.

const person = getLetterPerson('sara-rezaei');

/** Has the page ask, by a person's click, for what these entries say; what became of it stands on its body. */
async function ask(citizen: Citizen, site: Page, requests: readonly object[]): Promise<ConsentScreen> {
  await site.evaluate((entries) => {
    document.getElementById('ask')?.remove();
    document.body.removeAttribute('data-end');
    const button = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'ask' });
    const call = () => navigator.credentials.get({ digital: { requests: entries } } as CredentialRequestOptions);
    button.addEventListener('click', () =>
      call().then(
        () => document.body.setAttribute('data-end', 'answered'),
        (error: Error) => document.body.setAttribute('data-end', error.name),
      ),
    );
    document.body.prepend(button);
  }, requests);
  return openConsent(citizen, () => site.click('#ask'));
}

const signed = (request: string) => ({ protocol: 'openid4vp-v1-signed', data: { request } });

async function atTax(citizen: Citizen): Promise<Page> {
  const site = await citizen.wallet.context.newPage();
  await site.goto(`${citizen.world.demo.agencies.tax.origin}/`);
  return site;
}

/** The wallet's window says why it refuses, the page learns nothing but that, and nothing is kept of it. */
async function expectRefused(citizen: Citizen, site: Page, request: string, code: ErrorCode): Promise<void> {
  const window = await ask(citizen, site, [signed(request)]);
  await expect(window.alert).toHaveText(errorSentences[code].en);
  await expect(window.button('present')).toHaveCount(0);
  await window.close();
  await expect(site.locator('body')).toHaveAttribute('data-end', 'NotAllowedError');
  expect(await tell(citizen.page, 'history/list', {})).toEqual([]);
}

/** The demo's root with its key: what only the demo's own office can sign with. */
function readRoot({ demo }: RunningWorld) {
  const [der] = decodePemCertificates(demo.rootPem);
  if (!der) throw new Error('The demo has no root.');
  const jwk = createPrivateKey(readFileSync(join(demo.folder, 'root.key.pem'))).export({ format: 'jwk' });
  const key = { ...createTestKey(), privateJwk: jwk };
  // As a test certificate names its issuer: what follows `CN=`.
  const name = new X509Certificate(der).subject.replace(/^CN=/, '').replaceAll('\n', ', ');
  return { der, key, name };
}

test('B7: nobody calls itself by the browser’s own word for an origin; unsigned, the name does not count', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const site = await atTax(citizen);
  const { origin } = world.demo.agencies.tax;
  await expectRefused(citizen, site, await forgeRequest(world, { payload: { client_id: `origin:${origin}` } }), 'invalid_request');
  const token = await forgeRequest(world);
  const payload: object = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const window = await ask(citizen, site, [
    { protocol: 'openid4vp-v1-unsigned', data: { ...payload, client_id: 'origin:https://passport.gov.example' } },
  ]);
  await expect(window.asker).toContainText(origin);
  await expect(window.asker).toContainText(world.demo.agencies.tax.name.en);
  await expect(window.asker).not.toContainText('passport');
  await window.refuse();
});

test('B8: a signed request that nobody vouches for is refused, in words, and the page learns nothing', async ({
  wallet,
  world,
  traffic,
}) => {
  test.setTimeout(240_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const strangers = await makeStrangers(world);
  const list = openPublishedList(world);
  try {
    const site = await atTax(citizen);
    await takeList(citizen, list, [strangers.otherRoot, strangers.expired, strangers.renewed]);
    traffic.forget();
    for (const [what, forgery, code] of await listForgeries(world, strangers)) {
      await test.step(what, async () => {
        // Three refusals within a minute silence a site: each of these is a browser's new start for it.
        await forgetRefusals(citizen);
        await expectRefused(citizen, site, await forgeRequest(world, forgery), code);
      });
    }
    expect(traffic.exchanges.filter(({ method }) => method === 'POST')).toEqual([]);
    await test.step('a second certificate that the list names too is as good as the first', async () => {
      await forgetRefusals(citizen);
      const window = await ask(citizen, site, [signed(await forgeRequest(world, { signer: strangers.renewed }))]);
      await expect(window.button('present')).toBeVisible();
      await window.refuse();
    });
  } finally {
    list.restore();
  }
});

/** Has the wallet take an edition that names these certificates as the tax administration's, so that it is not for want of that that one is refused. */
async function takeList({ page }: Citizen, { first, publish }: PublishedList, signers: readonly Signer[]): Promise<void> {
  const added = signers.map(({ der }) => createHash('sha256').update(der).digest('base64url'));
  const serial = first.serial + 1;
  const agencies = first.agencies.map((agency) =>
    agency.id === 'tax' ? { ...agency, certificateHashes: [...agency.certificateHashes, ...added] } : agency,
  );
  await publish({ serial, agencies });
  expect(await tell(page, 'sites/look-for-edition', {})).toMatchObject({ serial, failure: null });
}

type Strangers = Awaited<ReturnType<typeof makeStrangers>>;

/** Each with the code of its refusal. */
async function listForgeries(
  world: RunningWorld,
  { otherRoot, unlisted, expired }: Strangers,
): Promise<readonly (readonly [string, RequestForgery, ErrorCode])[]> {
  const seconds = Math.floor(Date.now() / 1000);
  return [
    ['a signature of which a letter was changed', { bend: bendSignature }, 'request_signature_invalid'],
    ['alg none', { bend: (token) => `${replaceHeader(token, { alg: 'none' }).split('.').slice(0, 2).join('.')}.` }, 'invalid_request'],
    ['alg HS256', { bend: (token) => replaceHeader(token, { alg: 'HS256' }) }, 'invalid_request'],
    ['an unknown prefix', { payload: { client_id: 'did:web:tax.localhost' } }, 'invalid_request'],
    ['no prefix at all', { payload: { client_id: 'tax' } }, 'invalid_request'],
    ['a certificate of another root', { signer: otherRoot }, 'verifier_not_trusted'],
    ['a certificate of our root that the list does not name', { signer: unlisted }, 'verifier_not_trusted'],
    ['a certificate that is over', { signer: expired }, 'verifier_not_trusted'],
    [
      'another’s certificate under the tax administration’s name',
      { payload: await nameOfTax(world), signer: unlisted },
      'verifier_not_trusted',
    ],
    ['a request that is over', { payload: { iat: seconds - 400, exp: seconds - 100 } }, 'request_expired'],
  ];
}

test('B11: what lies beyond the registration is marked, named as such, and off', async ({ wallet, world }) => {
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  await receiveDocuments(citizen);
  const site = await atTax(citizen);
  const claims = [{ path: ['given_name'] }, { path: ['birthdate'] }];
  const window = await ask(citizen, site, [signed(await forgeRequest(world, { payload: queryFor(claims) }))]);
  await expect(window.page.getByText('This agency asks for more than it is registered for')).toBeVisible();
  await expect(window.page.getByText('complaints@tax.localhost')).toBeVisible();
  await expect(window.page.getByRole('switch')).toHaveCount(1);
  await expect(window.page.getByRole('switch')).not.toBeChecked();
  await expect(window.button('present')).toBeDisabled();
  await window.refuse();
  const other = await ask(citizen, site, [
    signed(await forgeRequest(world, { payload: queryFor([{ path: ['certificate'] }], 'urn:daricheh:other:1') })),
  ]);
  await expect(other.page.getByText('not registered to see this document')).toBeVisible();
  await other.refuse();
});

function queryFor(claims: readonly { path: string[] }[], vct = 'urn:daricheh:identity:1') {
  return { dcql_query: { credentials: [{ id: 'identity', format: 'dc+sd-jwt', meta: { vct_values: [vct] }, claims: [...claims] }] } };
}

function bendSignature(token: string): string {
  const [header, payload, signature = ''] = token.split('.');
  return [header, payload, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.');
}

async function nameOfTax(world: RunningWorld) {
  const payload = (await forgeRequest(world)).split('.')[1] ?? '';
  const { client_id } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { client_id: string };
  return { client_id };
}

/** Signers who have a certificate for the tax administration's site: of another root, or of the demo's and in time, or not. */
async function makeStrangers(world: RunningWorld): Promise<Readonly<Record<'otherRoot' | 'unlisted' | 'expired' | 'renewed', Signer>>> {
  const { origin } = world.demo.agencies.tax;
  const now = Date.now();
  const valid = { notBefore: new Date(now - 3_600_000), notAfter: new Date(now + 86_400_000) };
  const over = { notBefore: new Date(now - 7_200_000), notAfter: new Date(now - 3_600_000) };
  const root = readRoot(world);
  const issue = (period: typeof valid) =>
    createTestCertificate({ name: 'Stranger', issuer: root, keyUsage: KeyUsageFlags.digitalSignature, uris: [origin], ...period });
  const [otherRoot, unlisted, expired, renewed] = await Promise.all([
    createTestRoot('Other root', valid).then((other) => createTestSeal(other, origin, valid)),
    issue(valid),
    issue(over),
    issue(valid),
  ]);
  const open = ({ der, key }: Awaited<ReturnType<typeof issue>>): Signer => ({ der, sign: key.sign });
  return { otherRoot: open(otherRoot), unlisted: open(unlisted), expired: open(expired), renewed: open(renewed) };
}

/** The wallet keeps its refusals in the browser's memory for the session. */
async function forgetRefusals({ wallet }: Citizen): Promise<void> {
  const worker = await wallet.findWorker();
  await worker.evaluate(() => chrome.storage.session.remove('prompts'));
}
