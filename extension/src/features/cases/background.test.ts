import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { buildPasskeyChallenge, decodeManifest } from '@daricheh/shared/submission';
import { sha256, testChildIds, testWalletOrigin, verifyP256 } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { isAmendmentDraft } from '../../core/cases/amending-book.ts';
import type { PendingCase, ReceivedCase } from '../../core/cases/case-record.ts';
import { sendCase } from '../../core/cases/send-case.ts';
import { findSigner } from '../../core/signing/find-signer.ts';
import { describeBatchGesture, prepareBatch, signBatch } from '../../core/signing/sign-batch.ts';
import { type BatchWorld, createBatchWorld } from '../../core/signing/testing/batch-world.ts';
import { holdMandate } from '../../core/signing/testing/hold-mandate.ts';
import type { SigningWorld } from '../../core/signing/testing/signing-world.ts';
import { createCaseHandlers } from './background.ts';

const origin = 'https://tax.example';
const formUri = `${origin}/daricheh/forms/yearly-return`;
const sender = { kind: 'extension', page: 'wallet.html', search: '', tabId: null } as const;
const crypto = { sha256, verifyP256 };

let world: BatchWorld;
let tax: SigningWorld;
let did: string[];
let state: string;

beforeEach(() => setUp());

async function setUp(options: Parameters<typeof createBatchWorld>[1] = {}): Promise<void> {
  world = await createBatchWorld([origin], options);
  const [first] = world.agencies;
  if (!first) throw new Error('an agency');
  tax = first;
  [did, state] = [[], 'in-review'];
  tax.interfere = ({ url }) => (url.endsWith('/cases/CASE-1') ? { ...describeCase(), state } : undefined);
}

const describeCase = () => ({
  ...{ caseNumber: 'CASE-1', title: tax.form.definition.title, receivedAt: '2026-11-23T09:00:00.000Z', dueAt: '2026-12-23T09:00:00.000Z' },
  ...{ updatedAt: '2026-11-23T09:00:00.000Z', nextAction: null },
});

const createHandlers = () =>
  createCaseHandlers({
    ...world,
    crypto,
    readSignedTrust: async () => ({ tokens: [], roots: [] }),
    locale: async () => 'en',
    newId: () => 'draft-1',
    amendings: {
      start: async ({ caseId, earlier }, openTab) => void did.push(`amending ${await openTab()} ${caseId} ${earlier.caseNumber}`),
    },
    openTab: async (url) => {
      did.push(`open ${url}`);
      return 7;
    },
    openReview: async (id) => void did.push(`review ${id}`),
  });

/** A form that was signed, and not yet sent. */
async function sign(): Promise<PendingCase> {
  const waiting = await world.keep(tax);
  const shown = { id: waiting.id, manifestHash: encodeBase64Url(await sha256(decodeBase64Url(waiting.manifest))) };
  const { batch } = await prepareBatch([shown], world);
  if (!batch) throw new Error('nothing to sign');
  const { tag, context } = describeBatchGesture(batch);
  const challenge = await buildPasskeyChallenge({ tag, context, nonce: new Uint8Array() }, sha256);
  const consent = {
    signer: await findSigner(world.records, world.nowMs()),
    assertion: world.citizen.passkey.assert(challenge),
    wallet: { origin: testWalletOrigin, rpId: testWalletOrigin },
  };
  const [signed] = await signBatch(batch, consent, world);
  if (!signed) throw new Error('nothing signed');
  await world.records.commit([world.records.waiting.remove(waiting.id)]);
  return signed.pending;
}

/** A case that the agency has received, filled in on a page. */
async function receive(): Promise<ReceivedCase> {
  const { record } = await sendCase(await sign(), { ...world, crypto });
  if (!record) throw new Error('not received');
  const values = [{ field: 'income', texts: ['1,200,000'] }];
  const kept = { ...record, filled: { uri: `${origin}/return?lang=fa`, formUri, values } };
  await world.records.commit([world.records.cases.put(kept)]);
  return kept;
}

const listWaiting = async () => (await world.records.waiting.list()).items;

describe('to amend a case', () => {
  it('opens its form’s page in a tab that is known for it, with what was sent as a draft of its own', async () => {
    const { id } = await receive();
    await createHandlers()['cases/amend']({ id }, sender);
    expect(did).toEqual([`open ${origin}/return?lang=fa`, `amending 7 ${id} CASE-1`]);
    const { items } = await world.records.drafts.list();
    expect(items).toMatchObject([{ origin, form: `${formUri}#amends=${id}`, values: [{ field: 'income', texts: ['1,200,000'] }] }]);
    expect(items.every(isAmendmentDraft)).toBe(true);
  });

  it('keeps the draft that was begun before', async () => {
    const { id } = await receive();
    await createHandlers()['cases/amend']({ id }, sender);
    const [draft] = (await world.records.drafts.list()).items;
    if (!draft) throw new Error('no draft');
    await world.records.commit([world.records.drafts.put({ ...draft, values: [{ field: 'income', texts: ['5'] }] })]);
    await createHandlers()['cases/amend']({ id }, sender);
    expect((await world.records.drafts.list()).items).toMatchObject([{ values: [{ texts: ['5'] }] }]);
  });
});

