import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generalVerify, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import { addTestSigners, createTestFileWorld, describeTestForm, findProgram, type TestFileWorld } from '../testing/index.ts';
import {
  type buildManifest,
  type CoSubmissionEnvelope,
  checkSigners,
  findSignerRole,
  formDefinition,
  joinSignatures,
  renderView,
  splitSignatures,
} from './index.ts';

let world: TestFileWorld;
let envelope: CoSubmissionEnvelope;

beforeAll(async () => {
  world = await createTestFileWorld((origin) => addTestSigners(describeTestForm(origin)));
  const file = await world.makeCoFile();
  envelope = file.envelope.type === 'daricheh.co-submission.v1' ? file.envelope : expect.fail('two signatures');
});

const definition = addTestSigners(describeTestForm('https://tax.example'));

describe('an envelope of two signatures', () => {
  it('is the two alone, with what was added to each, and they are it again', () => {
    const parts = splitSignatures(envelope);
    expect(parts.map((part) => part.envelope.jws.payload)).toEqual([envelope.jws.payload, envelope.jws.payload]);
    expect(parts.every(({ header, statusToken }) => header !== null && statusToken !== null)).toBe(true);
    expect(joinSignatures(parts)).toEqual(envelope);
  });

  it('is not made of signatures over different bytes', () => {
    const [first, second] = splitSignatures(envelope);
    if (!first || !second) throw new Error('no signatures');
    const other = { envelope: { ...second.envelope, jws: { ...second.envelope.jws, payload: 'e30' } } };
    expect(() => joinSignatures([first, other])).toThrow(
      expect.objectContaining({ code: 'signature_invalid', facts: { what: 'payload' } }),
    );
  });
});

describe('who must sign', () => {
  const one = { manifestHash: 'h', nationalId: '1', role: 'applicant' };
  const two = { manifestHash: 'h', nationalId: '2', role: 'spouse' };

  it('has, in any order', () => {
    expect([checkSigners(definition, [one, two]), checkSigners(definition, [two, one])]).toEqual([undefined, undefined]);
  });

  it.each([
    ['one person twice', [one, { ...two, nationalId: '1' }], 'same_person'],
    ['two in one role', [one, { ...two, role: 'applicant' }], 'role'],
    ['one alone', [one], 'role'],
    ['a third', [one, two, { ...two, nationalId: '3' }], 'role'],
    ['somebody in no role', [one, { ...two, role: null }], 'role'],
    ['two under different bytes', [one, { ...two, manifestHash: 'other' }], 'payload'],
  ])('has not, where it was %s', (_what, held, what) => {
    expect(() => checkSigners(definition, held)).toThrow(expect.objectContaining({ code: 'signature_invalid', facts: { what } }));
  });

  it('signs as whom the form names, else as whom it leaves open, and nobody twice', () => {
    const [applicant, spouse] = definition.signers ?? [];
    if (!applicant || !spouse) throw new Error('no signers');
    const answers = [{ field: 'national-id', value: '1' }].map((answer) => ({
      ...{ ...answer, label: { fa: '', en: '' }, kind: 'digits', source: { kind: 'edited' as const } },
    }));
    const open = { answers, signers: [applicant, { id: spouse.id, label: spouse.label }] };
    const find = (id: string, taken: string[] = []) => findSignerRole(open, id, taken)?.id;
    expect([find('1'), find('2'), find('2', ['spouse']), find('1', ['applicant'])]).toEqual(['applicant', 'spouse', undefined, 'spouse']);
    expect(findSignerRole({ answers }, '1')).toBeNull();
  });

  it.each([
    ['a signer whom no field names', { signers: [{ ...definition.signers?.[0], field: 'nobody' }, definition.signers?.[1]] }],
    ['two signers named by one field', { signers: definition.signers?.map((signer) => ({ ...signer, field: 'national-id' })) }],
    ['one signer alone', { signers: definition.signers?.slice(0, 1) }],
    ['a national id that names nobody', { signers: definition.signers?.map(({ field: _none, ...signer }) => signer) }],
    ['a field that may be left empty', { fields: definition.fields.map((field) => ({ ...field, required: false })) }],
  ])('is not said by a definition with %s', (_what, changes) => {
    expect(formDefinition.safeParse(definition).success).toBe(true);
    expect(formDefinition.safeParse({ ...definition, ...changes }).success).toBe(false);
  });

  it('is said in the view, from the manifest alone, which speaks to both', async () => {
    const view = renderView(await readManifest());
    const answers = view.sections.find(({ id }) => id === 'answers');
    expect([answers?.heading, answers?.lines[0]?.note]).toEqual(['پاسخ‌ها', 'از مدرک هویت کسی که فرم را نوشت']);
    expect(view.sections.find(({ id }) => id === 'signers')).toEqual({
      id: 'signers',
      heading: 'چه کسانی امضا می‌کنند',
      lines: [
        { label: 'متقاضی', value: '۹۹۹۰۰۰۰۰۱۵', direction: 'ltr' },
        { label: 'همسر', value: '۹۹۹۰۰۰۰۰۲۳', direction: 'ltr' },
      ],
    });
  });
});

