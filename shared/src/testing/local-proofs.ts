import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { type LocalProof, type LocalProofFile, signLocalProof } from '../local-proof/index.ts';
import { buildUnsignedHeader, encodeStampedSignature } from '../submission/index.ts';
import { encodeX5c } from '../x509/index.ts';
import { createTestCertificate, createTestRoot, KeyUsageFlags, type TestCertificate } from './certificates.ts';
import { testTime } from './credentials.ts';
import { sha256 } from './node-ports.ts';
import { createTestTimeStampCertificate, describeTestAuthority, issueTestTimeStamp } from './time-stamps.ts';

/** What somebody sends to a site without receipts, with a picture of the page. */
export type TestProofChanges = Partial<Pick<LocalProof, 'lines' | 'picture' | 'sentBy'>> & { readonly title?: string };

/** A citizen and a clock under one root. What they sign, they sign at `testTime`. */
export type TestProofWorld = {
  readonly root: TestCertificate;
  /** A sound record, but for what is changed; `clock: null` leaves it without a time stamp, `at` is the wallet's own clock. */
  makeFile(changes?: TestProofChanges, parts?: { readonly clock?: null; readonly at?: Date }): Promise<LocalProofFile>;
};

const picture = encodeUtf8('a picture');

/** A world of its own, or one under a root that is there. */
export async function createTestProofWorld(under?: TestCertificate): Promise<TestProofWorld> {
  const root = under ?? (await createTestRoot('Root', { notAfter: new Date('2066-01-01T00:00:00Z') }));
  const citizen = await createTestCertificate({ name: 'Citizen', issuer: root, keyUsage: KeyUsageFlags.digitalSignature });
  const clock = await createTestTimeStampCertificate(root, { uris: ['https://registry.example'] });
  return {
    root,
    makeFile: async (changes = {}, parts = {}) => {
      const proof = await describeTestProof(changes);
      const jws = await signLocalProof(proof, parts.at ?? testTime, { x5c: encodeX5c([citizen.der]), sign: citizen.key.sign }, { sha256 });
      const imprint = await sha256(encodeStampedSignature(jws.signature));
      const header =
        parts.clock === null
          ? {}
          : { header: buildUnsignedHeader(await issueTestTimeStamp(describeTestAuthority(clock), { imprint, at: testTime })) };
      return {
        ...{ type: 'daricheh.local-proof-file.v1', jws, ...header },
        picture: proof.picture === null ? null : encodeBase64Url(picture),
      };
    },
  };
}

/** What such a record says. */
export async function describeTestProof({ title = 'شکایت', ...changes }: TestProofChanges = {}): Promise<LocalProof> {
  return {
    type: 'daricheh.local-proof.v1',
    page: { origin: 'https://water.example', path: '/complaint', title },
    sentTo: { origin: 'https://water.example', path: '/send', method: 'post' },
    sentBy: 'form',
    sentAt: testTime.toISOString(),
    lines: [{ label: 'شمارهٔ اشتراک', value: '۱۲۳' }],
    picture: { mediaType: 'image/jpeg', sha256: encodeBase64Url(await sha256(picture)), size: picture.length },
    salt: 'c2FsdHNhbHRzYWx0c2FsdA',
    ...changes,
  };
}
