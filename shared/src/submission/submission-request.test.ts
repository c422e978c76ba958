import { describe, expect, it } from 'vitest';
import { encodeBase64Url } from '../encoding/index.ts';
import { answerPresentation, type PresentationRequest, readPresentationRequest, verifyVpToken } from '../presentation/index.ts';
import { createPresentationWorld, createTestCitizen, createTestCitizensAuthority, randomBytes, testTime } from '../testing/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { buildSubmissionRequest, signingQueryId } from './submission-request.ts';

const world = await createPresentationWorld();
const registry = { ...world.issuer, citizens: await createTestCitizensAuthority(world.issuer.root) };
const citizen = await createTestCitizen(registry, { at: testTime });
const manifestHash = encodeBase64Url(randomBytes(32));
const form = { id: 'tax-return', version: 1, hash: encodeBase64Url(randomBytes(32)) };
const nonce = encodeBase64Url(randomBytes(32));

const requestObject = await buildSubmissionRequest(
  { clientId: world.clientId, submissionsUri: `${world.origin}/daricheh/submissions`, nonce, form, manifestHash, at: testTime },
  { x5c: encodeX5c([world.seal.der]), sign: world.seal.key.sign },
);

const read = (expected = { manifestHash, form }): Promise<PresentationRequest> =>
  readPresentationRequest({ kind: 'submission', requestObject, origin: world.origin, expected }, world.readPorts);

describe('a request to sign a form', () => {
  it('is read by a wallet that reviews this form, answered for the envelope, and verified', async () => {
    const request = await read();
    const disclosures = [{ queryId: signingQueryId, credentialId: 'signing', paths: [['national_id']] }];
    const takeCredential = async () => ({ format: 'dc+sd-jwt' as const, credential: citizen.credential, sign: citizen.key.sign });
    const answer = await answerPresentation(request, disclosures, { ...world.presentPorts, takeCredential });
    if (answer.kind !== 'submission') throw new Error(answer.kind);
    const transactionData = request.transactionData.map(({ raw }) => raw);
    const expected = { query: request.query, nonce, audience: world.clientId, transactionData, issuers: world.trust.issuers };
    const [verified] = await verifyVpToken({ ...answer.vpToken }, expected, world.verifyPorts);
    expect(verified?.claims).toEqual({ national_id: '9990000015' });
    expect(verified?.credential.claims['signing_certificate']).toEqual({ x5c: citizen.x5c });
  });

  it('is refused by a wallet that reviews another', async () => {
    const other = encodeBase64Url(randomBytes(32));
    await expect(read({ manifestHash: other, form })).rejects.toThrow(expect.objectContaining({ code: 'invalid_transaction_data' }));
  });
});
