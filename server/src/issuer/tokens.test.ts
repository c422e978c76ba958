import { createTestKey } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import { createTestApp, originOf } from '../testing/test-app.ts';
import { askAsBackEnd, createProtocolWallet, expectTokens, makeOffer, readCode } from '../testing/test-protocol-wallet.ts';
import { testSubject } from '../testing/test-receiver.ts';

const order = { subject: testSubject, configurations: ['identity'] };
const day = 86_400_000;

async function prepare() {
  const app = await createTestApp();
  const world = { send: app.send, origin: originOf('civil-registry'), now: () => app.clock.now };
  const wallet = createProtocolWallet(world);
  const { offerId, offerUri } = await makeOffer(world, order);
  const tokens = await wallet.redeem(offerUri);
  const pass = (ms: number) => {
    app.clock.now = new Date(app.clock.now.getTime() + ms);
  };
  const renew = async (refreshToken = '') => wallet.requestToken({ refreshToken });
  const receive = async (accessToken: string, keys = [createTestKey()], more: object = { credential_configuration_id: 'identity' }) => {
    const nonce = await wallet.requestNonce();
    const jwt = await Promise.all(keys.map((key) => wallet.proveKey(nonce, key)));
    return wallet.requestCredential(accessToken, { ...more, proofs: { jwt } });
  };
  const change = (status: string) => askAsBackEnd(world, '/daricheh/issuer/statuses', { offerId, status });
  return { app, world, wallet, tokens, pass, renew, receive, change };
}

