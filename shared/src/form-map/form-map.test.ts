import { beforeAll, describe, expect, it } from 'vitest';
import { signCompactJws } from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import type { Seal } from '../seal/index.ts';
import { createTestRoot, createTestSeal, sha256, type TestCertificate, testTime, verifyP256 } from '../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import type { FormMapExpectations } from './form-map-jws.ts';
import { type FormMapContent, formMapJwsType, formMapLimits, openFormMap, publishFormMap } from './index.ts';

const origin = 'https://town.example';
const content = {
  version: 7,
  forms: [
    {
      paths: ['/levy', '/en/levy'],
      marks: ['r14'],
      fields: [
        { control: 'r14', datum: 'national-id' },
        { control: 'r21', datum: 'national-id', whose: 'partner' },
        { control: 'r90', datum: null },
      ],
    },
  ],
} satisfies FormMapContent;
const map = {
  type: 'daricheh.form-map.v1',
  origin,
  version: 7,
  issuedAt: testTime.toISOString(),
  expiresAt: new Date(testTime.getTime() + 30 * 86_400_000).toISOString(),
  forms: content.forms,
};
const [form] = content.forms;
const [field] = form?.fields ?? [];

let root: TestCertificate;
let certificate: TestCertificate;
let seal: Seal;
let verified = 0;
const sealOf = ({ der, key }: TestCertificate): Seal => ({ x5c: encodeX5c([der]), sign: key.sign });

beforeAll(async () => {
  root = await createTestRoot();
  certificate = await createTestSeal(root, origin);
  seal = sealOf(certificate);
});

async function open(jws: string, changes: Partial<FormMapExpectations> = {}) {
  const verify: typeof verifyP256 = (asked) => {
    verified += 1;
    return verifyP256(asked);
  };
  const ports = { verifyChain: createChainVerifier({ anchors: [root.der], verifyP256: verify }), verifyP256: verify, sha256 };
  const certificateHashes = [encodeBase64Url(await sha256(certificate.der))];
  return openFormMap(jws, { origin, certificateHashes, at: testTime, lastVersion: 0, ...changes }, ports);
}

/** A map that says otherwise in some members, under this seal and type. */
function forge(changes: object, { by = seal, typ = formMapJwsType }: { by?: Seal; typ?: string } = {}): Promise<string> {
  return signCompactJws({ header: { typ, x5c: [...by.x5c] }, payload: encodeUtf8(JSON.stringify({ ...map, ...changes })) }, by.sign);
}

const sign = (payload: string) =>
  signCompactJws({ header: { typ: formMapJwsType, x5c: [...seal.x5c] }, payload: encodeUtf8(payload) }, seal.sign);
const publish = (changes: object = {}) => publishFormMap({ ...content, ...changes }, { origin, now: testTime }, seal);
const withForm = (changes: object) => ({ forms: [{ ...form, ...changes }] });
const withField = (changes: object) => withForm({ fields: [{ ...field, ...changes }] });

describe('a published map', () => {
  it('is opened as it was written, good for thirty days', async () => {
    expect(await open(await publish())).toEqual(map);
  });

  it('counts for the days that the agency says', async () => {
    const jws = await publish({ days: 2 });
    const at = (days: number) => ({ at: new Date(testTime.getTime() + days * 86_400_000) });
    expect((await open(jws, at(1.9))).version).toBe(7);
    await expect(open(jws, at(2))).rejects.toMatchObject({ code: 'form_map_expired' });
  });

  it('is taken again at the same version, and at a later one', async () => {
    const jws = await publish();
    expect((await open(jws, { lastVersion: 7 })).version).toBe(7);
    expect((await open(jws, { lastVersion: 6 })).version).toBe(7);
  });

  it('is refused once a later version was in use', async () => {
    await expect(open(await publish(), { lastVersion: 8 })).rejects.toMatchObject({ code: 'form_map_rolled_back', facts: { version: 7 } });
  });

  it('is not written with what no wallet would read', async () => {
    const facts = { what: 'shape', where: 'forms.0.fields.0.datum' };
    await expect(publish(withField({ datum: 'shoe-size' }))).rejects.toMatchObject({ code: 'form_map_invalid', facts });
    await expect(publish({ days: 401 })).rejects.toMatchObject({ facts: { what: 'shape', where: 'days' } });
  });
});

