import { createPrivateKey } from 'node:crypto';
import { openResponse, verifyVpToken } from '@daricheh/shared/presentation';
import { createPresentationWorld, issueTestIdentity, type PresentationWorld, testTime } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryItems } from '../records/testing/memory-items.ts';
import { createRecords, type WalletRecords } from '../records/wallet-records.ts';
import { answerRequest, describeRequest, planAnswer, readRequest } from './present.ts';

let world: PresentationWorld;
let records: WalletRecords;

beforeEach(async () => {
  world = await createPresentationWorld();
  records = createRecords(createMemoryItems());
  await hold({});
});

/** Puts an identity into the wallet. */
async function hold(claims: Parameters<typeof issueTestIdentity>[2], standing: 'revoked' | null = null): Promise<void> {
  const pkcs8 = createPrivateKey({ key: { ...world.holder.privateJwk }, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
  const sdJwt = await issueTestIdentity(world.issuer, world.holder, claims);
  const stored = {
    ...{ id: 'c1', vct: 'urn:daricheh:identity:1', configurationId: 'identity', receivedAtMs: 1 },
    issuer: { id: world.issuer.origin, name: { fa: 'ثبت', en: 'Registry' } },
    instances: [{ sdJwt, keyId: 'k1' }],
    standing: standing && { state: standing, checkedAtMs: 1 },
  };
  const key = { id: 'k1', privateKey: pkcs8.toString('base64url'), createdAtMs: 1 };
  await records.commit([records.credentials.put(stored), records.keys.put(key)]);
}

const ports = () => ({
  records,
  trust: async () => ({ list: world.trust, verifyChain: world.readPorts.verifyChain }),
  fetchText: world.readPorts.fetchText,
  nowMs: () => testTime.getTime(),
});

async function ask(changes: Parameters<PresentationWorld['sign']>[0] = {}) {
  const data = { request: await world.sign(changes) };
  return readRequest({ kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: world.origin }, ports());
}

describe('a request for documents', () => {
  it('shows the registered purpose and each claim with its value', async () => {
    const request = await ask();
    const { purpose, plan } = describeRequest(request, await planAnswer(request, ports()));
    expect(purpose).toEqual({ fa: 'مالیات', en: 'Tax' });
    expect(plan.kind === 'answerable' && plan.documents[0]?.claims.map(({ datum, value }) => [datum, value])).toEqual([
      ['given-name', 'Sara'],
      ['postal-code', '1234567890'],
    ]);
  });

  it('is answered with exactly what was granted, as the verifier sees it, and noted without values', async () => {
    const request = await ask();
    const plan = await planAnswer(request, ports());
    const selected = plan.kind === 'answerable' ? plan.credentials.flatMap(({ rows }) => rows.map(({ key }) => key)) : [];
    const { answer, release } = await answerRequest(request, selected, ports());
    if (answer.kind !== 'dc_api') throw new Error(answer.kind);
    const opened = await openResponse(answer.data, world.decryptionKey);
    if (opened.kind !== 'vp_token') throw new Error(opened.kind);
    const [shown] = await verifyVpToken(opened.vpToken, world.expected, world.verifyPorts);
    expect(shown?.claims).toEqual({ given_name: 'Sara', address: { postal_code: '1234567890' } });
    expect(release.items.map(({ datum }) => datum)).toEqual(['given-name', 'postal-code']);
    expect(JSON.stringify(release)).not.toMatch(/Sara|1234567890/);
  });

  it('W10: is not answered in part', async () => {
    await expect(answerRequest(await ask(), [], ports())).rejects.toMatchObject({ code: 'presentation_incomplete' });
  });

  it.each([
    ['expired', { exp: testTime.getTime() / 1000 - 1 }, null],
    ['revoked', { status: { status_list: { uri: 'https://registry.example/1', idx: 1 } } }, 'revoked' as const],
  ])('is not answered with a document that is %s', async (_what, claims, standing) => {
    await hold(claims, standing);
    expect(await planAnswer(await ask(), ports())).toEqual({ kind: 'unanswerable', vcts: ['urn:daricheh:identity:1'] });
  });

  it('B20: is refused at another origin than it was signed for', async () => {
    const data = { request: await world.sign() };
    const source = { kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: 'https://bakery.example' } as const;
    await expect(readRequest(source, ports())).rejects.toMatchObject({ code: 'request_origin_mismatch' });
  });
});
