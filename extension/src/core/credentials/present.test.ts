import { openResponse, verifyVpToken } from '@daricheh/shared/presentation';
import { createTestSeal, Extension, testQuery, testTime, testVct } from '@daricheh/shared/testing';
import { encodeX5c } from '@daricheh/shared/x509';
import { beforeEach, describe, expect, it } from 'vitest';
import { selectByDefault } from '../consent/decide-disclosure.ts';
import { answerRequest, describeRequest, planAnswer, readRequest } from './present.ts';
import { createPresentingWorld, type PresentingWorld } from './testing/presenting-world.ts';
import { takeCredential } from './usable-credentials.ts';

let world: PresentingWorld;

beforeEach(async () => {
  world = await createPresentingWorld();
  await world.hold();
});

async function ask(changes: Parameters<PresentingWorld['sign']>[0] = {}) {
  const data = { request: await world.sign(changes) };
  return readRequest({ kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: world.origin }, world.ports);
}

describe('a request for documents', () => {
  it('shows the registered purpose and each claim with its value', async () => {
    const request = await ask();
    const { purpose, plan } = describeRequest(request, await planAnswer(request, world.ports));
    expect(purpose).toEqual({ fa: 'مالیات', en: 'Tax' });
    expect(plan.kind === 'answerable' && plan.parts[0]?.credentials[0]?.claims.map(({ datum, value }) => [datum, value])).toEqual([
      ['given-name', 'Sara'],
      ['postal-code', '1234567890'],
    ]);
  });

  it('is answered with exactly what was granted, as the verifier sees it, and noted without values', async () => {
    const request = await ask();
    const plan = await planAnswer(request, world.ports);
    const selected = plan.kind === 'answerable' ? selectByDefault(plan) : [];
    const { answer, release } = await answerRequest(request, selected, world.ports);
    if (answer.kind !== 'dc_api') throw new Error(answer.kind);
    const opened = await openResponse(answer.data, world.decryptionKey);
    if (opened.kind !== 'vp_token') throw new Error(opened.kind);
    const [shown] = await verifyVpToken(opened.vpToken, world.expected, world.verifyPorts);
    expect(shown?.claims).toEqual({ given_name: 'Sara', address: { postal_code: '1234567890' } });
    expect(release.items.map(({ datum }) => datum)).toEqual(['given-name', 'postal-code']);
    expect(JSON.stringify(release)).not.toMatch(/Sara|1234567890/);
  });

  it.each([
    ['whole', [['given_name'], ['address']]],
    ['part', [['given_name']]],
    ['none', null],
  ] as const)('B11: is described as registered in %s', async (registration, claims) => {
    const request = await ask();
    if (request.verifier.kind !== 'registered') throw new Error(request.verifier.kind);
    const uses =
      claims === null
        ? []
        : request.verifier.agency.uses.map((use) => ({ ...use, attributes: [{ vct: testVct, claims: claims.map((path) => [...path]) }] }));
    const registered = { ...request, verifier: { ...request.verifier, agency: { ...request.verifier.agency, uses } } };
    expect(describeRequest(registered, await planAnswer(registered, world.ports)).registration).toBe(registration);
  });

  it('is answered with a document of the authority that it asks for, and with no other', async () => {
    const { root, origin, seal } = world.issuer;
    const authorityKeyId = new Extension('2.5.29.35', false, Uint8Array.of(0x30, 6, 0x80, 4, 0xaa, 0xbb, 0xcc, 0xdd));
    const certified = await createTestSeal(root, origin, { key: seal.key, extensions: [authorityKeyId] });
    const under = (value: string) => ({
      credentials: testQuery.credentials.map((asked) => ({
        ...asked,
        trusted_authorities: [{ type: 'aki', values: [value] as [string] }],
      })),
    });
    await world.hold({ x5c: encodeX5c([certified.der]) });
    const request = await ask({ query: under('qrvM3Q') });
    const plan = await planAnswer(request, world.ports);
    const { release } = await answerRequest(request, plan.kind === 'answerable' ? selectByDefault(plan) : [], world.ports);
    expect(release.items).toHaveLength(2);
    expect((await planAnswer(await ask({ query: under('AAAA') }), world.ports)).kind).toBe('unanswerable');
  });

  it('says beforehand that a copy was seen before', async () => {
    const look = async () => {
      const request = await ask();
      const { plan } = describeRequest(request, await planAnswer(request, world.ports));
      return plan.kind === 'answerable' && plan.parts[0]?.credentials[0]?.nextCopy;
    };
    expect(await look()).toBe('unseen');
    const [held] = (await world.ports.records.credentials.list()).items;
    await takeCredential(world.ports.records, held?.id ?? '', 1);
    expect(await look()).toBe('seen');
  });

  it('W10: is not answered in part', async () => {
    await expect(answerRequest(await ask(), [], world.ports)).rejects.toMatchObject({ code: 'presentation_incomplete' });
  });

  it.each([
    ['expired', { exp: testTime.getTime() / 1000 - 1 }, null],
    ['revoked', { status: { status_list: { uri: 'https://registry.example/1', idx: 1 } } }, 'revoked' as const],
  ])('is not answered with a document that is %s', async (_what, claims, standing) => {
    await world.hold({ claims, standing });
    expect(await planAnswer(await ask(), world.ports)).toEqual({ kind: 'unanswerable', vcts: ['urn:daricheh:identity:1'] });
  });

  it('B20: is refused at another origin than it was signed for', async () => {
    const data = { request: await world.sign() };
    const source = { kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: 'https://bakery.example' } as const;
    await expect(readRequest(source, world.ports)).rejects.toMatchObject({ code: 'request_origin_mismatch' });
  });
});
