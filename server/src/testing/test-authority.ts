import { createStatusList, issueStatusToken, signCompactJws, statusValues, writeStatus } from '@daricheh/shared/credential';
import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { documentSignerPurpose } from '@daricheh/shared/mdoc';
import { mandateVct, signingVct } from '@daricheh/shared/submission';
import {
  createTestAgency,
  createTestCertificate,
  createTestCitizensAuthority,
  createTestRoot,
  createTestSeal,
  createTestTimeStampCertificate,
  createTestTrustList,
  describeTestAuthority,
  KeyUsageFlags,
  sha256,
  type TestCertificate,
  type TestRegistry,
} from '@daricheh/shared/testing';
import type { TimeStampAuthority } from '@daricheh/shared/timestamp';
import { type TrustedAgency, type TrustList, trustListSigningUsage, trustListType } from '@daricheh/shared/trust';
import { documentTypes } from '@daricheh/shared/vocabulary';
import { encodeX5c } from '@daricheh/shared/x509';

/** A root of its own, what it certifies, and whom its trust list names. */
export type TestAuthority = {
  readonly root: TestCertificate;
  readonly seals: ReadonlyMap<string, TestCertificate>;
  readonly registry: TestRegistry;
  /** Signs the transport agency's licences as mdocs. */
  readonly documentSigner: TestCertificate;
  /** The registry's time-stamp authority, and its certificate. */
  readonly clock: TimeStampAuthority;
  readonly clockCertificate: TestCertificate;
  readonly trustList: string;
  /** What it says. */
  readonly list: TrustList;
  /** Another edition of it, by another signer under the same root. */
  signList(parts: Partial<TrustList>): Promise<string>;
  /** The registry's status token at that time. */
  issueStatuses(at: Date, statuses: TestStatuses): Promise<string>;
};

/** Indexes in the registry's list that are not valid, and how long a token may be used. */
export type TestStatuses = { readonly revoked: readonly number[]; readonly suspended: readonly number[]; readonly lifetimeSeconds: number };

const registryId = 'civil-registry';
const licence = documentTypes['driving-licence'];

/** Makes an authority for these agencies, one of which is the civil registry. */
export async function createTestAuthority(agencies: readonly { readonly id: string; readonly origin: string }[]): Promise<TestAuthority> {
  const root = await createTestRoot('Root', { notAfter: new Date('2076-01-01T00:00:00Z') });
  const sealed = agencies.map(async ({ id, origin }) => [id, await createTestSeal(root, origin)] as const);
  const seals = new Map(await Promise.all(sealed));
  const registrySeal = seals.get(registryId);
  const registryOrigin = agencies.find(({ id }) => id === registryId)?.origin;
  if (registrySeal === undefined || registryOrigin === undefined) throw new Error('No registry among the agencies.');
  const registry = { origin: registryOrigin, seal: registrySeal, citizens: await createTestCitizensAuthority(root) };
  const transportOrigin = agencies.find(({ id }) => id === 'transport')?.origin ?? registryOrigin;
  const documentSigner = await createTestSeal(root, transportOrigin, { purposes: [documentSignerPurpose] });
  const clockCertificate = await createTestTimeStampCertificate(root, { uris: [registryOrigin] });
  const described = await Promise.all(agencies.map(({ id, origin }) => describeAgency(id, origin, seals.get(id))));
  const list = createTestTrustList({ agencies: described, issuers: agencies.flatMap(listIssuers) });
  return {
    ...{ root, seals, registry, documentSigner, list, clockCertificate },
    clock: describeTestAuthority(clockCertificate),
    trustList: await signTrustList(root, list),
    signList: (parts) => signTrustList(root, { ...list, ...parts }),
    issueStatuses: (at, statuses) => issueStatuses(registry, at, statuses),
  };
}

function listIssuers({ id, origin }: { readonly id: string; readonly origin: string }): TrustList['issuers'] {
  if (id === registryId) {
    const documents = [{ vct: 'urn:daricheh:identity:1' }, { vct: signingVct }, { vct: mandateVct }];
    return [{ issuer: origin, name: { fa: 'ثبت احوال', en: 'Registry' }, documents }];
  }
  if (id !== 'transport') return [];
  const documents = [{ vct: licence.vct }, { doctype: licence.mdoc.docType }, { vct: documentTypes['vehicle-registration'].vct }];
  return [{ issuer: origin, name: { fa: 'راهنمایی', en: 'Transport' }, documents }];
}

/** What the use `licence` asks of a driving licence in the form of an mdoc. */
const licenceElements = ['family_name', 'given_name', 'document_number'].map((element) => [licence.mdoc.namespace, element]);

async function describeAgency(id: string, origin: string, seal: TestCertificate | undefined): Promise<TrustedAgency> {
  const purpose = { fa: 'نمونه', en: 'Sample' };
  const names = [['given_name'], ['family_name'], ['given_name_latin'], ['family_name_latin'], ['national_id']];
  return createTestAgency({
    ...{ id, name: { fa: `سازمان ${id}`, en: `Agency ${id}` }, origins: [origin] },
    certificateHashes: seal === undefined ? [] : [encodeBase64Url(await sha256(seal.der))],
    uses: [
      { id: 'sign-in', purpose, attributes: [{ vct: 'urn:daricheh:identity:1', claims: names }] },
      { id: 'licence', purpose, attributes: [{ doctype: licence.mdoc.docType, claims: licenceElements }] },
      { id: 'submission', purpose, attributes: [{ vct: signingVct, claims: [['national_id']] }] },
    ],
  });
}

async function signTrustList(root: TestCertificate, list: TrustList): Promise<string> {
  const signer = await createTestCertificate({
    ...{ name: 'Trust list', issuer: root, keyUsage: KeyUsageFlags.digitalSignature, purposes: [trustListSigningUsage] },
  });
  return signCompactJws(
    { header: { typ: trustListType, x5c: encodeX5c([signer.der]) }, payload: encodeUtf8(JSON.stringify(list)) },
    signer.key.sign,
  );
}

function issueStatuses({ origin, seal }: TestRegistry, at: Date, { revoked, suspended, lifetimeSeconds }: TestStatuses): Promise<string> {
  const list = createStatusList(1024, 2);
  for (const index of revoked) writeStatus(list, 2, index, statusValues.invalid);
  for (const index of suspended) writeStatus(list, 2, index, statusValues.suspended);
  const content = { uri: `${origin}/daricheh/status-lists/1`, bits: 2 as const, list, at, ttlSeconds: 60, lifetimeSeconds };
  return issueStatusToken({ ...content, x5c: encodeX5c([seal.der]) }, seal.key.sign);
}
