import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import {
  buildPasskeyChallenge,
  decodeSubmissionHeader,
  encodeManifest,
  hashView,
  type Manifest,
  renderView,
  signSubmission,
  writeWaitingJws,
} from '@daricheh/shared/submission';
import { sha256, testWalletOrigin } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { isAwaiting } from '../cases/deliver-case.ts';
import { settleCase } from '../cases/send-case.ts';
import { verifyP256 } from '../credentials/wallet-crypto.ts';
import { findSigner } from './find-signer.ts';
import { canWait } from './keep-waiting.ts';
import { fetchSigningRequest, openSigningRequest } from './request-signature.ts';
import { type ReviewedForm, reviewForm, type SoughtControls } from './review-form.ts';
import { describeSigningGesture, signForm } from './sign-form.ts';
import { agencyOrigin, createSigningWorld, type SigningWorld } from './testing/signing-world.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;
let world: SigningWorld;

beforeEach(async () => {
  world = await createSigningWorld({ isCoSigned: true });
});

const ports = () => ({
  ...world,
  crypto: { sha256, verifyP256 },
  readControls: async ({ fields }: SoughtControls) => world.controls.filter(({ name }) => fields.some(({ control }) => control === name)),
});

async function review(): Promise<Ready> {
  const seed = { formUri: '/daricheh/forms/yearly-return', origin: agencyOrigin, locale: 'fa', createdAtMs: world.nowMs() } as const;
  const reviewed = await reviewForm({ ...seed, nonce: 'A'.repeat(22), salt: 'B'.repeat(22) }, ports());
  return reviewed.kind === 'ready' ? reviewed : expect.fail(reviewed.kind);
}

async function sign() {
  const reviewed = await review();
  const request = await openSigningRequest(await fetchSigningRequest(reviewed, ports()), reviewed, ports());
  const { tag, context, nonce } = await describeSigningGesture(reviewed, request);
  const assertion = world.citizen.passkey.assert(await buildPasskeyChallenge({ tag, context, nonce: encodeUtf8(nonce) }, sha256));
  const signer = await findSigner(world.records, world.nowMs());
  return signForm({ reviewed, request, signer, assertion, wallet: { origin: testWalletOrigin, rpId: testWalletOrigin } }, ports());
}

/** What the page shows once the spouse has signed that manifest, in that role. */
async function waitFor(manifest: Manifest, role = 'spouse'): Promise<string> {
  const { x5c, key } = world.citizen;
  const signed = { bytes: encodeManifest(manifest), viewHash: await hashView(renderView(manifest), sha256), x5c, role };
  return writeWaitingJws(await signSubmission({ ...signed, at: new Date(world.nowMs()), sign: key.sign }, { sha256 }));
}

/** Answers the submission so. */
function answerWith(answer: object): void {
  world.interfere = ({ url, method }) => (method === 'POST' && url.endsWith('/submissions') ? answer : undefined);
}

const roles = ['applicant', 'spouse'];

const awaits = (origin: string) => ({
  awaits: {
    role: 'spouse',
    label: { fa: 'همسر', en: 'Spouse' },
    link: `${origin}/daricheh/co-sign/secret`,
    expiresAt: '2026-12-01T00:00:00.000Z',
  },
});