describe('a refresh token', () => {
  it('brings fresh documents a year later, and the next of its kind', async () => {
    const { tokens, pass, renew, receive } = await prepare();
    pass(365 * day);
    const renewed = expectTokens(await renew(tokens.refresh_token));
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect(await receive(renewed.access_token)).toMatchObject({ status: 200 });
    expect((await renew(renewed.refresh_token)).status).toBe(200);
  });

  it('may be used again for a minute, should the answer have been lost', async () => {
    const { tokens, pass, renew } = await prepare();
    await renew(tokens.refresh_token);
    pass(59_000);
    const renewed = expectTokens(await renew(tokens.refresh_token));
    pass(1_000);
    // Its record runs out with that minute, and stops nothing yet.
    expect((await renew(tokens.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await renew(renewed.refresh_token)).status).toBe(200);
  });

  it('stops everything when it is used again later: the wallet was copied', async () => {
    const { tokens, pass, renew, receive } = await prepare();
    const renewed = expectTokens(await renew(tokens.refresh_token));
    pass(61_000);
    expect((await renew(tokens.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
    expect((await receive(renewed.access_token)).body).toMatchObject({ error: 'invalid_token' });
    expect((await renew(renewed.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('is worth nothing to another key, which stops nothing', async () => {
    const { world, tokens, pass, renew } = await prepare();
    const thief = createProtocolWallet(world);
    expect((await thief.requestToken({ refreshToken: tokens.refresh_token ?? '' })).body).toMatchObject({ error: 'invalid_grant' });
    const renewed = expectTokens(await renew(tokens.refresh_token));
    pass(61_000);
    expect((await thief.requestToken({ refreshToken: tokens.refresh_token ?? '' })).body).toMatchObject({ error: 'invalid_grant' });
    expect((await renew(renewed.refresh_token)).status).toBe(200);
  });

  it('is asked for by its form', async () => {
    const { wallet } = await prepare();
    expect((await wallet.post('/daricheh/issuer/token', { form: { grant_type: 'refresh_token' } })).body).toMatchObject({
      error: 'invalid_request',
    });
    expect((await wallet.requestToken({ refreshToken: 'unknown' })).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('is refused once the agency withdraws the documents, or suspends them, until it takes that back', async () => {
    const { tokens, renew, receive, change } = await prepare();
    for (const status of ['invalid', 'suspended']) {
      await change(status);
      expect((await renew(tokens.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
      expect((await receive(tokens.access_token)).body).toMatchObject({ error: 'invalid_token' });
    }
    await change('valid');
    expect((await receive(tokens.access_token)).status).toBe(200);
    expect((await renew(tokens.refresh_token)).status).toBe(200);
  });

  it('ends three years after the grant, however often it was renewed', async () => {
    const { tokens, pass, renew } = await prepare();
    let { refresh_token: refreshToken } = tokens;
    for (let renewals = 0; renewals < 3; renewals++) {
      pass(364 * day);
      refreshToken = expectTokens(await renew(refreshToken)).refresh_token;
    }
    pass(4 * day);
    expect((await renew(refreshToken)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('is still good for all when less was asked for meanwhile', async () => {
    const { wallet, world } = await prepare();
    const { offerUri } = await makeOffer(world, { subject: testSubject, configurations: ['identity', 'signing'] });
    const { refresh_token: refreshToken = '' } = await wallet.redeem(offerUri);
    const authorization_details = JSON.stringify([{ type: 'openid_credential', credential_configuration_id: 'signing' }]);
    const less = expectTokens(await wallet.requestToken({ refreshToken }, { authorization_details }));
    expect(less.authorization_details?.map(({ credential_identifiers: [id] }) => id)).toEqual(['signing.1']);
    const all = expectTokens(await wallet.requestToken({ refreshToken: less.refresh_token ?? '' }, {}));
    expect(all.authorization_details).toBeUndefined();
    const unknown = JSON.stringify([{ type: 'openid_credential', credential_configuration_id: 'diploma' }]);
    expect((await wallet.requestToken({ refreshToken: all.refresh_token ?? '' }, { authorization_details: unknown })).body).toMatchObject({
      error: 'invalid_authorization_details',
    });
  });
});

describe('D11: the token endpoint', () => {
  it('puts a client off that failed a hundred times; to be told a nonce is no failure', async () => {
    const { app, wallet } = await prepare();
    const form = { grant_type: 'refresh_token', refresh_token: 'unknown' };
    for (let tries = 0; tries < 120; tries++) {
      const dpop = await wallet.prove('/daricheh/issuer/token', { nonce: 'another' });
      const { body } = await wallet.send('/daricheh/issuer/token', { form, headers: { dpop } });
      expect(body).toMatchObject({ error: 'use_dpop_nonce' });
    }
    for (let tries = 0; tries < 100; tries++) expect((await wallet.post('/daricheh/issuer/token', { form })).status).toBe(400);
    const refused = await wallet.post('/daricheh/issuer/token', { form });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
    expect((await app.send('civil-registry', '/daricheh/issuer/authorize')).status).toBe(429);
  });
});

describe('a token, a nonce', () => {
  it('D1: are good for their time alone: ten minutes, five minutes', async () => {
    const { wallet, tokens, pass, receive } = await prepare();
    const nonce = await wallet.requestNonce();
    pass(300_000);
    const jwt = [await wallet.proveKey(nonce)];
    const late = await wallet.requestCredential(tokens.access_token, { credential_configuration_id: 'identity', proofs: { jwt } });
    expect(late.body).toMatchObject({ status: 400, error: 'invalid_nonce' });
    expect((await receive(tokens.access_token)).status).toBe(200);
    pass(300_000);
    expect((await receive(tokens.access_token)).body).toMatchObject({ status: 401, error: 'invalid_token' });
  });

  it('D5: a token is asked for with a proof of the wallet’s key, whatever the grant', async () => {
    const { world, wallet, tokens } = await prepare();
    const code = await readCode(world, (await makeOffer(world, order)).offerUri);
    const forms = [
      { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' },
      { grant_type: 'urn:ietf:params:oauth:grant-type:pre-authorized_code', 'pre-authorized_code': code },
    ];
    for (const form of forms) {
      expect((await wallet.send('/daricheh/issuer/token', { form })).body).toMatchObject({ status: 400, error: 'invalid_dpop_proof' });
      expect((await wallet.post('/daricheh/issuer/token', { form })).status).toBe(200);
    }
  });
});

describe('a grant', () => {
  it('fills twenty at a time, no more, and sixteen times a day', async () => {
    const { tokens, pass, renew, receive } = await prepare();
    const keys = Array.from({ length: 20 }, () => createTestKey());
    expect((await receive(tokens.access_token, keys)).body['credentials']).toHaveLength(20);
    expect((await receive(tokens.access_token, [...keys, createTestKey()])).body).toMatchObject({ error: 'invalid_credential_request' });
    for (let requests = 1; requests < 16; requests++) expect((await receive(tokens.access_token)).status).toBe(200);
    expect((await receive(tokens.access_token)).body).toMatchObject({ error: 'invalid_token' });
    const renewed = expectTokens(await renew(tokens.refresh_token));
    expect((await receive(renewed.access_token)).body).toMatchObject({ error: 'invalid_token' });
    pass(day);
    const nextDay = expectTokens(await renew(renewed.refresh_token));
    expect((await receive(nextDay.access_token)).status).toBe(200);
  });
});

describe('a notification', () => {
  it('is taken down by its event alone, and may be said again', async () => {
    const { app, wallet, tokens, receive } = await prepare();
    const id = (await receive(tokens.access_token)).body['notification_id'];
    const tell = (json: object) => wallet.post('/daricheh/issuer/notification', { json }, tokens.access_token);
    for (let tries = 0; tries < 2; tries++) {
      const told = await tell({ notification_id: id, event: 'credential_accepted', event_description: 'سارا' });
      expect(told).toMatchObject({ status: 204, text: '' });
    }
    expect(app.logged.filter(({ event }) => event === 'notification')).toEqual(
      Array(2).fill({ level: 'info', event: 'notification', agency: 'civil-registry', what: 'credential_accepted' }),
    );
    expect((await tell({ notification_id: id, event: 'credential_sold' })).body).toMatchObject({
      status: 400,
      error: 'invalid_notification_request',
    });
    expect((await tell({ event: 'credential_deleted' })).body).toMatchObject({ status: 400, error: 'invalid_notification_request' });
    expect((await tell({ notification_id: 'unknown', event: 'credential_deleted' })).body).toMatchObject({
      status: 400,
      error: 'invalid_notification_id',
    });
  });

  it('is not believed of somebody else’s credential', async () => {
    const { world, tokens, receive } = await prepare();
    const id = (await receive(tokens.access_token)).body['notification_id'];
    const other = createProtocolWallet(world);
    const { access_token: accessToken } = await other.redeem((await makeOffer(world, order)).offerUri);
    const json = { notification_id: id, event: 'credential_deleted' };
    expect((await other.post('/daricheh/issuer/notification', { json }, accessToken)).body).toMatchObject({
      error: 'invalid_notification_id',
    });
    expect((await other.post('/daricheh/issuer/notification', { json }, 'unknown')).body).toMatchObject({
      status: 401,
      error: 'invalid_token',
    });
  });
});
