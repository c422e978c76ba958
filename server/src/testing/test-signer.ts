import { decodeBase64Url } from '@daricheh/shared/encoding';
import {
  encodeManifest,
  hashManifest,
  type Manifest,
  openForm,
  readSubmissionRequest,
  type SubmissionEnvelope,
} from '@daricheh/shared/submission';
import {
  answerForChild,
  buildTestManifest,
  createTestCitizen,
  type EnvelopeParts,
  sha256,
  signTestEnvelope,
  type TestCitizen,
  type TestMandate,
  verifyP256,
} from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { originOf, type TestApp } from './test-app.ts';

export type SignChanges = Partial<Omit<EnvelopeParts, 'mandate'>> &
  Partial<Pick<Manifest, 'answers' | 'attachments' | 'amends' | 'withdraws'>> & {
    /** Signs for the child that this names, who is whom the form is about where no answers are given. */
    readonly mandate?: TestMandate;
    /** Sends files under the request of that nonce, before anything is signed. */
    readonly upload?: (nonce: string) => Promise<unknown>;
  };

export type TestSigner = {
  readonly citizen: TestCitizen;
  /** Does what a wallet does up to the moment of sending: reads the form, asks to sign, and signs. */
  sign(changes?: SignChanges): Promise<SubmissionEnvelope>;
  submit(envelope: SubmissionEnvelope, key?: string): Promise<Response>;
};

type SignerWorld = Pick<TestApp, 'authority' | 'clock' | 'send'> & { readonly origin?: string };

/** A citizen's wallet that signs the test form of the tax agency, which is at `origin`. */
export async function createTestSigner(
  { authority, clock, send, origin = originOf('tax') }: SignerWorld,
  { nationalId }: { readonly nationalId?: string } = {},
): Promise<TestSigner> {
  const citizen = await createTestCitizen(authority.registry, { at: clock.now, ...(nationalId !== undefined && { nationalId }) });
  const verifyChain = createChainVerifier({ anchors: [authority.root.der], verifyP256 });
  return {
    citizen,
    sign: async ({ attachments, amends, withdraws, upload, ...changes } = {}) => {
      const jws = await (await send('tax', '/daricheh/forms/yearly-return')).text();
      const expected = { origin, certificateHashes: null, at: clock.now };
      const form = await openForm(jws, expected, { verifyChain, verifyP256, sha256 });
      const { mandate } = changes;
      const answers = changes.answers ?? (mandate && answerForChild(form.definition, mandate.signed.principal.nationalId));
      const manifest =
        changes.manifest ??
        buildTestManifest(form, {
          at: clock.now,
          ...(answers && { answers }),
          ...(attachments && { attachments }),
          ...(amends && { amends }),
          ...(withdraws && { withdraws }),
          ...(mandate && { mandate: mandate.signed }),
        });
      const manifestHash = await hashManifest(encodeManifest(manifest), sha256);
      const asked = await send('tax', '/daricheh/submissions/requests', { json: { form: manifest.form, manifestHash } });
      const { request } = (await asked.json()) as { request: string };
      await upload?.(readNonce(request));
      return signTestEnvelope({ citizen, manifest, request, at: clock.now, ...changes });
    },
    submit: (envelope, key = 'key-of-this-submission') =>
      send('tax', '/daricheh/submissions', { json: envelope, headers: { 'idempotency-key': key } }),
  };
}

function readNonce(request: string): string {
  return readSubmissionRequest(decodeBase64Url(request.split('.')[1] ?? '')).nonce;
}