describe('a case that was signed for somebody else', () => {
  beforeEach(async () => {
    await setUp({ takesMandates: true });
    tax.controls = tax.controls.map((control) => (control.name === 'national-id' ? { ...control, value: testChildIds.elder } : control));
    await holdMandate(world);
  });

  it('is amended and withdrawn as any other, as long as the citizen may sign for them', async () => {
    const { id } = await receive();
    await createHandlers()['cases/amend']({ id }, sender);
    await createHandlers()['cases/withdraw']({ id }, sender);
    expect(did).toEqual([`open ${origin}/return?lang=fa`, `amending 7 ${id} CASE-1`, expect.stringMatching(/^review /)]);
  });

  it.each(['cases/amend', 'cases/withdraw'] as const)('is neither once they may not: %s says why, and begins nothing', async (name) => {
    const { id } = await receive();
    await world.records.credentials.revise('m1', (found) => ({ ...found, standing: { state: 'revoked', checkedAtMs: 1 } }));
    await expect(createHandlers()[name]({ id }, sender)).rejects.toThrow(expect.objectContaining({ code: 'mandate_revoked' }));
    expect(did).toEqual([]);
  });
});

describe('to withdraw a case', () => {
  it('makes a withdrawal ready that names it by number and hash, and shows it; nothing is sent', async () => {
    const { id, manifest } = await receive();
    await createHandlers()['cases/withdraw']({ id }, sender);
    const [waiting] = await listWaiting();
    if (!waiting) throw new Error('nothing waits');
    expect(did).toEqual([`review ${waiting.id}`]);
    const manifestHash = encodeBase64Url(await sha256(decodeBase64Url(manifest)));
    expect(decodeManifest(decodeBase64Url(waiting.manifest))).toMatchObject({
      ...{ answers: [], withdraws: { caseNumber: 'CASE-1', manifestHash }, locale: 'en' },
    });
    expect(waiting.title).toEqual({ fa: expect.stringMatching(/^انصراف از /), en: expect.stringMatching(/^Withdrawal of /) });
    expect(tax.received.size).toBe(1);
  });

  it('puts the newer of two withdrawals in the place of the one that was not signed', async () => {
    const { id } = await receive();
    for (let times = 0; times < 2; times++) await createHandlers()['cases/withdraw']({ id }, sender);
    expect((await listWaiting()).map((waiting) => `review ${waiting.id}`)).toEqual(did.slice(-1));
  });

  it.each(['cases/amend', 'cases/withdraw'] as const)('or amend it, is refused where two people signed it: %s', async (name) => {
    const record = await receive();
    const { jws, ...signer } = record.envelope;
    const { payload, ...signature } = jws;
    const general = { payload, signatures: [signature, signature] };
    const coSigned = {
      type: 'daricheh.co-submission.v1' as const,
      jws: general,
      signers: [signer, signer].map(({ type: _type, ...own }) => own),
    };
    await world.records.commit([world.records.cases.put({ ...record, coSigned })]);
    await expect(createHandlers()[name]({ id: record.id }, sender)).rejects.toMatchObject({ code: 'co_signed_fixed' });
    expect([did, await listWaiting()]).toEqual([[], []]);
  });

  it.each(['cases/amend', 'cases/withdraw'] as const)(
    'or amend it, asks the agency first: %s is refused once it is decided',
    async (name) => {
      const { id } = await receive();
      state = 'approved';
      await expect(createHandlers()[name]({ id }, sender)).rejects.toMatchObject({ code: 'case_closed' });
      expect([did, await listWaiting(), (await world.records.drafts.list()).items]).toEqual([[], [], []]);
    },
  );
});

describe('a first signature that waits for the second', () => {
  const link = `${origin}/daricheh/co-sign/secret`;
  const awaits = { label: { fa: 'همسر', en: 'Spouse' }, link, expiresAt: '2026-12-01T00:00:00.000Z' };

  async function wait(): Promise<PendingCase> {
    const pending = { ...(await sign()), awaits };
    await world.records.commit([world.records.cases.put(pending)]);
    return pending;
  }

  it('is taken back at the agency, under the key that it came under, and is then no case', async () => {
    const { id, idempotencyKey } = await wait();
    tax.interfere = ({ url }) => (url === `${link}/take-back` ? {} : undefined);
    await createHandlers()['cases/take-back']({ id }, sender);
    expect(tax.sent.at(-1)).toMatchObject({ method: 'POST', url: `${link}/take-back`, headers: { 'idempotency-key': idempotencyKey } });
    expect(await world.records.cases.find(id)).toBeUndefined();
  });

  it('is asked after where it waits there no more: the other has signed', async () => {
    const { id } = await wait();
    tax.interfere = ({ url }) => (url === `${link}/take-back` ? { code: 'not_found', status: 404 } : undefined);
    await createHandlers()['cases/take-back']({ id }, sender);
    expect(await world.records.cases.find(id)).toMatchObject({ delivery: 'received', caseNumber: 'CASE-1' });
  });

  it('stays where the agency does not answer, which is said', async () => {
    const waiting = await wait();
    tax.interfere = () => 'down';
    await expect(createHandlers()['cases/take-back']({ id: waiting.id }, sender)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await createHandlers()['cases/refresh']({}, sender)).toMatchObject({ unreachable: [{ id: waiting.agency.id }] });
    expect(await world.records.cases.find(waiting.id)).toEqual(waiting);
  });

  it('is all that can be taken back so', async () => {
    const { id } = await receive();
    await expect(createHandlers()['cases/take-back']({ id }, sender)).rejects.toMatchObject({ code: 'case_unknown' });
  });
});
