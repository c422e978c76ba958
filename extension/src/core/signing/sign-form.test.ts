import { checkSubmissionFile } from '@daricheh/shared/checking';
import { inflateZlib } from '@daricheh/shared/credential';
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import type { FormMap } from '@daricheh/shared/form-map';
import { buildPasskeyChallenge, readSubmissionFile, type UnsignedHeader } from '@daricheh/shared/submission';
import { sha256, testWalletOrigin, verifyP256 } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkTimeStamp } from '../cases/check-time-stamp.ts';
import { fetchEvidence } from '../cases/fetch-evidence.ts';
import { refreshCase } from '../cases/refresh-case.ts';
import { saveCase } from '../cases/save-case.ts';
import { sendCase } from '../cases/send-case.ts';
import { verifyRs256, widePorts } from '../credentials/wallet-crypto.ts';
import { findSigner } from './find-signer.ts';
import { fetchSigningRequest, openSigningRequest } from './request-signature.ts';
import { type ReviewedForm, type ReviewSeed, reviewForm, type SoughtControls, viewReview } from './review-form.ts';
import { describeSigningGesture, signForm } from './sign-form.ts';
import { agencyOrigin, createSigningWorld, requestFor, type SigningWorld, sealFormBy } from './testing/signing-world.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;

let world: SigningWorld;
const seed: ReviewSeed = {
  formUri: '/daricheh/forms/yearly-return',
  origin: agencyOrigin,
  locale: 'fa',
  createdAtMs: 0,
  nonce: 'A'.repeat(22),
  salt: 'B'.repeat(22),
};

beforeEach(async () => {
  world = await createSigningWorld();
});

const ports = () => ({
  ...world,
  readControls: async ({ fields }: SoughtControls) => world.controls.filter(({ name }) => fields.some(({ control }) => control === name)),
});
const seedNow = (): ReviewSeed => ({ ...seed, createdAtMs: world.nowMs() });

async function review(): Promise<Ready> {
  const reviewed = await reviewForm(seedNow(), ports());
  if (reviewed.kind !== 'ready') throw new Error(reviewed.kind);
  return reviewed;
}

async function sign(flags?: number) {
  const reviewed = await review();
  const request = await openSigningRequest(await fetchSigningRequest(reviewed, ports()), reviewed, ports());
  const { tag, context, nonce } = await describeSigningGesture(reviewed, request);
  const challenge = await buildPasskeyChallenge({ tag, context, nonce: encodeUtf8(nonce) }, sha256);
  const assertion = world.citizen.passkey.assert(challenge, flags === undefined ? {} : { flags });
  const signer = await findSigner(world.records, world.nowMs());
  const signed = await signForm(
    { reviewed, request, signer, assertion, wallet: { origin: testWalletOrigin, rpId: testWalletOrigin } },
    ports(),
  );
  await world.records.commit([world.records.cases.put(signed.pending), world.records.releases.put(signed.release)]);
  return signed;
}

const deliver = (pending: Awaited<ReturnType<typeof sign>>['pending']) => sendCase(pending, { ...ports(), crypto: { sha256, verifyP256 } });
const refused = (code: string) => expect.objectContaining({ code });
const isSubmission = ({ url }: { url: string }) => url.endsWith('/submissions');

describe('what a review looks for in the page', () => {
  async function seek(map: FormMap | undefined): Promise<SoughtControls | undefined> {
    let asked: SoughtControls | undefined;
    world.findFormMap = async (origin) => (origin === agencyOrigin ? map : undefined);
    const readControls = async (sought: SoughtControls) => {
      asked = sought;
      return world.controls;
    };
    await reviewForm(seedNow(), { ...ports(), readControls });
    return asked;
  }

  it('is each field by its id and the name of its control', async () => {
    const sought = await seek(undefined);
    expect(sought?.fields[0]).toEqual({ id: 'national-id', control: 'national-id' });
    expect(sought?.places).toEqual([]);
  });

  it('is also where the agency’s signed map says that a field is', async () => {
    const forms = [{ paths: ['/return'], marks: ['row1'], fields: [{ control: 'row1', datum: 'national-id' as const }] }];
    const sought = await seek({ type: 'daricheh.form-map.v1', origin: agencyOrigin, version: 1, issuedAt: '', expiresAt: '', forms });
    expect(sought?.places).toEqual([{ paths: ['/return'], marks: ['row1'], controls: { 'national-id': 'row1' } }]);
  });
});