async function readManifest(): Promise<ReturnType<typeof buildManifest>> {
  return JSON.parse(new TextDecoder().decode(decodeBase64Url(envelope.jws.payload)));
}

/** A general JWS with one bit of that signature flipped. */
function flipSignature(place: number): CoSubmissionEnvelope['jws'] {
  const { jws } = envelope;
  const flip = (text: string) => {
    const bytes = decodeBase64Url(text);
    return encodeBase64Url(bytes.with(5, (bytes[5] ?? 0) ^ 1));
  };
  return {
    ...jws,
    signatures: jws.signatures.map((each, index) => (index === place ? { ...each, signature: flip(each.signature) } : each)),
  };
}

/** What is left of it when only one signature is looked at. */
function only({ payload, signatures }: CoSubmissionEnvelope['jws'], place: number) {
  return { payload, signatures: signatures.slice(place, place + 1).map(({ header = {}, ...own }) => ({ ...own, header })) };
}

describe('jose, the library, verifies the general JWS', () => {
  it('each signature by its own key', async () => {
    for (const [place, citizen] of [world.citizen, world.spouse].entries()) {
      const key = await importJWK({ ...citizen.key.publicKey }, 'ES256');
      const { unprotectedHeader, protectedHeader } = await generalVerify(only(envelope.jws, place), key);
      expect([protectedHeader?.['signer_role'], unprotectedHeader]).toEqual([
        ['applicant', 'spouse'][place],
        envelope.jws.signatures[place]?.header,
      ]);
      await expect(generalVerify(only(flipSignature(place), place), key)).rejects.toMatchObject({
        code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
      });
    }
  });
});

const jose = findProgram('jose');

describe.skipIf(jose === undefined)('jose, the program, verifies the general JWS', () => {
  /** True when it finds the signatures of all of these keys. */
  function verify(jws: object, keys: readonly object[]): boolean {
    const folder = mkdtempSync(join(tmpdir(), 'daricheh-jose-'));
    try {
      writeFileSync(join(folder, 'form.json'), JSON.stringify(jws));
      for (const [place, key] of keys.entries()) writeFileSync(join(folder, `key${place}.jwk`), JSON.stringify(key));
      const keyArguments = keys.flatMap((_key, place) => ['-k', `./key${place}.jwk`]);
      execFileSync(jose ?? '', ['jws', 'ver', '-a', '-i', './form.json', ...keyArguments], { cwd: folder, stdio: 'ignore' });
      return true;
    } catch {
      // It says no by its exit code.
      return false;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const keysOf = () => [world.citizen, world.spouse].map(({ key }) => ({ ...key.publicKey, alg: 'ES256' }));

  it('both signatures together', () => {
    expect(verify(envelope.jws, keysOf())).toBe(true);
  });

  it.each([0, 1])('and refuses it with one bit of signature %i flipped', (place) => {
    expect(verify(flipSignature(place), keysOf())).toBe(false);
  });
});
