import { type Cbor, CborTag, cborTags, embedCbor, makeCborMap, readCbor, writeCbor } from '../cbor/index.ts';
import type { Bytes, CredentialPorts, StatusReference } from '../credential/index.ts';
import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import { signCoseSign1 } from '../mdoc/cose-sign1.ts';
import { makeDeviceAuthentication } from '../mdoc/device-authentication.ts';
import { buildApiTranscript, documentSignerPurpose, issueMdoc, type MdocExpectations, type SessionTranscript } from '../mdoc/index.ts';
import { createChainVerifier } from '../x509/index.ts';
import { createTestRoot, createTestSeal, type TestCertificate } from './certificates.ts';
import { testTime } from './credentials.ts';
import { createTestKey, randomBytes, sha256, type TestKey, verifyP256 } from './node-ports.ts';

export const testDocType = 'org.iso.18013.5.1.mDL';
export const testNamespace = 'org.iso.18013.5.1';
export const testMdocExchange = { origin: 'https://bank.example', nonce: 'a-nonce-of-more-than-128-bits', encryptionKey: null };

/** Elements of the licence of tests, one of each kind that a licence has. */
export const testElements: Readonly<Record<string, Cbor>> = {
  family_name: 'رضایی',
  given_name: 'Sara',
  document_number: 'D-100',
  birth_date: new CborTag(cborTags.fullDate, '1985-09-27'),
  portrait: Uint8Array.of(0xff, 0xd8, 0xff),
  driving_privileges: [makeCborMap({ vehicle_category_code: 'B', issue_date: new CborTag(cborTags.fullDate, '2020-01-01') })],
  age_over_18: true,
  age_in_years: 40,
};

type Members = Map<number | string, Cbor>;

/** What is forged, in ways in which the product's own issuer and wallet cannot. */
export type MdocForgery = {
  /** Changes what the issuer signs, before it signs. */
  readonly object?: (object: Members) => void;
  /** Changes each element after its digest was made; `skip` leaves it as it is. */
  readonly item?: (item: Members) => void;
  /** Changes what the issuer signed, as the holder sends it. */
  readonly issuerSigned?: (parts: Members) => void;
  readonly document?: (document: Members) => void;
  readonly response?: (response: Members) => void;
  readonly signer?: TestCertificate;
  /** Stands in the header in the signer's place. */
  readonly x5chain?: readonly Bytes[];
  readonly device?: TestKey;
  readonly transcript?: SessionTranscript;
  /** What the device says that it signs; the licence's type where absent. */
  readonly signedDocType?: string;
};

/** An issuer of licences, its holder, and a verifier that asks over the Digital Credentials API. */
export type MdocWorld = {
  readonly origin: string;
  readonly root: TestCertificate;
  readonly signer: TestCertificate;
  readonly holder: TestKey;
  readonly ports: CredentialPorts;
  readonly transcript: SessionTranscript;
  readonly expected: MdocExpectations & { readonly transcript: SessionTranscript };
  issue(changes?: { readonly status?: StatusReference | null; readonly elements?: typeof testElements }): Promise<string>;
  /** A response that shows every element; sound but for the forgery. */
  forge(forgery?: MdocForgery): Promise<string>;
};

/** Who signs the licences of a world: a document signer under `root`, for the issuer at `origin`. */
export type MdocAuthority = Pick<MdocWorld, 'origin' | 'root' | 'signer'>;

export async function createMdocAuthority(origin = 'https://transport.example'): Promise<MdocAuthority> {
  // The country stands in every certificate of a licence (ISO 18013-5:2021, annex B.1).
  const root = await createTestRoot('Root, C=IR');
  const signer = await createTestSeal(root, origin, { name: 'Document signer, C=IR', purposes: [documentSignerPurpose] });
  return { origin, root, signer };
}

export async function createMdocWorld(authority?: MdocAuthority): Promise<MdocWorld> {
  const { origin, root, signer } = authority ?? (await createMdocAuthority());
  const holder = createTestKey();
  const ports = { verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }), verifyP256, sha256 };
  const transcript = await buildApiTranscript(testMdocExchange, sha256);
  const issuers = [{ issuer: origin, documents: [{ doctype: testDocType }] }];
  const issue: MdocWorld['issue'] = ({ status = null, elements = testElements } = {}) =>
    issueMdoc(
      {
        ...{ docType: testDocType, namespaces: { [testNamespace]: elements }, x5chain: [signer.der], deviceKey: holder.publicKey, status },
        validity: { signedAt: testTime, validFrom: testTime, validUntil: new Date(testTime.getTime() + 86_400_000) },
      },
      { sign: signer.key.sign, sha256, randomBytes },
    );
  return {
    ...{ origin, root, signer, holder, ports, transcript, issue },
    expected: { docTypes: [testDocType], issuers, at: testTime, transcript },
    forge: async (forgery = {}) => forge(await issue(), forgery, { signer, device: holder, transcript }),
  };
}

type Sound = { readonly signer: TestCertificate; readonly device: TestKey; readonly transcript: SessionTranscript };

async function forge(issued: string, forgery: MdocForgery, sound: Sound): Promise<string> {
  const { signer, device, transcript, x5chain = [signer.der], signedDocType = testDocType } = { ...sound, ...forgery };
  const parts = asMap(readCbor(decodeBase64Url(issued)));
  const payload = embedCbor(writeCbor(change(readEmbedded(readSignedPayload(parts)), forgery.object)));
  parts.set('issuerAuth', await signCoseSign1({ payload, isDetached: false, x5chain }, signer.key.sign));
  if (forgery.item) parts.set('nameSpaces', changeItems(parts, forgery.item));
  const authentication = { payload: makeDeviceAuthentication(signedDocType, transcript), isDetached: true };
  const deviceAuth = makeCborMap({ deviceSignature: await signCoseSign1(authentication, device.sign) });
  const deviceSigned = makeCborMap({ nameSpaces: embed(new Map()), deviceAuth });
  const document = asMap(makeCborMap({ docType: testDocType, issuerSigned: change(parts, forgery.issuerSigned), deviceSigned }));
  const response = asMap(makeCborMap({ version: '1.0', documents: [change(document, forgery.document)], status: 0 }));
  return encodeBase64Url(writeCbor(change(response, forgery.response)));
}

function change(members: Members, by: ((members: Members) => void) | undefined): Members {
  by?.(members);
  return members;
}

function changeItems(parts: Members, by: (item: Members) => void): Members {
  const namespaces = asMap(parts.get('nameSpaces'));
  return new Map([...namespaces].map(([name, items]) => [name, (items as Cbor[]).map((item) => embed(change(readEmbedded(item), by)))]));
}

function readSignedPayload(parts: Members): Cbor {
  return readCbor((parts.get('issuerAuth') as readonly Cbor[])[2] as Bytes);
}

function readEmbedded(value: Cbor): Members {
  return asMap(readCbor((value as CborTag).value as Bytes));
}

function asMap(value: Cbor | undefined): Members {
  return value as Members;
}

/** A value as embedded CBOR, to stand in a structure. */
export function embed(value: Cbor): CborTag {
  return new CborTag(cborTags.embedded, writeCbor(value));
}