describe('a map is not believed', () => {
  it.each<[string, () => Promise<string>, Partial<FormMapExpectations>, object]>([
    ['at another origin', publish, { origin: 'https://other.example' }, { what: 'origin' }],
    ['for another origin than its seal', () => forge({ origin: 'https://other.example' }), {}, { what: 'address' }],
    ['under a certificate that is not registered', publish, { certificateHashes: ['A'.repeat(43)] }, { what: 'certificate' }],
    ['where no certificate is registered', publish, { certificateHashes: [] }, { what: 'certificate' }],
    ['of another type', () => forge({}, { typ: 'daricheh-form+jws' }), {}, { what: 'typ' }],
    ['after its certificate has ended', publish, { at: new Date('2028-01-01') }, { what: 'certificate_expired' }],
    ['from the future', () => forge({ issuedAt: new Date(testTime.getTime() + 301_000).toISOString() }), {}, { what: 'issued_at' }],
  ])('%s', async (_what, make, changes, facts) => {
    await expect(open(await make(), changes)).rejects.toMatchObject({ code: 'form_map_invalid', facts });
  });

  it('under another seal of the same root for the same origin', async () => {
    const jws = await forge({}, { by: sealOf(await createTestSeal(root, origin)) });
    await expect(open(jws)).rejects.toMatchObject({ code: 'form_map_invalid', facts: { what: 'certificate' } });
  });

  it('when another key signed it', async () => {
    const other = await createTestSeal(root, origin);
    const jws = await forge({}, { by: { x5c: seal.x5c, sign: other.key.sign } });
    await expect(open(jws)).rejects.toMatchObject({ code: 'form_map_invalid', facts: { what: 'signature' } });
  });

  it('when it counts for longer than a map may', async () => {
    const jws = await forge({ expiresAt: new Date(testTime.getTime() + 401 * 86_400_000).toISOString() });
    await expect(open(jws)).rejects.toMatchObject({ code: 'form_map_invalid', facts: { what: 'shape' } });
  });
});

describe('before any signature is looked at, a map is refused', () => {
  const many = (length: number) => Array.from({ length }, (_unused, place) => ({ control: `c${place}`, datum: 'email' }));
  const refused: [string, () => Promise<string>, object][] = [
    ['that is too long', async () => 'a'.repeat(formMapLimits.chars + 1), { what: 'size' }],
    ['that is no JWS', async () => '<!doctype html>', { what: 'jws_parts' }],
    ['with a member twice', () => sign(JSON.stringify(map).replace('{', '{"version":9,')), { what: 'json-name' }],
    ['that is too deep', () => sign(`{"forms":${'['.repeat(40)}${']'.repeat(40)}}`), { what: 'json-depth' }],
    ['with a member that nobody defined', () => forge({ colour: 'red' }), { where: '' }],
    ['of another kind', () => forge({ type: 'daricheh.form.v1' }), { where: 'type' }],
    ['of version nought', () => forge({ version: 0 }), { where: 'version' }],
    ['that ends before it begins', () => forge({ expiresAt: map.issuedAt }), { where: '' }],
    ['with no form', () => forge({ forms: [] }), { where: 'forms' }],
    ['with too many forms', () => forge({ forms: Array.from({ length: 51 }, () => form) }), { where: 'forms' }],
    ['with too many fields', () => forge(withForm({ fields: many(201) })), { where: 'forms.0.fields' }],
    [
      'that says two things of one control',
      () => forge(withForm({ fields: [field, { ...field, datum: 'email' }] })),
      { where: 'forms.0.fields' },
    ],
    ['with a path twice', () => forge(withForm({ paths: ['/a', '/a'] })), { where: 'forms.0.paths' }],
    ['with nothing to know a form by', () => forge(withForm({ marks: [] })), { where: 'forms.0.marks' }],
    ['with a datum that the vocabulary lacks', () => forge(withField({ datum: 'shoe-size' })), { where: 'forms.0.fields.0.datum' }],
    ['with a picture', () => forge(withField({ datum: 'portrait' })), { where: 'forms.0.fields.0.datum' }],
    ['with a name of every object', () => forge(withField({ datum: 'constructor' })), { where: 'forms.0.fields.0.datum' }],
    ['about nobody known', () => forge(withField({ whose: 'neighbour' })), { where: 'forms.0.fields.0.whose' }],
    ['about somebody’s nothing', () => forge(withField({ datum: null, whose: 'father' })), { where: 'forms.0.fields.0' }],
    ['with a control of too long a name', () => forge(withField({ control: 'x'.repeat(101) })), { where: 'forms.0.fields.0.control' }],
    ...['levy', '/levy?a=1', '/levy#a', '//evil.example/levy', '/a/../levy', 'https://town.example/levy', '/عوارض'].map(
      (path): [string, () => Promise<string>, object] => [
        `with the path ${path}`,
        () => forge(withForm({ paths: [path] })),
        { where: 'forms.0.paths.0' },
      ],
    ),
  ];
  it.each(refused)('%s', async (_what, make, facts) => {
    verified = 0;
    await expect(open(await make())).rejects.toMatchObject({ code: 'form_map_invalid', facts });
    expect(verified).toBe(0);
  });
});