describe('the first signer', () => {
  it('signs as whom the form names them, and cannot leave it to be signed with others', async () => {
    const { pending } = await sign();
    expect(decodeSubmissionHeader(pending.envelope.jws.protected).signer_role).toBe('applicant');
    expect(canWait(await review())).toBe(false);
  });

  it('is given a link, which is kept with the signed form', async () => {
    const { pending } = await sign();
    answerWith(awaits(agencyOrigin));
    const { outcome } = await settleCase(pending, ports());
    expect(outcome).toMatchObject({ kind: 'awaiting', link: `${agencyOrigin}/daricheh/co-sign/secret`, label: { en: 'Spouse' } });
    expect(await world.records.cases.find(pending.id)).toMatchObject({
      delivery: 'pending',
      refusal: null,
      awaits: { label: { en: 'Spouse' } },
    });
  });

  it.each([
    ['names no signers', {}],
    [
      'names both, without the other signature beside it',
      { signers: roles.map((role) => ({ role, receivedAt: '2026-06-01T12:00:00.000Z' })) },
    ],
  ])('E13: is not content with a receipt that %s', async (_what, acknowledges) => {
    const { pending } = await sign();
    world.acknowledges = acknowledges;
    expect((await settleCase(pending, ports())).outcome).toMatchObject({ kind: 'kept', code: 'receipt_invalid' });
  });

  it('is given no link that leads elsewhere', async () => {
    const { pending } = await sign();
    answerWith(awaits('https://elsewhere.example'));
    expect((await settleCase(pending, ports())).outcome).toMatchObject({ kind: 'kept', code: 'receipt_invalid' });
  });

  it('is told that it is over once the agency knows of it no more', async () => {
    const { pending } = await sign();
    answerWith(awaits(agencyOrigin));
    await settleCase(pending, ports());
    const waiting = (await world.records.cases.find(pending.id)) ?? expect.fail('kept');
    answerWith({ code: 'submission_request_unknown', status: 409 });
    if (isAwaiting(waiting))
      expect((await settleCase(waiting, ports())).outcome).toMatchObject({ kind: 'refused', code: 'co_signature_over' });
    expect(await world.records.cases.find(pending.id)).toMatchObject({ refusal: 'co_signature_over' });
  });

  it('is told at once where the form is for others to sign', async () => {
    world.controls = world.controls.map((control) => (control.name === 'national-id' ? { ...control, value: '9990000031' } : control));
    await expect(sign()).rejects.toMatchObject({ code: 'signer_not_named' });
  });
});

describe('the second signer', () => {
  it('signs the very bytes of the first, whatever the page’s controls say', async () => {
    const { manifest, bytes } = await review();
    world.waiting = await waitFor(manifest);
    world.controls = [];
    const { pending } = await sign();
    expect(pending.envelope.jws.payload).toBe(encodeBase64Url(bytes));
    expect(decodeSubmissionHeader(pending.envelope.jws.protected).signer_role).toBe('applicant');
    expect((await review()).first).toEqual({ role: 'spouse', signedAtMs: world.nowMs() });
  });

  it('is not asked for what they have signed already', async () => {
    world.waiting = await waitFor((await review()).manifest, 'applicant');
    await expect(sign()).rejects.toMatchObject({ code: 'signer_not_named' });
  });

  it.each<[string, (manifest: Manifest) => Manifest, string]>([
    ['under other terms', (manifest) => ({ ...manifest, purpose: { fa: 'دیگر', en: 'Other' } }), 'form_changed'],
    ['of another site', (manifest) => ({ ...manifest, agency: { ...manifest.agency, origin: 'https://evil.example' } }), 'form_changed'],
    ['with an answer under another label', relabel, 'answer_invalid'],
    ['that amends a case, which two together do not', (manifest) => ({ ...manifest, amends: earlier }), 'form_changed'],
    ['that names other signers', (manifest) => ({ ...manifest, signers: manifest.signers?.slice(0, 1) }), 'form_changed'],
  ])('E5: is shown no form %s', async (_what, change, code) => {
    world.waiting = await waitFor(change((await review()).manifest));
    await expect(review()).rejects.toMatchObject({ code });
  });

  it('E5: is shown no form whose first signature does not hold', async () => {
    const waiting = JSON.parse(await waitFor((await review()).manifest));
    const [first] = waiting.signatures;
    const bytes = decodeBase64Url(first.signature);
    const bent = { ...first, signature: encodeBase64Url(bytes.with(5, (bytes[5] ?? 0) ^ 1)) };
    world.waiting = JSON.stringify({ ...waiting, signatures: [bent] });
    await expect(review()).rejects.toMatchObject({ code: 'signature_invalid' });
  });

  it.each(['', '{}', '{"payload":1}', 'null'])('is shown nothing for %j', async (text) => {
    world.waiting = text;
    await expect(review()).rejects.toMatchObject({ code: 'manifest_invalid' });
  });
});

const earlier = { caseNumber: 'CASE-0', manifestHash: 'A'.repeat(43) };

function relabel(manifest: Manifest): Manifest {
  return { ...manifest, answers: manifest.answers.map((answer) => ({ ...answer, label: { fa: 'هدیه', en: 'Gift' } })) };
}