describe('a review', () => {
  it('E5: shows the page’s answers under the agency’s labels, in their normal form, hidden ones too', async () => {
    const { view } = viewReview(await review());
    const lines = view.sections.find(({ id }) => id === 'answers')?.lines.map(({ label, value }) => [label, value]);
    expect(lines).toEqual([
      ['فارسی national-id', '۹۹۹۰۰۰۰۰۱۵'],
      ['فارسی birth-date', '۵ مهر ۱۳۶۴'],
      ['فارسی income', '۱٬۲۰۰٬۰۰۰'],
      ['فارسی status', 'فارسی married'],
    ]);
  });

  it('gives the same bytes for the same page, and others when anything has changed', async () => {
    const first = await review();
    expect((await review()).manifestHash).toBe(first.manifestHash);
    world.controls = world.controls.map((control) => (control.name === 'income' ? { ...control, value: '1' } : control));
    expect((await review()).manifestHash).not.toBe(first.manifestHash);
  });

  it('sends nothing of the citizen’s: the form is fetched, and a hash is told', async () => {
    await fetchSigningRequest(await review(), ports());
    expect(world.sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${agencyOrigin}/daricheh/forms/yearly-return`,
      `POST ${agencyOrigin}/daricheh/submissions/requests`,
    ]);
    expect(JSON.stringify(world.sent)).not.toMatch(/9990000015|۹۹۹۰۰۰۰۰۱۵|1364|1200000/);
  });

  it('names everything that is missing', async () => {
    world.controls = [];
    const reviewed = await reviewForm(seedNow(), ports());
    expect(reviewed.kind === 'incomplete' && reviewed.faults.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      'national-id absent',
      'birth-date absent',
      'income absent',
      'status absent',
      'email absent',
    ]);
  });

  it.each([
    ['a site that the trust list does not name', { origin: 'https://bakery.example' }, 'verifier_not_trusted'],
    ['A14: a site that looks like the agency’s', { origin: 'https://tax.example:444' }, 'lookalike_origin'],
    ['a form at another origin', { formUri: 'https://other.example/form' }, 'form_not_trusted'],
  ])('is refused for %s, and nothing is fetched', async (_what, change, code) => {
    await expect(reviewForm({ ...seedNow(), ...change }, ports())).rejects.toThrow(refused(code));
    expect(world.sent).toEqual([]);
  });

  it('E6: is refused for a form that another agency has sealed', async () => {
    const jws = await sealFormBy(world, world.other);
    world.interfere = ({ method }) => (method === 'GET' ? jws : undefined);
    await expect(review()).rejects.toThrow(refused('form_not_trusted'));
  });

  it('E4: is refused when the agency asks to sign another form than was reviewed', async () => {
    const other = await requestFor(world, 'C'.repeat(43));
    world.interfere = ({ url }) => (url.endsWith('/requests') ? other : undefined);
    await expect(fetchSigningRequest(await review(), ports())).rejects.toThrow(refused('signing_request_mismatch'));
  });

  it('is refused without a signing credential', async () => {
    await world.records.commit([world.records.credentials.remove('c1')]);
    await expect(findSigner(world.records, world.nowMs())).rejects.toThrow(refused('signing_credential_missing'));
  });
});

describe('a signature', () => {
  it('is what the agency verifies, step by step, and its receipt is kept', async () => {
    const { pending } = await sign();
    expect((await deliver(pending)).outcome).toMatchObject({ kind: 'received', caseNumber: 'CASE-1' });
    expect(await world.records.cases.find(pending.id)).toMatchObject({ delivery: 'received', caseToken: 'token', caseNumber: 'CASE-1' });
    expect(await world.records.releases.find(pending.id)).toMatchObject({ kind: 'submission', outcome: 'sent', caseNumber: 'CASE-1' });
  });

  it('is not made by a gesture that did not verify the citizen', async () => {
    await expect(sign(1)).rejects.toThrow(refused('gesture_invalid'));
    expect(world.sent.some(isSubmission)).toBe(false);
    expect((await world.records.cases.list()).items).toEqual([]);
  });

  it('covers bytes that are kept verbatim', async () => {
    const { pending } = await sign();
    expect(pending.manifest).toBe(pending.envelope.jws.payload);
    expect(JSON.parse(new TextDecoder().decode(decodeBase64Url(pending.manifest)))).toMatchObject({ agency: { origin: agencyOrigin } });
  });
});

describe('a time stamp', () => {
  const crypto = { sha256, verifyP256 };
  const submit = async () => {
    const { pending } = await sign();
    const { record } = await deliver(pending);
    if (record === null) throw new Error('not received');
    return record;
  };

  it('is kept with the receipt when it holds', async () => {
    world.stamping = 'at once';
    const { header, envelope, awaitsTimeStamp } = await submit();
    if (header === undefined) throw new Error('not kept');
    expect(awaitsTimeStamp).toBeUndefined();
    expect(await checkTimeStamp({ envelope }, header, new Date(world.nowMs()), world)).toEqual(new Date(world.nowMs()));
  });

  it('that is for another signature is not kept, and asked for again; the receipt holds all the same', async () => {
    world.stamping = 'wrongly';
    const { header, awaitsTimeStamp, delivery } = await submit();
    expect([delivery, header, awaitsTimeStamp]).toEqual(['received', undefined, true]);
  });

  it('that comes later is fetched with the news of the case, once', async () => {
    world.stamping = 'late';
    const record = await submit();
    expect([record.header, record.awaitsTimeStamp]).toEqual([undefined, true]);
    const still = await refreshCase(record, { ...world, crypto });
    expect([still.header, still.awaitsTimeStamp]).toEqual([undefined, true]);
    world.stampLate();
    const stamped = await refreshCase(still, { ...world, crypto });
    expect([stamped.header?.etsiU.length, stamped.awaitsTimeStamp]).toEqual([1, false]);
    world.sent.length = 0;
    expect(stamped.hasAskedEvidence).toBe(true);
    await refreshCase(stamped, { ...world, crypto });
    expect(world.sent.map(({ url }) => url)).toEqual([`${agencyOrigin}/daricheh/cases/CASE-1`]);
  });

  it('is asked for again when it will not hold for long, and a longer header taken where it goes on from the one that is kept', async () => {
    world.stamping = 'at once';
    const record = await submit();
    const { header, envelope } = record;
    if (header === undefined) throw new Error('not kept');
    const refresh = (at: Date) => refreshCase(record, { ...world, crypto, nowMs: () => at.getTime() });
    const [soon, late] = [new Date('2026-09-01T00:00:00Z'), new Date('2026-11-01T00:00:00Z')];
    const serve = (served: UnsignedHeader | null) => {
      world.interfere = ({ url }) => (url.endsWith('/evidence') ? { header: served, statusToken: null } : undefined);
    };
    const renewed = await world.renew(header, envelope, late);
    serve(renewed);
    expect((await refresh(soon)).header).toEqual(header);
    expect((await refresh(late)).header).toEqual(renewed);
    for (const [other] of [[await world.renew(header, (await submit()).envelope, late)], [null]] as const) {
      serve(other);
      expect((await refresh(late)).header).toEqual(header);
    }
    const shorter = await refreshCase({ ...record, header: renewed }, { ...world, crypto, nowMs: () => late.getTime() });
    expect(shorter.header).toEqual(renewed);
  });

  it('is asked for once where the agency has nobody to ask, for what else it keeps', async () => {
    const record = await submit();
    world.sent.length = 0;
    const asked = await refreshCase(record, { ...world, crypto });
    expect([record.awaitsTimeStamp, asked.hasAskedEvidence, world.sent.length]).toEqual([undefined, true, 2]);
    await refreshCase(asked, { ...world, crypto });
    expect(world.sent.length).toBe(3);
  });
});

describe('a case that is saved', () => {
  const crypto = { sha256, verifyP256 };
  const judge = async (text: string) => {
    const call = { roots: [world.root.der], trustList: null, beside: [], now: new Date(world.nowMs()) };
    return checkSubmissionFile(readSubmissionFile(text), call, { ...crypto, ...widePorts, verifyRs256, inflate: inflateZlib });
  };
  const trust = () => ({ tokens: [], roots: [encodeBase64Url(world.root.der)] });
  const submit = async () => {
    const { pending } = await sign();
    const { record } = await deliver(pending);
    if (record === null) throw new Error('not received');
    return record;
  };

  it('has in it all by which others find it valid, once the agency has been asked', async () => {
    world.stamping = 'at once';
    const asked = await fetchEvidence(await submit(), { ...world, crypto });
    const { name, text } = saveCase(asked, trust());
    expect(name).toBe('daricheh-tax-CASE-1.json');
    const { verdict, findings } = await judge(text);
    // The agency of these tests keeps no log, and no list was signed.
    const besides = ['log', 'registered'];
    expect(findings.filter(({ outcome, rule }) => outcome !== 'holds' && !besides.includes(rule))).toEqual([]);
    expect(verdict).toBe('valid');
  });

  it('is saved with what is held where the agency is silent', async () => {
    world.stamping = 'at once';
    const record = await submit();
    world.interfere = () => 'down';
    expect(await fetchEvidence(record, { ...world, crypto })).toEqual(record);
    const { verdict, findings } = await judge(saveCase(record, trust()).text);
    expect([verdict, findings.find(({ rule }) => rule === 'status')?.reason]).toEqual(['cannot-be-proven', 'absent']);
  });

  it.each([
    ['is none', () => 'status token'],
    ['bears no seal that holds', (token: string) => token.replace(/.$/, (letter) => (letter === 'A' ? 'Q' : 'A'))],
  ])('is saved without a status list that %s', async (_what, bend) => {
    const record = await submit();
    const { statusToken } = await fetchEvidence(record, { ...world, crypto });
    world.interfere = ({ url }) => (url.endsWith('/evidence') ? { header: null, statusToken: bend(statusToken ?? '') } : undefined);
    expect((await fetchEvidence(record, { ...world, crypto })).statusToken).toBeUndefined();
  });

  it('keeps its time stamp when the agency shows another that does not continue it', async () => {
    world.stamping = 'at once';
    const record = await submit();
    const other = { etsiU: ['e30'] };
    world.interfere = ({ url }) => (url.endsWith('/evidence') ? { header: other, statusToken: null } : undefined);
    expect((await fetchEvidence(record, { ...world, crypto })).header).toEqual(record.header);
  });
});

describe('an agency that does not answer', () => {
  it('leaves the submission kept; it is sent again under the same key, and counts once', async () => {
    const { pending } = await sign();
    world.interfere = (request) => (isSubmission(request) ? 'down' : undefined);
    expect((await deliver(pending)).outcome).toEqual({ kind: 'kept', caseId: pending.id, code: 'unavailable' });
    expect(await world.records.releases.find(pending.id)).toMatchObject({ outcome: 'unknown' });
    world.interfere = () => undefined;
    expect((await deliver(pending)).outcome).toMatchObject({ kind: 'received' });
    const keys = world.sent.filter(isSubmission).map(({ headers }) => headers?.['idempotency-key']);
    expect([new Set(keys).size, world.received.size]).toEqual([1, 1]);
  });

  it('E13: does not get away with a receipt that is not for this form', async () => {
    const first = await sign();
    const { record } = await deliver(first.pending);
    world.controls = world.controls.map((control) => (control.name === 'income' ? { ...control, value: '5' } : control));
    const second = await sign();
    const wrong = { receipt: record?.receipt ?? '', caseToken: 't', caseUri: `${agencyOrigin}/daricheh/cases/CASE-1` };
    world.interfere = (request) => (isSubmission(request) ? wrong : undefined);
    expect((await deliver(second.pending)).outcome).toMatchObject({ kind: 'kept', code: 'receipt_invalid' });
  });

  it.each([
    ['is of another version', { form: { id: 'yearly-return', version: 2 } }],
    ['says that it amends a case', { amends: 'CASE-0' }],
    ['says that it withdraws a case', { withdraws: 'CASE-0' }],
    ['says that others signed it, too', { signers: [{ role: 'spouse', receivedAt: '2026-06-01T12:00:00.000Z' }] }],
  ])('E13: does not get away with a receipt that %s, which the citizen did not sign', async (_what, acknowledges) => {
    const { pending } = await sign();
    world.acknowledges = acknowledges;
    expect((await deliver(pending)).outcome).toMatchObject({ kind: 'kept', code: 'receipt_invalid' });
  });

  it('and one that refuses for good leaves the case to be signed again', async () => {
    const { pending } = await sign();
    world.interfere = (request) => (isSubmission(request) ? { status: 422, code: 'form_version_mismatch' } : undefined);
    await expect(deliver(pending)).rejects.toThrow(refused('form_version_mismatch'));
    expect(await world.records.cases.find(pending.id)).toMatchObject({ delivery: 'pending', refusal: 'form_version_mismatch' });
  });
});
