import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../encoding/index.ts';
import { openFormMap } from '../form-map/index.ts';
import { createTestRoot, createTestSeal, sha256, testTime, toPem, verifyP256 } from '../testing/index.ts';
import { createChainVerifier } from '../x509/index.ts';
import { type MappedForm, sealFormMap } from './index.ts';

const origin = 'https://town.example';
const forms: MappedForm[] = [{ paths: ['/levy'], marks: ['r14'], fields: [{ control: 'r14', datum: 'national-id' }] }];

describe('an agency’s own map', () => {
  it('is signed from what an agency has, and believed by a wallet that knows its certificate', async () => {
    const root = await createTestRoot();
    const certificate = await createTestSeal(root, origin);
    const { certPem: certificatePem, keyPem } = toPem(certificate);
    const options = { origin, seal: { certificatePem, keyPem }, version: 3, forms, crypto: globalThis.crypto, now: () => testTime };
    const jws = await sealFormMap({ ...options, days: 10 });
    const expected = { origin, certificateHashes: [encodeBase64Url(await sha256(certificate.der))], at: testTime, lastVersion: 3 };
    const ports = { verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }), verifyP256, sha256 };
    expect(await openFormMap(jws, expected, ports)).toMatchObject({ version: 3, forms });
    await expect(sealFormMap({ ...options, forms: [] })).rejects.toMatchObject({ code: 'form_map_invalid', facts: { where: 'forms' } });
  });
});
