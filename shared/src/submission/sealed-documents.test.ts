import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../encoding/index.ts';
import type { Seal, SealExpectations, SealPorts } from '../seal/index.ts';
import { createTestRoot, createTestSeal, describeTestForm, sha256, type TestCertificate, testTime, verifyP256 } from '../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import { issueReceipt, openForm, openReceipt, publishForm, type Receipt } from './index.ts';

const origin = 'https://tax.example';
const definition = describeTestForm(origin);
const receipt: Receipt = {
  type: 'daricheh.receipt.v1',
  agency: { id: 'tax', origin },
  form: { id: 'yearly-return', version: 1 },
  manifestHash: 'A'.repeat(43),
  caseNumber: 'X',
  receivedAt: testTime.toISOString(),
  dueAt: testTime.toISOString(),
  report: [{ step: 'form', holds: true }],
};

let root: TestCertificate;
let certificate: TestCertificate;
let seal: Seal;
let ports: SealPorts;
let expected: SealExpectations;
const sealOf = ({ der, key }: TestCertificate): Seal => ({ x5c: encodeX5c([der]), sign: key.sign });

beforeAll(async () => {
  root = await createTestRoot();
  certificate = await createTestSeal(root, origin);
  seal = sealOf(certificate);
  ports = { verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }), verifyP256, sha256 };
  expected = { origin, certificateHashes: [encodeBase64Url(await sha256(certificate.der))], at: testTime };
});

describe('a published form', () => {
  it('is opened with the hash by which it is known, the same at each publication', async () => {
    const [first, second] = [await publishForm(definition, seal, { sha256 }), await publishForm(definition, seal, { sha256 })];
    expect(first.jws).not.toBe(second.jws);
    expect(await openForm(first.jws, expected, ports)).toEqual({ definition, hash: second.hash });
  });

  it.each<[string, () => Partial<SealExpectations>, string]>([
    ['under another origin', () => ({ origin: 'https://tax.evil' }), 'origin'],
    ['under a certificate that is not registered', () => ({ certificateHashes: ['A'.repeat(43)] }), 'certificate'],
    ['after the certificate has ended', () => ({ at: new Date('2028-01-01') }), 'certificate_expired'],
  ])('is not believed %s', async (_what, change, what) => {
    const { jws } = await publishForm(definition, seal, { sha256 });
    await expect(openForm(jws, { ...expected, ...change() }, ports)).rejects.toMatchObject({ code: 'form_not_trusted', facts: { what } });
  });

  it('is not believed when a bit of it is flipped', async () => {
    const { jws } = await publishForm(definition, seal, { sha256 });
    const [header, payload = '', signature] = jws.split('.');
    const flipped = [header, `${payload.slice(0, -8)}${payload.at(-8) === 'A' ? 'B' : 'A'}${payload.slice(-7)}`, signature].join('.');
    await expect(openForm(flipped, expected, ports)).rejects.toMatchObject({ code: 'form_not_trusted', facts: { what: 'signature' } });
  });

  it('is not believed when answers would go elsewhere', async () => {
    const { jws } = await publishForm({ ...definition, submissionsUri: 'https://evil.example/' }, seal, { sha256 });
    await expect(openForm(jws, expected, ports)).rejects.toMatchObject({ code: 'form_not_trusted', facts: { what: 'address' } });
  });

  it('is not a receipt', async () => {
    const { jws } = await publishForm(definition, seal, { sha256 });
    const forReceipt = { ...expected, manifestHash: receipt.manifestHash };
    await expect(openReceipt(jws, forReceipt, ports)).rejects.toMatchObject({ code: 'receipt_invalid', facts: { what: 'typ' } });
  });
});

describe('a receipt', () => {
  it('is opened by whoever knows the manifest', async () => {
    const jws = await issueReceipt(receipt, seal);
    expect(await openReceipt(jws, { ...expected, manifestHash: receipt.manifestHash }, ports)).toEqual(receipt);
  });

  it.each([
    ['for another manifest', { manifestHash: 'B'.repeat(43) }, 'manifest'],
    ['of another agency', { agency: { id: 'tax', origin: 'https://passport.example' } }, 'origin'],
  ])('is refused %s', async (_what, change, what) => {
    const jws = await issueReceipt({ ...receipt, ...change }, seal);
    const forReceipt = { ...expected, manifestHash: receipt.manifestHash };
    await expect(openReceipt(jws, forReceipt, ports)).rejects.toMatchObject({ code: 'receipt_invalid', facts: { what } });
  });

  it('is refused when another key of the same root sealed it', async () => {
    const jws = await issueReceipt(receipt, sealOf(await createTestSeal(root, origin)));
    const forReceipt = { ...expected, manifestHash: receipt.manifestHash };
    await expect(openReceipt(jws, forReceipt, ports)).rejects.toMatchObject({ code: 'receipt_invalid', facts: { what: 'certificate' } });
  });
});
