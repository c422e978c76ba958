import { describe, expect, it } from 'vitest';
import { createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { createProtocolWallet, makeOffer, readCode, readOfferDocument } from '../testing/test-protocol-wallet.ts';
import { testSubject } from '../testing/test-receiver.ts';

const order = { subject: testSubject, configurations: ['identity'], txCode: { description: 'کد روی نمایشگر باجه' } };

async function prepare() {
  const app = await createTestApp();
  const world = worldOf(app);
  const offer = await makeOffer(world, order);
  const { txCode = '', offerUri } = offer;
  const preAuthorizedCode = await readCode(world, offerUri);
  const wallet = createProtocolWallet(world);
  const guess = (code: string) => wallet.requestToken({ preAuthorizedCode, txCode: code });
  return { app, world, txCode, offerUri, preAuthorizedCode, wallet, guess, wrong: txCode === '000000' ? '111111' : '000000' };
}

function worldOf(app: TestApp) {
  return { send: app.send, origin: originOf('civil-registry'), now: () => app.clock.now };
}

describe('a second code', () => {
  it('is six digits, said in the offer but never there, nor in the database', async () => {
    const { world, offerUri, txCode, wallet } = await prepare();
    expect(txCode).toMatch(/^\d{6}$/);
    const document = await readOfferDocument(world, offerUri);
    expect(document['grants']).toMatchObject({
      'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
        tx_code: { input_mode: 'numeric', length: 6, description: order.txCode.description },
      },
    });
    expect(JSON.stringify(document)).not.toContain(`"${txCode}"`);
    expect(await wallet.redeem(offerUri, txCode)).toMatchObject({ token_type: 'DPoP' });
  });

  it('D2: may be mistaken four times', async () => {
    const { guess, wrong, txCode } = await prepare();
    for (let tries = 0; tries < 4; tries++) {
      expect((await guess(wrong)).body).toMatchObject({ error: 'invalid_grant', code: 'tx_code_wrong' });
    }
    expect((await guess(txCode)).status).toBe(200);
  });

  it('D2: locks the code when it was wrong five times, for the right one too', async () => {
    const { guess, wrong, txCode } = await prepare();
    for (let tries = 0; tries < 5; tries++) expect((await guess(wrong)).status).toBe(400);
    expect((await guess(txCode)).body).toMatchObject({ status: 400, error: 'invalid_grant', code: 'invalid_grant' });
  });

  it('D2: is not found by many guesses at once', async () => {
    const { guess, txCode } = await prepare();
    const around = Array.from({ length: 40 }, (_each, index) =>
      String((Number(txCode) + index - 20 + 1_000_000) % 1_000_000).padStart(6, '0'),
    );
    const answers = await Promise.all(around.map(guess));
    // The right one is among them: it passes only if it came among the first five.
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ body }) => body['code'] === 'tx_code_wrong').length).toBeLessThanOrEqual(4);
    expect((await guess(txCode)).status).toBe(400);
  });

  it('D2: brings one token, of twenty who show it at once', async () => {
    const { guess, txCode } = await prepare();
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(txCode)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is asked for where it is missing, which counts as no try, and refused where none was asked for', async () => {
    const { wallet, world, preAuthorizedCode, guess, txCode } = await prepare();
    for (let tries = 0; tries < 6; tries++) {
      expect((await wallet.requestToken({ preAuthorizedCode })).body).toMatchObject({
        error: 'invalid_request',
        facts: { field: 'tx_code' },
      });
    }
    expect((await guess(txCode)).status).toBe(200);
    const { offerUri } = await makeOffer(world, { subject: testSubject, configurations: ['identity'] });
    const plain = await readCode(world, offerUri);
    expect((await wallet.requestToken({ preAuthorizedCode: plain, txCode: '123456' })).body).toMatchObject({ error: 'invalid_request' });
  });

  it('D2: is worth nothing when its time is over', async () => {
    const { app, guess, txCode } = await prepare();
    app.clock.now = new Date(app.clock.now.getTime() + 600_000);
    expect((await guess(txCode)).body).toMatchObject({ error: 'invalid_grant', code: 'invalid_grant' });
  });
});
