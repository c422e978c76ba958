import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  type AnswerSource,
  buildPasskeyChallenge,
  decodeManifest,
  encodeManifest,
  type SubmissionEnvelope,
} from '@daricheh/shared/submission';
import { sha256, testWalletOrigin, verifyP256 } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendCase } from '../../core/cases/send-case.ts';
import { openBatch } from '../../core/signing/sign-batch.ts';
import { type BatchWorld, createBatchWorld } from '../../core/signing/testing/batch-world.ts';
import { requestFor, type SigningWorld } from '../../core/signing/testing/signing-world.ts';
import type { WaitingForm } from '../../core/signing/waiting-form.ts';
import { createBatchHandlers } from './background.ts';

const origins = ['https://tax.example', 'https://passport.example', 'https://roads.example'];
const sender = { kind: 'extension', page: 'consent.html', search: '?batch', tabId: null } as const;

let world: BatchWorld;
let tax: SigningWorld;
let passport: SigningWorld;
let roads: SigningWorld;
let memory: unknown;
let dropped: string[];

beforeEach(async () => {
  world = await createBatchWorld(origins);
  const [first, second, third] = world.agencies;
  if (!first || !second || !third) throw new Error('three agencies');
  [tax, passport, roads] = [first, second, third];
  memory = undefined;
  dropped = [];
});

/** A worker: a new one has nothing but the vault and the memory of the browser. */
function startWorker() {
  return createBatchHandlers({
    ...world,
    crypto: { sha256, verifyP256 },
    passkeys: async () => ({ passkeys: [], wallet: { origin: testWalletOrigin, rpId: testWalletOrigin } }),
    memory: {
      read: async () => memory,
      write: async (value) => {
        memory = structuredClone(value);
      },
    },
    dropDraft: async (origin, formUri) => void dropped.push(`${origin} ${formUri}`),
    openWindow: async () => undefined,
  });
}

const keepAll = async () => {
  for (const agency of world.agencies) await world.keep(agency);
};

/** What the window shows of the forms, without those that were unticked. */
async function read(unticked: readonly string[] = []) {
  const { forms } = await startWorker()['batch/view']({}, sender);
  return forms.filter(({ id }) => !unticked.includes(id)).map(({ id, manifestHash }) => ({ id, manifestHash }));
}

async function prepare(unticked: readonly string[] = []) {
  const { batch, leftOut } = await startWorker()['batch/prepare']({ forms: await read(unticked) }, sender);
  if (!batch) throw new Error('nothing to sign');
  const { tag, context } = batch.gesture;
  const challenge = await buildPasskeyChallenge({ tag, context, nonce: new Uint8Array() }, sha256);
  return { id: batch.id, leftOut, assert: (flags = 5) => world.citizen.passkey.assert(challenge, { flags }) };
}

async function signAll(unticked: readonly string[] = []) {
  const { id, leftOut, assert } = await prepare(unticked);
  const results = await startWorker()['batch/approve']({ id, assertion: assert() }, sender);
  return { leftOut, outcomes: results.map(({ outcome }) => outcome.kind) };
}

const listWaiting = async () => (await startWorker()['batch/list']({}, sender)).forms.map(({ id }) => id);
const listCases = async () => (await world.records.cases.list()).items;
const isSubmission = ({ url }: { url: string }) => url.endsWith('/submissions');
const countSent = () => world.agencies.map(({ sent }) => sent.filter(isSubmission).length);
const coded = (code: string) => expect.objectContaining({ code });
const failWith =
  (code: 'signature_invalid' | 'form_version_mismatch', of: (request: { url: string }) => boolean): SigningWorld['interfere'] =>
  (request) =>
    of(request) ? { status: 422, code } : undefined;

async function readEnvelopes(): Promise<[tax: SubmissionEnvelope, passport: SubmissionEnvelope, roads: SubmissionEnvelope]> {
  const cases = await listCases();
  const [first, second, third] = origins.map((origin) => cases.find(({ agency }) => agency.origin === origin)?.envelope);
  if (!first || !second || !third) throw new Error('three envelopes');
  return [first, second, third];
}

