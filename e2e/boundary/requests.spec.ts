import { type ErrorCode, errorSentences } from '@daricheh/shared/errors';
import { createTestRoot, createTestSeal } from '@daricheh/shared/testing';
import { encodeX5c } from '@daricheh/shared/x509';
import { expect, test } from '../demo-fixtures.ts';
import { openAskingPage } from './asking-page.ts';
import { becomeHolder, listHistory } from './citizen-at-sites.ts';
import { askFor, createForger, type Forger, signedCall } from './forge-requests.ts';

// Requests that break a rule, sent by the very page of a registered agency and sealed with its own key.

const flip = (jws: string) => jws.replace(/.(?=[^.]{4}$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
const unknownTransaction = Buffer.from(JSON.stringify({ type: 'payment', credential_ids: ['identity'] })).toString('base64url');

/** Each with the code of its refusal. */
function listBroken({ forge, origin }: Forger, strangerX5c: readonly string[]): readonly (readonly [string, string, ErrorCode])[] {
  return [
    ['B6: origins without the caller’s', forge({ expected_origins: ['https://evil.test'] }), 'request_origin_mismatch'],
    ['B6: no origins', forge({ expected_origins: undefined }), 'invalid_request'],
    ['B7: a client id with the browser’s prefix', forge({ client_id: `origin:${origin}` }), 'invalid_request'],
    ['B8: a flipped signature', flip(forge()), 'request_signature_invalid'],
    ['B8: no algorithm', forge({}, { alg: 'none' }), 'invalid_request'],
    ['B8: a public key as a secret', forge({}, { alg: 'HS256' }), 'invalid_request'],
    ['B8: an unknown prefix', forge({ client_id: 'x509_san_dns:tax.localhost' }), 'invalid_request'],
    ['B8: a certificate of nobody’s', forge({}, { x5c: strangerX5c }), 'verifier_not_trusted'],
    ['B8: the hash of another certificate', forge({ client_id: `x509_hash:${'A'.repeat(43)}` }), 'verifier_not_trusted'],
    ['B10: no nonce', forge({ nonce: undefined }), 'invalid_request'],
    ['B10: a nonce of 15 characters', forge({ nonce: 'abcdefghijklmno' }), 'invalid_request'],
    ['B11: 65 claims', forge({ dcql_query: askFor(Array.from({ length: 65 }, (_, at) => [`claim-${at}`])) }), 'too_much_asked'],
    ['B12: transaction data of an unknown type', forge({ transaction_data: [unknownTransaction] }), 'invalid_transaction_data'],
  ];
}

test('B6, B7, B8, B10, B11, B12: what breaks a rule is refused in words, and nothing leaves', async ({ wallet, world, traffic }) => {
  test.setTimeout(300_000);
  const citizen = await becomeHolder({ wallet, world });
  const forger = createForger(world);
  const stranger = await createTestSeal(await createTestRoot('Nobody'), forger.origin);
  const page = await openAskingPage(citizen, forger.origin);
  traffic.forget();
  const broken = listBroken(forger, encodeX5c([stranger.der]));
  for (const [name, request, code] of broken) {
    await test.step(name, async () => {
      const window = await page.ask(signedCall(request));
      await expect(window.alert).toHaveText(errorSentences[code].en);
      await expect(window.button('present')).toHaveCount(0);
      await page.takeBack(window);
    });
  }
  expect(await page.readEnds()).toEqual(broken.map(() => 'AbortError'));
  expect(traffic.exchanges.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(await listHistory(citizen)).toEqual([]);
});

test('B9, B10, B11, B13: one sound signature of two is enough, a nonce is answered once, nothing beyond the registration is on, and no answer looks like a no', async ({
  wallet,
  world,
}) => {
  test.setTimeout(180_000);
  const citizen = await becomeHolder({ wallet, world });
  const { origin, forge, forgePart } = createForger(world);
  const page = await openAskingPage(citizen, origin);
  await test.step('B9: multisigned-one-invalid', async () => {
    const { payload, ...sound } = forgePart();
    const signatures = [{ ...sound, signature: flip(`.${sound.signature}`).slice(1) }, sound];
    const window = await page.ask({ protocol: 'openid4vp-v1-multisigned', data: { request: { payload, signatures } } });
    await window.approve('present');
    await window.expectEnd('shown');
    expect(await page.readEnds()).toMatchObject([{ vp_token: { identity: [expect.any(String)] } }]);
  });
  await test.step('B10: a nonce is answered once, although the request is sealed anew', async () => {
    const nonce = 'a-nonce-of-more-than-128-bits';
    const first = await page.ask(signedCall(forge({ nonce })));
    await first.approve('present');
    await first.expectEnd('shown');
    const again = await page.ask(signedCall(forge({ nonce })));
    await expect(again.alert).toHaveText(errorSentences.invalid_request.en);
    await expect(again.button('present')).toHaveCount(0);
    await page.takeBack(again);
  });
  await test.step('B11: a claim that the agency is not registered for is marked, and off', async () => {
    const window = await page.ask(signedCall(forge({ dcql_query: askFor([['father_name']]) })));
    await expect(window.page.getByText('This agency is not registered to know this.')).toBeVisible();
    await expect(window.page.getByRole('switch')).not.toBeChecked();
    await expect(window.button('present')).toBeDisabled();
    await page.takeBack(window);
  });
  await test.step('B11: a query without claims shows nothing that could be withheld', async () => {
    const window = await page.ask(signedCall(forge({ dcql_query: askFor(undefined) })));
    await window.approve('present');
    await window.expectEnd('shown');
    const answer = (await page.readEnds()).at(-1) as { vp_token: { identity: string[] } };
    expect(answer.vp_token.identity[0]?.split('~')).toHaveLength(2);
  });
  await test.step('B13: a document that is missing, and a refusal, are told in the same words', async () => {
    const missing = await page.ask(signedCall(forge({ dcql_query: askFor([['given_name']], 'urn:example:other') })));
    await expect(missing.page.getByText('This document is not in your wallet')).toBeVisible();
    await missing.refuse();
    await (await page.ask(signedCall(forge()))).refuse();
    await expect.poll(async () => (await page.readEnds()).slice(-2)).toEqual(['NotAllowedError', 'NotAllowedError']);
  });
});
