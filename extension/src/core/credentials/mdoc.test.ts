import { createPrivateKey } from 'node:crypto';
import { documentSignerPurpose } from '@daricheh/shared/mdoc';
import { type DcqlRequest, openResponse, publishEncryptionKey, verifyVpToken } from '@daricheh/shared/presentation';
import { createMdocWorld, createTestSeal, Extension, type MdocWorld, testDocType, testNamespace, testTime } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { selectByDefault } from '../consent/decide-disclosure.ts';
import { describeDocument } from './describe-document.ts';
import { openStored, viewClaims } from './open-copy.ts';
import { answerRequest, describeRequest, planAnswer, readRequest } from './present.ts';
import { createPresentingWorld, type PresentingWorld } from './testing/presenting-world.ts';
import { storeCredential } from './testing/stored.ts';

let world: PresentingWorld;
let licences: MdocWorld;
const jpeg = 'data:image/jpeg;base64,/9j/';
const elements = ['family_name', 'birth_date', 'driving_privileges', 'portrait'];
const query: DcqlRequest = {
  credentials: [
    {
      ...{ id: 'licence', format: 'mso_mdoc', meta: { doctype_value: testDocType } },
      claims: elements.map((element) => ({ path: [testNamespace, element] })),
    },
  ],
};

beforeEach(async () => {
  world = await createPresentingWorld();
  const { origin, root, signer } = await createMdocWorld();
  const authorityKeyId = new Extension('2.5.29.35', false, Uint8Array.of(0x30, 6, 0x80, 4, 0xaa, 0xbb, 0xcc, 0xdd));
  const options = { name: signer.name, purposes: [documentSignerPurpose], extensions: [authorityKeyId] };
  licences = await createMdocWorld({ origin, root, signer: await createTestSeal(root, origin, options) });
  const pkcs8 = createPrivateKey({ key: { ...licences.holder.privateJwk }, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
  const status = { uri: `${licences.origin}/daricheh/status-lists/1`, index: 9 };
  const stored = storeCredential({
    ...{ id: 'm1', format: 'mso_mdoc', vct: testDocType },
    instances: [{ credential: await licences.issue({ status }), keyId: 'k1', usedAtMs: null }],
  });
  const key = { id: 'k1', privateKey: pkcs8.toString('base64url'), createdAtMs: 1 };
  await world.records.commit([world.records.credentials.put(stored), world.records.keys.put(key)]);
});

/** The usual query, for a licence whose issuer one of these keys certified. */
const askUnder = (...values: [string, ...string[]]): DcqlRequest => ({
  credentials: query.credentials.map((asked) => ({ ...asked, trusted_authorities: [{ type: 'aki', values }] })),
});

async function find() {
  const stored = await world.records.credentials.find('m1');
  if (!stored) throw new Error('not held');
  return stored;
}

describe('a licence as mdoc', () => {
  it('is shown to its holder by the words and in the forms of the vocabulary', async () => {
    const stored = await find();
    const claims = viewClaims(stored, (await openStored(stored)).claims);
    const view = describeDocument(stored, { claims, releases: [] }, testTime.getTime());
    expect(view).toMatchObject({ state: 'unchecked', expiresAtMs: testTime.getTime() + 86_400_000, portrait: jpeg });
    expect(view.claims.map(({ datum, value }) => [datum, value])).toEqual(
      expect.arrayContaining([
        ['drivers-license-categories', 'B'],
        ['bday', '1985-09-27'],
        ['age-over-18', true],
      ]),
    );
    expect(view.name).toEqual({ fa: 'Sara رضایی', en: 'Sara رضایی' });
  });

  it('has a status and an end, as any other credential has', async () => {
    const { claims, status } = await openStored(await find());
    expect(status).toEqual({ uri: `${licences.origin}/daricheh/status-lists/1`, index: 9 });
    expect(claims).toMatchObject({ exp: testTime.getTime() / 1000 + 86_400, status: { status_list: { idx: 9 } } });
  });

  it.each([
    ['for it', query],
    ['for one of its authority', askUnder('AAAA', 'qrvM3Q')],
  ])('answers a request %s, element by element, and nothing else', async (_what, query) => {
    const data = { request: await world.sign({ query }) };
    const source = { kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: world.origin } as const;
    const request = await readRequest(source, world.ports);
    const plan = await planAnswer(request, world.ports);
    if (plan.kind !== 'answerable') throw new Error(plan.kind);
    const { plan: seen } = describeRequest(request, plan);
    expect(seen.kind === 'answerable' && seen.parts[0]?.credentials[0]?.claims.map(({ datum, value }) => [datum, value])).toEqual([
      ['family-name-latin', 'رضایی'],
      ['bday', '1985-09-27'],
      ['drivers-license-categories', 'B'],
      ['photo', jpeg],
    ]);
    // Nobody registered for a licence: each row is off until the citizen switches it on.
    const rows = plan.parts.flatMap(({ credentials }) => credentials.flatMap((each) => each.rows.map(({ key }) => key)));
    const { answer } = await answerRequest(request, [...selectByDefault(plan), ...rows], world.ports);
    if (answer.kind !== 'dc_api') throw new Error(answer.kind);
    const opened = await openResponse(answer.data, world.decryptionKey);
    if (opened.kind !== 'vp_token') throw new Error(opened.kind);
    const way = { kind: 'dc_api', origin: world.origin, encryptionKey: publishEncryptionKey(world.decryptionKey) } as const;
    const expected = { ...world.expected, query, way, issuers: licences.expected.issuers };
    const [verified] = await verifyVpToken(opened.vpToken, expected, { ...world.verifyPorts, ...licences.ports });
    expect(verified?.format).toBe('mso_mdoc');
    expect(Object.keys((verified?.claims[testNamespace] ?? {}) as object).sort()).toEqual([...elements].sort());
    expect(Object.keys(verified?.credential.claims[testNamespace] as object).sort()).toEqual([...elements].sort());
  });

  it('does not answer for an SD-JWT VC of the same name, nor one of another type or authority', async () => {
    const other = (credential: object) => ({ credentials: [{ id: 'x', ...credential }] }) as DcqlRequest;
    for (const asked of [
      other({ format: 'dc+sd-jwt', meta: { vct_values: [testDocType] } }),
      other({ format: 'mso_mdoc', meta: { doctype_value: 'org.example' } }),
      askUnder('AAAA'),
    ]) {
      const data = { request: await world.sign({ query: asked }) };
      const source = { kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: world.origin } as const;
      expect(await planAnswer(await readRequest(source, world.ports), world.ports)).toMatchObject({ kind: 'unanswerable' });
    }
  });
});