const post = (agency: SigningWorld, envelope: SubmissionEnvelope) =>
  agency.send({
    url: agency.form.definition.submissionsUri,
    method: 'POST',
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(envelope),
  });

describe('several forms under one gesture', () => {
  it('reach each its own agency, which verifies it alone', async () => {
    await keepAll();
    expect(await signAll()).toEqual({ leftOut: [], outcomes: ['received', 'received', 'received'] });
    expect(world.agencies.map(({ received }) => received.size)).toEqual([1, 1, 1]);
    expect(await listWaiting()).toEqual([]);
    expect((await world.records.releases.list()).items.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
    const keys = (await listCases()).map(({ idempotencyKey }) => idempotencyKey);
    const assertions = (await readEnvelopes()).map(({ assertion }) => assertion.signature);
    expect([new Set(keys).size, new Set(assertions).size]).toEqual([3, 1]);
  });

  it('say to no agency what the others are, or how many', async () => {
    await keepAll();
    const shown = await read();
    await signAll();
    const envelopes = await readEnvelopes();
    expect(envelopes.map(({ leaf }) => [leaf.size, leaf.path.length])).toEqual([
      [8, 3],
      [8, 3],
      [8, 3],
    ]);
    expect(new Set(envelopes.map(({ leaf }) => leaf.index)).size).toBe(3);
    for (const [index, { sent }] of world.agencies.entries()) {
      const said = JSON.stringify(sent);
      const others = origins.filter((_origin, other) => other !== index).flatMap((origin) => [origin, encodeBase64Url(encodeUtf8(origin))]);
      const hashes = shown.filter((_form, other) => other !== index).map(({ manifestHash }) => manifestHash);
      expect([...others, ...hashes].filter((word) => said.includes(word))).toEqual([]);
    }
  });

  it('are signed in the order in which they were kept, whatever their places in the tree', async () => {
    const kept = [await world.keep(roads), await world.keep(tax), await world.keep(roads)];
    expect((await read()).map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
    const { forms } = await startWorker()['batch/view']({}, sender);
    expect(forms.map(({ isOutdone }) => isOutdone)).toEqual([true, false, false]);
    expect(forms[0]?.view.sections.find(({ id }) => id === 'agency')).toBeDefined();
  });

  it('of which one is left out by the citizen leave that one waiting', async () => {
    await keepAll();
    const [, second = ''] = await listWaiting();
    expect((await signAll([second])).outcomes).toEqual(['received', 'received']);
    expect([await listWaiting(), countSent()]).toEqual([[second], [1, 0, 1]]);
  });

  it('are sent by another worker than prepared them, when the first was stopped while the passkey was asked', async () => {
    await world.keep(tax);
    const { id, assert } = await prepare();
    expect(await startWorker()['batch/approve']({ id, assertion: assert() }, sender)).toMatchObject([{ outcome: { kind: 'received' } }]);
  });
});

describe('E6: a form that cannot be signed now', () => {
  it.each<[string, string, () => Promise<SigningWorld['interfere']>]>([
    ['whose agency is away', 'unavailable', async () => () => 'down'],
    ['that its agency has changed since', 'form_version_mismatch', async () => failWith('form_version_mismatch', () => true)],
    [
      'for which its agency asks to sign something else',
      'signing_request_mismatch',
      async () => {
        const other = await requestFor(passport, 'C'.repeat(43));
        return () => other;
      },
    ],
  ])('%s is left out with the reason; the others go on, and it waits', async (_what, code, bend) => {
    await keepAll();
    const [, second = ''] = await listWaiting();
    passport.interfere = await bend();
    expect(await signAll()).toEqual({ leftOut: [{ id: second, code }], outcomes: ['received', 'received'] });
    expect([await listWaiting(), countSent()]).toEqual([[second], [1, 0, 1]]);
  });

  it('because a document that it answers from counts no more is left out', async () => {
    const form = await world.keep(tax);
    const manifest = decodeManifest(decodeBase64Url(form.manifest));
    const source: AnswerSource = { kind: 'credential', vct: 'urn:eudi:pid:ir:1', claim: ['given_name'] };
    const answers = manifest.answers.map((answer) => (answer.source.kind === 'credential' ? answer : { ...answer, source }));
    expect(answers).not.toEqual(manifest.answers);
    const bytes = encodeManifest({ ...manifest, answers });
    await world.records.commit([world.records.waiting.put({ ...form, manifest: encodeBase64Url(bytes) })]);
    const prepared = await startWorker()['batch/prepare']({ forms: await read() }, sender);
    expect(prepared).toEqual({ batch: null, leftOut: [{ id: form.id, code: 'answer_outdated' }] });
  });

  it('asks for no gesture where there is nothing else to sign', async () => {
    await world.keep(tax);
    tax.interfere = () => 'down';
    const [form] = await read();
    const prepared = await startWorker()['batch/prepare']({ forms: await read() }, sender);
    expect(prepared).toEqual({ batch: null, leftOut: [{ id: form?.id, code: 'unavailable' }] });
  });
});

describe('nothing is signed', () => {
  const expectNothing = async () => {
    expect([await listCases(), countSent()]).toEqual([[], [0, 0, 0]]);
    expect((await listWaiting()).length).toBe(3);
  };
  const change = async (other: WaitingForm) => {
    const [id = ''] = await listWaiting();
    await world.records.commit([world.records.waiting.put({ ...other, id })]);
  };
  const makeOther = async () => {
    tax.controls = tax.controls.map((control) => (control.name === 'income' ? { ...control, value: '5' } : control));
    const other = await world.keep(tax);
    await world.records.commit([world.records.waiting.remove(other.id)]);
    return other;
  };

  it('E6: when one form is another than the window showed', async () => {
    await keepAll();
    const shown = await read();
    await change(await makeOther());
    await expect(startWorker()['batch/prepare']({ forms: shown }, sender)).rejects.toThrow(coded('form_changed'));
    await expectNothing();
  });

  it('E6: when one form changed between the review and the gesture', async () => {
    await keepAll();
    const { id, assert } = await prepare();
    await change(await makeOther());
    await expect(startWorker()['batch/approve']({ id, assertion: assert() }, sender)).rejects.toThrow(coded('form_changed'));
    await expectNothing();
  });

  it('when its place in the tree was tampered with', async () => {
    await keepAll();
    const { id, assert } = await prepare();
    const batch = openBatch.parse(memory);
    const moved = batch.forms.map((form) => ({ ...form, place: { ...form.place, index: (form.place.index + 1) % form.place.size } }));
    memory = { ...batch, forms: moved };
    const answer = startWorker()['batch/approve']({ id, assertion: assert() }, sender);
    await expect(answer).rejects.toThrow(coded('form_changed'));
    await expectNothing();
  });

  it('when the citizen was not verified', async () => {
    await keepAll();
    const { id, assert } = await prepare();
    await expect(startWorker()['batch/approve']({ id, assertion: assert(1) }, sender)).rejects.toThrow(coded('gesture_invalid'));
    await expectNothing();
  });

  it('when the gesture was for another batch', async () => {
    await keepAll();
    const [first, second] = [await prepare(), await prepare()];
    const answer = startWorker()['batch/approve']({ id: second.id, assertion: first.assert() }, sender);
    await expect(answer).rejects.toThrow(coded('gesture_invalid'));
    await expectNothing();
  });
});

describe('a gesture counts once', () => {
  it('of two clicks at the same time', async () => {
    await keepAll();
    const { id, assert } = await prepare();
    const worker = startWorker();
    const approve = () => worker['batch/approve']({ id, assertion: assert() }, sender);
    const [first, second] = await Promise.allSettled([approve(), approve()]);
    expect([first.status, second.status === 'rejected' && second.reason instanceof AppError && second.reason.code]).toEqual([
      'fulfilled',
      'prompt_over',
    ]);
    expect(countSent()).toEqual([1, 1, 1]);
  });

  it('for each leaf: no envelope holds with the place of another form, or of another batch', async () => {
    await keepAll();
    await signAll();
    const [own, other] = await readEnvelopes();
    await expect(post(tax, { ...own, leaf: other.leaf })).rejects.toThrow(coded('signature_invalid'));
    await expect(post(passport, { ...other, leaf: own.leaf })).rejects.toThrow(coded('signature_invalid'));
    await world.keep(tax);
    await signAll();
    const again = (await listCases()).find(({ agency, envelope }) => agency.origin === origins[0] && envelope.request !== own.request);
    if (!again) throw new Error('signed again');
    await expect(post(tax, { ...again.envelope, leaf: own.leaf })).rejects.toThrow(coded('signature_invalid'));
    await expect(post(tax, { ...again.envelope, assertion: own.assertion })).rejects.toThrow(coded('signature_invalid'));
    await expect(post(tax, { ...again.envelope, leaf: own.leaf, assertion: own.assertion })).rejects.toThrow(coded('signature_invalid'));
    await expect(post(tax, again.envelope)).resolves.toMatchObject({ status: 200 });
  });
});

describe('what was signed is not lost', () => {
  it('between the gesture and the first sending: all is kept by then', async () => {
    await keepAll();
    const seen: number[] = [];
    for (const agency of world.agencies) {
      agency.interfere = (request) => {
        if (!isSubmission(request)) return undefined;
        void listCases().then((cases) => seen.push(cases.length));
        return 'down';
      };
    }
    expect((await signAll()).outcomes).toEqual(['kept', 'kept', 'kept']);
    expect([seen, await listWaiting()]).toEqual([[3, 3, 3], []]);
  });

  it('and is sent again under the same key, one by one', async () => {
    await keepAll();
    passport.interfere = (request) => (isSubmission(request) ? 'down' : undefined);
    expect((await signAll()).outcomes).toEqual(['received', 'kept', 'received']);
    passport.interfere = () => undefined;
    const pending = (await listCases()).find(({ delivery }) => delivery === 'pending');
    if (pending?.delivery !== 'pending') throw new Error('kept');
    expect((await sendCase(pending, { ...world, crypto: { sha256, verifyP256 } })).outcome.kind).toBe('received');
    const keys = passport.sent.filter(isSubmission).map(({ headers }) => headers?.['idempotency-key']);
    expect([keys.length, new Set(keys).size, passport.received.size]).toEqual([2, 1, 1]);
  });

  it('when one agency refuses it: the others have received theirs', async () => {
    await keepAll();
    roads.interfere = failWith('signature_invalid', isSubmission);
    expect((await signAll()).outcomes).toEqual(['received', 'received', 'refused']);
    expect(await listCases()).toContainEqual(expect.objectContaining({ delivery: 'pending', refusal: 'signature_invalid' }));
  });
});

describe('the draft of a form', () => {
  it('is forgotten once the form has arrived, and kept where it has not', async () => {
    await keepAll();
    roads.interfere = failWith('signature_invalid', isSubmission);
    passport.interfere = (request) => (isSubmission(request) ? 'down' : undefined);
    await signAll();
    expect(dropped).toEqual(['https://tax.example /daricheh/forms/yearly-return']);
  });
});

describe('a waiting form', () => {
  it('can be read, and put aside', async () => {
    const { id } = await world.keep(tax);
    const worker = startWorker();
    expect(await worker['batch/read']({ id }, sender)).toMatchObject({ title: 'فارسی Yearly return' });
    await worker['batch/discard']({ id }, sender);
    expect(await listWaiting()).toEqual([]);
  });

  it('is not held to a definition that another agency has sealed', async () => {
    const waiting = await world.keep(tax);
    await world.records.commit([world.records.waiting.put({ ...waiting, formJws: passport.form.jws })]);
    const prepared = await startWorker()['batch/prepare']({ forms: await read() }, sender);
    expect(prepared).toMatchObject({ batch: null, leftOut: [{ code: 'form_not_trusted' }] });
  });
});
