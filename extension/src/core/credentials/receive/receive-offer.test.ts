import { beforeEach, describe, expect, it } from 'vitest';
import { answerJson, createIssuingWorld, describeTestIssuer, type IssuingWorld } from '../testing/issuing-world.ts';
import { storeCredential } from '../testing/stored.ts';
import { takeCredential } from '../usable-credentials.ts';
import { acceptOffer } from './accept-offer.ts';
import { describeOffer } from './describe-offer.ts';
import { nameDpopKey } from './dpop-key.ts';
import { receiveOffer } from './receive-offer.ts';

let world: IssuingWorld;
beforeEach(async () => {
  world = await createIssuingWorld();
});

async function receive(): Promise<number> {
  return receiveOffer(await acceptOffer(world.link, undefined, world.ports), null, world.ports);
}

/** Ids of the keys that copies are bound to. */
async function listCopyKeys() {
  const { items } = await world.ports.records.keys.list();
  return items.map(({ id }) => id).filter((id) => id !== nameDpopKey(world.issuer.origin));
}

async function listHeld() {
  return (await world.ports.records.credentials.list()).items;
}

describe('an offer', () => {
  it('is described before anything is taken', async () => {
    expect(await describeOffer(world.link, world.ports)).toMatchObject({ vcts: ['urn:daricheh:identity:1'], registersPasskey: false });
    expect(world.sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });

  it.each([
    ['for that type', {}, undefined],
    ['for another type', { vct: 'urn:daricheh:other:1' }, 'issuer_not_trusted'],
    ['for that type in times to come', { from: '2099-01-01T00:00:00Z' }, 'issuer_not_trusted'],
    ['for that type in times gone by', { until: '2020-01-01T00:00:00Z' }, 'issuer_not_trusted'],
  ])('of an issuer that the trust list has %s is described, or refused before its code is used', async (_what, change, code) => {
    const { list, verifyChain } = await world.ports.trust();
    const issuers = list.issuers.map((issuer) => ({ ...issuer, documents: issuer.documents.map((entry) => ({ ...entry, ...change })) }));
    const ports = { ...world.ports, trust: async () => ({ list: { ...list, issuers }, verifyChain }) };
    const described = describeOffer(world.link, ports).then(
      () => undefined,
      (error: { code: string }) => error.code,
    );
    expect(await described).toBe(code);
    expect(world.sent.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('of an mdoc is held to the entry of its doctype in the trust list', async () => {
    const doctype = 'org.iso.18013.5.1.mDL';
    const { credential_configurations_supported: supported, ...metadata } = describeTestIssuer(world.issuer.origin);
    const mdoc = { ...supported.identity, format: 'mso_mdoc', doctype, cryptographic_binding_methods_supported: ['cose_key'] };
    world.answers['/.well-known/openid-credential-issuer'] = () =>
      answerJson({ ...metadata, credential_configurations_supported: { identity: mdoc } });
    const { trust } = world.ports;
    const describeWhere = (document: { doctype: string } | { vct: string }) =>
      describeOffer(world.link, {
        ...world.ports,
        trust: async () => {
          const { list, ...rest } = await trust();
          return { ...rest, list: { ...list, issuers: list.issuers.map((issuer) => ({ ...issuer, documents: [document] })) } };
        },
      });
    expect(await describeWhere({ doctype })).toMatchObject({ vcts: [doctype] });
    await expect(describeWhere({ vct: doctype })).rejects.toThrow(expect.objectContaining({ code: 'issuer_not_trusted' }));
  });

  it('is received in as many copies as the issuer gives at a time, each under a key of its own, to be shown once', async () => {
    expect(await receive()).toBe(1);
    const [held] = await listHeld();
    expect(held).toMatchObject({ format: 'dc+sd-jwt', isSingleUse: true, display: { backgroundColor: '#0f4c5c' } });
    expect(new Set(held?.instances.map(({ keyId }) => keyId)).size).toBe(3);
    expect(new Set(held?.instances.map(({ credential }) => credential)).size).toBe(3);
    expect(await takeCredential(world.ports.records, held?.id ?? '', 1)).toMatchObject({ isReused: false });
  });

  it('is received in one copy, to be shown again and again, from an issuer that gives one', async () => {
    const { batch_credential_issuance: _three, ...one } = describeTestIssuer(world.issuer.origin);
    world.answers['/.well-known/openid-credential-issuer'] = () => answerJson(one);
    await receive();
    expect(await listHeld()).toMatchObject([{ isSingleUse: false, instances: [{ usedAtMs: null }] }]);
  });

  it('takes the place of an older document of its type, keys and all', async () => {
    await receive();
    await receive();
    const [held, ...others] = await listHeld();
    expect(others).toEqual([]);
    expect((await listCopyKeys()).sort()).toEqual(held?.instances.map(({ keyId }) => keyId).sort());
  });

  it('leaves the document of another issuer where it is', async () => {
    const { records } = world.ports;
    await records.commit([
      records.credentials.put(storeCredential({ issuer: { id: 'https://other.example', name: { fa: 'ب', en: 'B' } } })),
    ]);
    await receive();
    expect(await listHeld()).toHaveLength(2);
  });

  it.each([
    ['an answer that is no credential', () => answerJson({ credentials: [{ credential: 'x' }] })],
    ['fewer copies than were asked for', () => answerJson({ credentials: [] })],
    ['a refusal', () => answerJson({ error: 'invalid_proof' }, 400)],
  ])('keeps nothing of %s', async (_what, answer) => {
    world.answers['/credential'] = answer;
    await expect(receive()).rejects.toThrow();
    expect(await listHeld()).toEqual([]);
    expect(await listCopyKeys()).toEqual([]);
  });
});
