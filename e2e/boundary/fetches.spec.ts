import { expect, test } from '../demo-fixtures.ts';
import { drip, type StandIn } from '../traffic.ts';
import { expectRefusal, openAskingPage } from './asking-page.ts';
import { startCanary } from './canary.ts';
import { becomeHolder, listHistory } from './citizen-at-sites.ts';
import { createForger } from './forge-requests.ts';

// Links whose request lies elsewhere, or whose answer would go elsewhere.

const mediaType = { 'content-type': 'application/oauth-authz-req+jwt' };

/** Answers of the agency's own address that are no request object; the redirect leads to `inside`. */
function badAnswers(inside: string): Record<string, StandIn> {
  return {
    'a page where a request object should be': (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello</p>'),
    'ten megabytes': (answer) => answer.writeHead(200, mediaType).end(Buffer.alloc(10_000_000, 'a')),
    'a redirect': (answer) => answer.writeHead(302, { ...mediaType, location: inside }).end(),
    'a letter now and then, without end': (answer) => drip(answer.writeHead(200, mediaType)),
  };
}

test('B7, B14, B15: no byte goes to an address that is not the agency’s own, and no strange answer is read', async ({
  wallet,
  world,
  traffic,
}) => {
  test.setTimeout(300_000);
  const citizen = await becomeHolder({ wallet, world });
  const { origin, clientId, forge } = createForger(world);
  const page = await openAskingPage(citizen, origin);
  const canary = await startCanary(traffic);
  const link = (members: Record<string, string>) => `openid4vp://?${new URLSearchParams({ client_id: clientId, ...members })}`;
  const inside = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f000001', '0177.0.0.1'];
  const outside = [
    'http://10.0.0.1/o',
    'http://169.254.169.254/latest/meta-data',
    'https://evil.test/o',
    `http://tax.localhost@127.0.0.1:${canary.port}/o`,
  ];
  const addresses = [...inside.map((host) => `http://${host}:${canary.port}/o`), ...outside];
  traffic.forget();
  for (const address of addresses) {
    await test.step(`B15: ${address}`, () => expectRefusal(page, link({ request_uri: address }), 'request_uri_blocked'));
  }
  const own = `${origin}/daricheh/request-object`;
  const another = `${world.demo.agencies.passport.origin}/daricheh/request-object`;
  await test.step('B15: the address of another agency', () => expectRefusal(page, link({ request_uri: another }), 'request_uri_blocked'));
  await test.step('B7: a client id with the browser’s prefix', () =>
    expectRefusal(page, link({ client_id: `origin:${origin}`, request_uri: own }), 'verifier_not_trusted'));
  expect(traffic.exchanges.filter(({ url }) => url.pathname.endsWith('/request-object'))).toEqual([]);
  const { port } = canary;
  for (const [name, answer] of Object.entries(badAnswers(`http://127.0.0.1:${port}/o`))) {
    await test.step(`B15: ${name}`, async () => {
      traffic.standIn((url) => (url.href === own ? answer : undefined));
      await expectRefusal(page, link({ request_uri: own }), 'request_uri_blocked');
      traffic.standIn(undefined);
    });
  }
  const byPost = { response_mode: 'direct_post', expected_origins: undefined };
  await test.step('B15: a request object from there is read', async () => {
    const sound = forge({ ...byPost, response_uri: `${origin}/daricheh/answer` });
    traffic.standIn((url) => (url.href === own ? (answer) => answer.writeHead(200, mediaType).end(sound) : undefined));
    const window = await page.follow(link({ request_uri: own }));
    await expect(window.button('present')).toBeEnabled();
    await page.leave(window);
    traffic.standIn(undefined);
  });
  const answers = {
    'an address elsewhere': { response_uri: 'https://evil.test/answer' },
    'a redirect_uri beside it': { response_uri: `${origin}/a`, redirect_uri: `${origin}/b` },
  };
  for (const [name, members] of Object.entries(answers)) {
    await test.step(`B14: ${name}`, () => expectRefusal(page, link({ request: forge({ ...byPost, ...members }) }), 'invalid_request'));
  }
  expect(canary.listReached([...addresses, 'https://evil.test/answer'])).toEqual([]);
  expect(traffic.exchanges.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(await listHistory(citizen)).toEqual([]);
  await test.step('the canary would have sung', async () => {
    const site = await wallet.context.newPage();
    await expect(site.goto(`http://127.0.0.1:${port}/o`)).rejects.toThrow();
    expect(canary.listReached(addresses)).not.toEqual([]);
  });
  canary.close();
});
