import { X509Certificate } from 'node:crypto';
import { Document as Auth0Document, DeviceResponse as Auth0Response, Verifier as Auth0Verifier, MDoc } from '@auth0/mdl';
import {
  CoseKey,
  DateOnly,
  DeviceKey,
  DeviceRequest,
  DocRequest,
  Holder,
  Issuer,
  IssuerSigned,
  ItemsRequest,
  SessionTranscript,
  SignatureAlgorithm,
  Verifier,
} from '@owf/mdoc';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { embedCbor } from '../cbor/index.ts';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import { createTestKey, testTime } from '../testing/index.ts';
import { createMdocWorld, type MdocWorld, testDocType, testMdocExchange, testNamespace } from '../testing/mdoc-world.ts';
import { createOwfContext } from '../testing/owf-mdoc.ts';
import { presentMdoc, verifyDeviceResponse, verifyIssuedMdoc } from './index.ts';

// Two other implementations issue, show and verify what ours verifies, shows and issues.

const context = createOwfContext({ fromJwk: (jwk) => CoseKey.fromJwk(jwk) });
const shown = [
  [testNamespace, 'family_name'],
  [testNamespace, 'birth_date'],
] as const;
let world: MdocWorld;

beforeAll(async () => {
  world = await createMdocWorld();
});

const present = async (mdoc: string) => presentMdoc({ mdoc, elements: shown, transcript: world.transcript, sign: world.holder.sign });
const certificatePem = (der: Uint8Array) => new X509Certificate(der).toString();

describe('@owf/mdoc', () => {
  const check = (response: string, transcript = world.transcript) =>
    Verifier.verifyDeviceResponse(
      { deviceResponse: decodeBase64Url(response), sessionTranscript: transcript, trustedCertificates: [world.root.der], now: testTime },
      context,
    );

  async function issue(): Promise<string> {
    const issuer = new Issuer(testDocType, context);
    issuer.addIssuerNamespace(testNamespace, { family_name: 'Rezaei', birth_date: new DateOnly('1985-09-27'), age_over_18: true });
    const issued = await issuer.sign({
      signingKey: CoseKey.fromJwk({ ...world.signer.key.privateJwk }),
      algorithm: SignatureAlgorithm.ES256,
      digestAlgorithm: 'SHA-256',
      validityInfo: { signed: testTime, validFrom: testTime, validUntil: new Date(testTime.getTime() + 60_000) },
      deviceKeyInfo: { deviceKey: DeviceKey.fromJwk({ ...world.holder.publicKey }) },
      certificates: [world.signer.der],
    });
    return issued.encodedForOid4Vci;
  }

  it('makes the same transcript over the Digital Credentials API', async () => {
    const { origin, nonce } = testMdocExchange;
    const theirs = await SessionTranscript.forOid4VpDcApi({ origin, nonce }, context);
    expect(Buffer.from(theirs.encode()).toString('hex')).toBe(Buffer.from(world.transcript).toString('hex'));
  });

  it('verifies what ours issued and showed', async () => {
    await expect(check(await present(await world.issue()))).resolves.toBeUndefined();
    await expect(
      Holder.verifyIssuerSigned({ issuerSigned: await world.issue(), trustedCertificates: [world.root.der], now: testTime }, context),
    ).resolves.toBeUndefined();
  });

  it('refuses as ours does what another key signed', async () => {
    await expect(check(await world.forge({ device: createTestKey() }))).rejects.toThrow();
  });

  it('issues and shows what ours verifies', async () => {
    const mdoc = await issue();
    await expect(verifyIssuedMdoc(mdoc, world.expected, world.ports)).resolves.toMatchObject({ docType: testDocType });
    const response = await Holder.createDeviceResponseForDeviceRequest(
      {
        deviceRequest: DeviceRequest.create({
          docRequests: [
            DocRequest.create({
              itemsRequest: ItemsRequest.create({
                docType: testDocType,
                namespaces: { [testNamespace]: { family_name: true, birth_date: true } },
              }),
            }),
          ],
        }),
        sessionTranscript: world.transcript,
        issuerSigned: [IssuerSigned.fromEncodedForOid4Vci(mdoc)],
        signature: { signingKey: CoseKey.fromJwk({ ...world.holder.privateJwk, alg: 'ES256' }) },
      },
      context,
    );
    const verified = await verifyDeviceResponse(encodeBase64Url(Uint8Array.from(response.encode())), world.expected, world.ports);
    expect(verified.claims).toEqual({ [testNamespace]: { family_name: 'Rezaei', birth_date: '1985-09-27' } });
  });

  it('ours shows what it issued', async () => {
    await expect(check(await present(await issue()))).resolves.toBeUndefined();
  });
});

describe('@auth0/mdl', () => {
  // It knows no other time than now.
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: testTime }));
  afterAll(() => void vi.useRealTimers());

  const check = async (response: string) =>
    new Auth0Verifier([certificatePem(world.root.der)]).verify(decodeBase64Url(response), {
      encodedSessionTranscript: embedCbor(world.transcript),
    });

  it('verifies what ours issued and showed', async () => {
    const verified = await check(await present(await world.issue()));
    expect(verified.documents[0]?.getIssuerNameSpace(testNamespace)).toMatchObject({ family_name: 'رضایی' });
  });

  it('issues and shows what ours verifies', async () => {
    const document = new Auth0Document(testDocType)
      .addIssuerNameSpace(testNamespace, { family_name: 'Rezaei', birth_date: '1985-09-27' })
      .useDigestAlgorithm('SHA-256')
      .addValidityInfo({ signed: testTime, validFrom: testTime, validUntil: new Date(testTime.getTime() + 60_000) })
      .addDeviceKeyInfo({ deviceKey: { ...world.holder.publicKey } });
    const issued = await document.sign({
      issuerPrivateKey: { ...world.signer.key.privateJwk, kid: 'signer' } as never,
      issuerCertificate: certificatePem(world.signer.der),
      alg: 'ES256',
    });
    const response = await Auth0Response.from(new MDoc([issued]))
      .usingPresentationDefinition({
        id: 'p',
        input_descriptors: [
          {
            id: testDocType,
            format: { mso_mdoc: { alg: ['ES256'] } },
            constraints: {
              limit_disclosure: 'required',
              fields: [{ path: [`$['${testNamespace}']['family_name']`], intent_to_retain: false }],
            },
          },
        ],
      })
      .usingSessionTranscriptBytes(Buffer.from(embedCbor(world.transcript)))
      .authenticateWithSignature({ ...world.holder.privateJwk, kid: 'device' } as never, 'ES256')
      .sign();
    const verified = await verifyDeviceResponse(encodeBase64Url(Uint8Array.from(response.encode())), world.expected, world.ports);
    expect(verified.claims).toEqual({ [testNamespace]: { family_name: 'Rezaei' } });
  });
});
