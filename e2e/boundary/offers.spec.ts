import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { ErrorCode } from '@daricheh/shared/errors';
import { decodePemCertificates, encodeX5c } from '@daricheh/shared/x509';
import { callRegistry } from '../back-end.ts';
import { becomeCitizen, type Citizen } from '../citizen.ts';
import type { RunningWorld } from '../demo.ts';
import { expect, test } from '../demo-fixtures.ts';
import { tell } from '../screens/wallet-data.ts';
import { drip, type Rewrite, type StandIn } from '../traffic.ts';
import { expectRefusal, openAskingPage } from './asking-page.ts';
import { startCanary } from './canary.ts';
import { sealJws } from './forge-requests.ts';

// Offers that lie elsewhere, and issuers that say something else of themselves than the trust list does.

const person = getLetterPerson('sara-rezaei');
const linkTo = (address: string) => `openid-credential-offer://?${new URLSearchParams({ credential_offer_uri: address })}`;

async function expectNoDocument({ page }: Citizen): Promise<void> {
  expect(await tell(page, 'documents/list', {})).toMatchObject({ documents: [], damaged: [] });
}

/** Answers of the issuer's own address that are no offer, each with the code of its refusal; the redirect leads to `inside`. */
function listBadAnswers(inside: string): readonly (readonly [string, StandIn, ErrorCode])[] {
  const json = { 'content-type': 'application/json' };
  return [
    ['a redirect', (answer) => answer.writeHead(302, { ...json, location: inside }).end('{}'), 'request_uri_blocked'],
    ['ten megabytes', (answer) => answer.writeHead(200, json).end(Buffer.alloc(10_000_000, ' ')), 'body_too_large'],
    ['a page', (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('{}'), 'agency_refused'],
    ['a letter now and then, without end', (answer) => drip(answer.writeHead(200, json)), 'unavailable'],
  ];
}

test('D6: an offer is fetched from the issuer alone, and no other address hears a byte', async ({ wallet, world, traffic }) => {
  test.setTimeout(300_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  const { origin, host } = world.demo.agencies['civil-registry'];
  const page = await openAskingPage(citizen, origin);
  const canary = await startCanary(traffic);
  const inside = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f000001'];
  const addresses = [
    ...inside.map((name) => `http://${name}:${canary.port}/offer`),
    'http://10.0.0.1/offer',
    'http://169.254.169.254/latest/meta-data',
    'https://evil.test/offer',
    `http://${host}@127.0.0.1:${canary.port}/offer`,
    // An agency of the list, that issues nothing.
    `${world.demo.agencies.transport.origin}/offer`,
  ];
  traffic.forget();
  for (const address of addresses) await test.step(address, () => expectRefusal(page, linkTo(address), 'issuer_not_trusted'));
  await test.step('an address of no kind that is fetched', () => expectRefusal(page, linkTo('file:///etc/passwd'), 'offer_invalid'));
  expect(canary.listReached(addresses)).toEqual([]);
  expect(traffic.exchanges.filter(({ url }) => url.pathname === '/offer')).toEqual([]);
  const own = `${origin}/daricheh/offer`;
  for (const [name, answer, code] of listBadAnswers(`http://127.0.0.1:${canary.port}/offer`)) {
    await test.step(`from its own address ${name}`, async () => {
      traffic.standIn((url) => (url.href === own ? answer : undefined));
      await expectRefusal(page, linkTo(own), code);
    });
  }
  traffic.standIn(undefined);
  expect(canary.listReached(addresses)).toEqual([]);
  await expectNoDocument(citizen);
  canary.close();
});

type Seal = { readonly key: KeyObject; readonly x5c: readonly string[] };

type Change = {
  readonly of: 'openid-credential-issuer' | 'oauth-authorization-server';
  readonly members?: object;
  /** Who seals it anew; the issuer itself when left out. */
  readonly by?: Partial<Seal>;
};

/** Changes what the issuer says of itself; what it had sealed is sealed anew. */
function rewriteMetadata({ of, members = {}, by = {} }: Change, own: Seal): Rewrite {
  return (url, { body }) => {
    if (url.pathname !== `/.well-known/${of}`) return undefined;
    const text = body.toString();
    if (text.startsWith('{')) return Buffer.from(JSON.stringify({ ...JSON.parse(text), ...members }));
    const [header, payload] = text.split('.', 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
    const { key, x5c } = { ...own, ...by };
    return Buffer.from(sealJws({ ...header, x5c }, { ...payload, ...members }, key).join('.'));
  };
}

function readSeal({ demo }: RunningWorld, id: 'civil-registry' | 'tax'): Seal {
  return {
    key: createPrivateKey(readFileSync(join(demo.folder, id, 'seal.key.pem'))),
    x5c: encodeX5c(decodePemCertificates(demo.agencies[id].sealCertPem)),
  };
}

/** Each breaks one rule of what an issuer may say. */
function listForgeries({ demo }: RunningWorld, other: Seal): Record<string, Change> {
  const issuer = 'openid-credential-issuer';
  const server = 'oauth-authorization-server';
  const elsewhere = 'https://evil.test/endpoint';
  return {
    'names another issuer': { of: issuer, members: { credential_issuer: demo.agencies.tax.origin } },
    'is sealed about another issuer': { of: issuer, members: { sub: demo.agencies.tax.origin } },
    'gives documents elsewhere': { of: issuer, members: { credential_endpoint: elsewhere } },
    'gives nonces elsewhere': { of: issuer, members: { nonce_endpoint: elsewhere } },
    'lets another server give tokens': { of: issuer, members: { authorization_servers: ['https://evil.test'] } },
    'has a server of another name': { of: server, members: { issuer: 'https://evil.test' } },
    'gives tokens elsewhere': { of: server, members: { token_endpoint: elsewhere } },
    'is sealed by another key under its own certificate': { of: issuer, by: { key: other.key } },
    'is sealed by another agency': { of: issuer, by: other },
  };
}

test('D7: an issuer that is not who the trust list names gets no token request', async ({ wallet, world, traffic }) => {
  test.setTimeout(300_000);
  const citizen = await becomeCitizen({ wallet, world, person, language: 'en' });
  const page = await openAskingPage(citizen, world.demo.agencies['civil-registry'].origin);
  const order = { subject: person.claims, configurations: ['identity'] };
  const { offerUri } = (await callRegistry(world, '/daricheh/issuer/offers', order)) as { offerUri: string };
  const own = readSeal(world, 'civil-registry');
  const listPosts = () => traffic.exchanges.filter(({ method }) => method === 'POST').map(({ url }) => url.pathname);
  traffic.forget();
  for (const [name, change] of Object.entries(listForgeries(world, readSeal(world, 'tax')))) {
    traffic.rewrite(rewriteMetadata(change, own));
    await test.step(name, () => expectRefusal(page, offerUri, 'issuer_metadata_invalid'));
  }
  expect(listPosts()).toEqual([]);
  expect(traffic.strangers.filter((host) => host.startsWith('evil.test'))).toEqual([]);
  await expectNoDocument(citizen);
  await test.step('sealed anew, with nothing changed, it is believed', async () => {
    traffic.rewrite(rewriteMetadata({ of: 'openid-credential-issuer' }, own));
    const window = await page.follow(offerUri);
    await window.approve('receive');
    await window.expectEnd('received');
    expect(listPosts()).not.toEqual([]);
  });
});
