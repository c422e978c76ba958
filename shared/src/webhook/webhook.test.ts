import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openWebhook } from '../agency/index.ts';
import { encodeUtf8 } from '../encoding/index.ts';
import { type HmacSha256, parseWebhookSecret, signWebhook, verifyWebhook } from './index.ts';

const hmac: HmacSha256 = (key, data) => new Uint8Array(createHmac('sha256', key).update(data).digest());
const secretText = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const secret = parseWebhookSecret(secretText);
const other = parseWebhookSecret(`whsec_${Buffer.alloc(32, 9).toString('base64')}`);
const at = new Date('2026-11-23T09:00:00Z');
const later = (seconds: number): Date => new Date(at.getTime() + seconds * 1000);
const event = {
  ...({ type: 'case.changed', version: 1, timestamp: at.toISOString() } as const),
  data: {
    ...{ agency: 'tax', caseNumber: 'AAAA', outcome: 'approved', logIndex: 4 },
    links: { case: 'https://tax.example/daricheh/api/cases/AAAA', desk: 'https://tax.example/daricheh/caseworker/cases/AAAA' },
  },
};
const body = encodeUtf8(JSON.stringify(event));
const sign = (changes: Partial<Parameters<typeof signWebhook>[0]> = {}, secrets = [secret]) =>
  signWebhook({ id: 'an-id', at, body, ...changes }, secrets, hmac);

describe('a webhook', () => {
  it('is signed as Standard Webhooks says: the HMAC over id, time and body', async () => {
    // Made with `openssl dgst -sha256 -mac HMAC` over "an-id.1795424400.{}".
    const signature = 'v1,8014KcjUgTfOC/Q7sXqTqo+1Mrvehm01Uc10PkB5H4M=';
    const headers = { 'webhook-id': 'an-id', 'webhook-timestamp': '1795424400', 'webhook-signature': signature };
    expect(await sign({ body: encodeUtf8('{}') })).toEqual(headers);
  });

  it('is believed under either of two secrets, while one is changed for another', async () => {
    const headers = await sign({}, [secret, other]);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const known of [secret, other]) {
      expect(await verifyWebhook({ headers, body, secrets: [known], now: at }, hmac)).toEqual({ id: 'an-id', event });
    }
    const single = await sign({}, [other]);
    expect((await verifyWebhook({ headers: single, body, secrets: [secret, other], now: at }, hmac)).id).toBe('an-id');
  });

  it('is opened by what agencies install, with the secret as it stands in the file', async () => {
    const opened = await openWebhook({
      headers: await sign(),
      body,
      secrets: [secretText],
      crypto: globalThis.crypto,
      now: () => later(299),
    });
    expect(opened).toEqual({ id: 'an-id', event });
  });

  it.each([
    ['another secret', { secrets: [other] }, 'signature'],
    ['another body', { body: encodeUtf8(JSON.stringify(event).replace('approved', 'refused')) }, 'signature'],
    ['a time that is too long ago', { now: later(301) }, 'timestamp'],
    ['a time that is yet to come', { now: later(-301) }, 'timestamp'],
  ])('is refused with %s', async (_what, changes, what) => {
    const given = { headers: await sign(), body, secrets: [secret], now: at, ...changes };
    await expect(verifyWebhook(given, hmac)).rejects.toMatchObject({ code: 'webhook_invalid', facts: { what } });
  });

  it.each([
    ['another id', { 'webhook-id': 'an-is' }, 'signature'],
    ['another time', { 'webhook-timestamp': '1795424401' }, 'signature'],
    ['no id', { 'webhook-id': undefined }, 'header'],
    ['no signature', { 'webhook-signature': undefined }, 'header'],
    ['a signature of another scheme', { 'webhook-signature': 'v1a,AAAA' }, 'signature'],
    ['a part of the signature', { 'webhook-signature': 'v1,' }, 'signature'],
    ['a time that is none', { 'webhook-timestamp': '1795424400.5' }, 'timestamp'],
  ])('is refused with %s in its headers', async (_what, changes, what) => {
    const headers = { ...(await sign()), ...changes };
    const refusal = { code: 'webhook_invalid', facts: { what } };
    await expect(verifyWebhook({ headers, body, secrets: [secret], now: at }, hmac)).rejects.toMatchObject(refusal);
  });

  it('is refused when what it says is not an event', async () => {
    const none = encodeUtf8(JSON.stringify({ ...event, type: 'case.eaten' }));
    const refusal = { code: 'webhook_invalid', facts: { what: 'payload' } };
    await expect(
      verifyWebhook({ headers: await sign({ body: none }), body: none, secrets: [secret], now: at }, hmac),
    ).rejects.toMatchObject(refusal);
  });

  it.each(['', 'whsec_', secretText.slice(6), `${secretText}!`, `whsec_${Buffer.alloc(23).toString('base64')}`, 'whsec_AAAAB'])(
    'has no secret in %j',
    (text) => {
      expect(() => parseWebhookSecret(text)).toThrow(expect.objectContaining({ code: 'key_invalid' }));
    },
  );
});
