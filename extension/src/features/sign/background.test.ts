import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { buildPasskeyChallenge, type PasskeyAssertion } from '@daricheh/shared/submission';
import { sha256, testChildIds, testWalletOrigin, verifyP256 } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { AmendingBook } from '../../core/cases/amending-book.ts';
import type { PromptPage } from '../../core/prompts/prompt-book.ts';
import { PromptDesk } from '../../core/prompts/prompt-desk.ts';
import { holdMandate } from '../../core/signing/testing/hold-mandate.ts';
import { agencyOrigin, createSigningWorld, type SigningWorld } from '../../core/signing/testing/signing-world.ts';
import { createSignFeature } from './background.ts';

const page: PromptPage = { tabId: 1, frameId: 0, documentId: 'd', origin: agencyOrigin };
const content = { kind: 'content', ...page } as const;
const window = { kind: 'extension', page: 'consent.html', search: '', tabId: null } as const;
const formUri = '/daricheh/forms/yearly-return';

let world: SigningWorld;
let isUsable: boolean;
let isThere: boolean;
let told: string[];
let dropped: string[];
let memory: unknown;
let asked: string | undefined;
let address: string | undefined;
let amendings: AmendingBook;

function createFeature() {
  const desk: PromptDesk = new PromptDesk({
    memory: {
      read: async () => memory,
      write: async (value) => {
        memory = structuredClone(value);
      },
    },
    openWindow: async (id) => {
      asked = id;
      return 7;
    },
    closeWindow: async () => undefined,
    nowMs: world.nowMs,
    isThere: async () => isThere,
    onEnd: async () => undefined,
  });
  const feature = createSignFeature({
    ...world,
    desk,
    crypto: { sha256, verifyP256 },
    passkeys: async () => ({ passkeys: [], wallet: { origin: testWalletOrigin, rpId: testWalletOrigin } }),
    isUsable: async () => isUsable,
    isRegistered: async () => true,
    isThere: async () => isThere,
    locale: async () => 'fa',
    readControls: async (_page, _uri, { fields }) => world.controls.filter(({ name }) => fields.some(({ control }) => control === name)),
    readWaiting: async () => world.waiting,
    listFiles: async (_page, _uri, controls) => world.files.list(controls),
    readPiece: async (_page, _uri, { control, index, from, length }) => {
      const file = world.pageFiles.find((each) => each.control === control && each.index === index);
      if (!file) throw new AppError('form_changed');
      world.filesRead.push(file.name);
      return encodeBase64Url(file.bytes.subarray(from, from + length));
    },
    tellPage: async (_page, _uri, event, detail) => void told.push(`${event} ${detail}`),
    beginIn: async () => true,
    findIn: async () => true,
    amendings,
    dropDraft: async (origin, form) => void dropped.push(`${origin} ${form}`),
    navigate: async (_tabId, url) => void told.push(`go ${url}`),
    openWallet: async (place) => void told.push(`wallet ${place}`),
    readAddress: async () => address,
  });
  return { desk, feature };
}

/** Asks, reviews, and agrees by the passkey as many times as said, at once; what came of each: its kind, or the code with which it failed. */
async function signAtOnce(times: number): Promise<unknown[]> {
  const { desk, feature } = createFeature();
  await feature.handlers['sign/ask']({ formUri }, content);
  const id = asked ?? '';
  await feature.describe(await desk.require(id));
  const { tag, context, nonce } = await feature.handlers['sign/prepare']({ id }, window);
  const challenge = await buildPasskeyChallenge({ tag, context, nonce: decodeBase64Url(nonce) }, sha256);
  const assertion: PasskeyAssertion = world.citizen.passkey.assert(challenge);
  const approve = async () => feature.handlers['sign/approve']({ id, assertion }, window);
  const outcomes = await Promise.allSettled(Array.from({ length: times }, approve));
  return outcomes.map((outcome) => {
    if (outcome.status === 'fulfilled') return outcome.value.kind;
    return outcome.reason instanceof AppError ? outcome.reason.code : outcome.reason;
  });
}

const sign = async () => (await signAtOnce(1))[0];

beforeEach(async () => {
  world = await createSigningWorld();
  let kept: unknown;
  amendings = new AmendingBook({
    memory: {
      read: async () => kept,
      write: async (value) => {
        kept = structuredClone(value);
      },
    },
    nowMs: world.nowMs,
  });
  [isUsable, isThere, told, dropped, memory, asked, address] = [true, true, [], [], undefined, undefined, `${agencyOrigin}/return?lang=fa`];
});

describe('files', () => {
  const bytes = encodeUtf8(`%PDF-1.7 ${'x'.repeat(2_000_000)}`);
  const deed = { control: 'deed', index: 0, name: 'my.deed.pdf', size: bytes.length, modifiedAtMs: 1, bytes };

  /** Reviews the form and agrees to it; what comes of it is up to the test. */
  async function agree() {
    const { desk, feature } = createFeature();
    await feature.handlers['sign/ask']({ formUri }, content);
    const id = asked ?? '';
    const { review } = await feature.describe(await desk.require(id));
    if (review.kind !== 'ready') return { feature, id, review };
    const { tag, context, nonce } = await feature.handlers['sign/prepare']({ id }, window);
    const challenge = await buildPasskeyChallenge({ tag, context, nonce: decodeBase64Url(nonce) }, sha256);
    return { feature, id, review, assertion: world.citizen.passkey.assert(challenge) };
  }

  beforeEach(async () => {
    world = await createSigningWorld({ takesFiles: true });
    world.pageFiles = [{ ...deed, size: 50_000, bytes: bytes.subarray(0, 50_000) }];
  });

  it('are shown by name, size and hash, and read once until they are sent', async () => {
    const { review } = await agree();
    const hash = Buffer.from(await sha256(bytes.subarray(0, 50_000)))
      .toString('hex')
      .slice(0, 16);
    const shown = review.kind === 'ready' ? review.view.sections.find(({ id }) => id === 'attachments')?.lines : [];
    expect(shown).toEqual([{ label: 'سند', value: 'my-deed.pdf', direction: 'auto', note: `۵۰٬۰۰۰ بایت، SHA-256: ${hash}…` }]);
    expect([review.kind === 'ready' && [review.hasFiles, review.canWait], world.filesRead]).toEqual([[true, false], ['my.deed.pdf']]);
  });

  it('go where the definition says, under the request that was agreed to, and are in what is signed', async () => {
    const { feature, id, assertion } = await agree();
    if (!assertion) throw new Error('not ready');
    const route = await feature.handlers['sign/attach']({ id, assertion }, window);
    expect(route).toMatchObject({
      uri: `${agencyOrigin}/daricheh/attachments`,
      files: [{ slot: 'deed', mediaType: 'application/pdf', size: 50_000 }],
    });
    expect(route.request).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const piece = await feature.handlers['sign/piece']({ id, index: 0, from: 10, length: 5 }, window);
    expect(decodeBase64Url(piece)).toEqual(bytes.subarray(10, 15));
    await expect(feature.handlers['sign/piece']({ id, index: 1, from: 0, length: 5 }, window)).rejects.toMatchObject({
      code: 'prompt_over',
    });
    expect((await feature.handlers['sign/approve']({ id, assertion }, window)).kind).toBe('received');
  });

  it('W18: go nowhere without the citizen’s gesture over this very form', async () => {
    const { feature, id } = await agree();
    const assertion = world.citizen.passkey.assert(await sha256(encodeUtf8('another form')));
    await expect(feature.handlers['sign/attach']({ id, assertion }, window)).rejects.toMatchObject({ code: 'gesture_invalid' });
  });

  it.each([
    ['another file', (file: typeof deed) => [{ ...file, name: 'other.pdf' }]],
    ['a file that was saved since', (file: typeof deed) => [{ ...file, modifiedAtMs: 2 }]],
    ['no file', () => []],
  ])('E6: are not sent or signed once the page holds %s', async (_what, change) => {
    const { feature, id, assertion } = await agree();
    if (!assertion) throw new Error('not ready');
    world.pageFiles = change({ ...deed, size: 50_000, bytes: bytes.subarray(1, 50_001) });
    await expect(feature.handlers['sign/attach']({ id, assertion }, window)).rejects.toMatchObject({ code: 'form_changed' });
    await expect(feature.handlers['sign/approve']({ id, assertion }, window)).rejects.toMatchObject({ code: 'form_changed' });
    expect([world.received.size, (await world.records.cases.list()).items]).toEqual([0, []]);
  });

  it.each([
    ['missing', [], 'no_file'],
    ['too large, which are not read', [{ ...deed }], 'file_too_large'],
    ['empty', [{ ...deed, size: 0, bytes: encodeUtf8('') }], 'file_empty'],
    ['of another kind than their name says', [{ ...deed, size: 4, bytes: encodeUtf8('<svg') }], 'file_type'],
    ['more than the form takes', [deed, { ...deed, index: 1 }], 'too_many_files'],
  ])('E8: that are %s are named before anything is asked of the agency', async (_what, files, problem) => {
    world.pageFiles = files;
    const { review } = await agree();
    expect(review).toMatchObject({ kind: 'incomplete', faults: [{ field: 'deed', problem }] });
    expect(world.sent.filter(({ method }) => method === 'POST')).toEqual([]);
    if (problem === 'file_too_large') expect(world.filesRead).toEqual([]);
  });
});

describe('a signature', () => {
  it('is not asked for by a page where the wallet is switched off, although our script may still be in it', async () => {
    isUsable = false;
    const { feature } = createFeature();
    await expect(feature.handlers['sign/ask']({ formUri }, content)).rejects.toMatchObject({ code: 'site_not_allowed' });
    expect([await feature.handlers['sign/here']({}, content), asked]).toEqual([false, undefined]);
  });

  it('is told to the form by its receipt', async () => {
    expect([await sign(), told]).toEqual(['received', [expect.stringMatching(/^daricheh:receipt .*CASE-1/)]]);
    expect(dropped).toEqual([`${agencyOrigin} ${formUri}`]);
  });

  it('is made once of three clicks at the same time', async () => {
    expect(await signAtOnce(3)).toEqual(['received', 'answer_under_way', 'answer_under_way']);
    expect([world.received.size, (await world.records.cases.list()).items.length]).toEqual([1, 1]);
  });

  it('A9: is not made for a page that is no longer there', async () => {
    const { desk, feature } = createFeature();
    await feature.handlers['sign/ask']({ formUri }, content);
    await feature.describe(await desk.require(asked ?? ''));
    isThere = false;
    await expect(feature.handlers['sign/prepare']({ id: asked ?? '' }, window)).rejects.toMatchObject({ code: 'page_gone' });
  });

  it('that the agency did not acknowledge is told to the form as not at its end', async () => {
    world.interfere = ({ url }) => (url.endsWith('/submissions') ? 'down' : undefined);
    expect([await sign(), told]).toEqual(['kept', ['daricheh:stopped {"code":"unavailable"}']]);
  });

  it('that the agency refused is told to the form with the reason’s code', async () => {
    world.interfere = ({ url }) => (url.endsWith('/submissions') ? { status: 422, code: 'signature_invalid' } : undefined);
    expect([await sign(), told]).toEqual(['signature_invalid', ['daricheh:stopped {"code":"signature_invalid"}']]);
    expect(dropped).toEqual([]);
  });

  it('may wait: what was reviewed is kept as it is, and the form is told that nothing was sent', async () => {
    const { desk, feature } = createFeature();
    await feature.handlers['sign/ask']({ formUri }, content);
    const id = asked ?? '';
    await feature.describe(await desk.require(id));
    await feature.handlers['sign/keep']({ id }, window);
    const { items } = await world.records.waiting.list();
    expect(items).toMatchObject([{ pageUri: address, agency: { id: 'tax' }, formJws: world.form.jws, keptAtMs: world.nowMs() }]);
    expect(told).toEqual(['daricheh:stopped {"code":"signing_postponed"}']);
    await expect(feature.handlers['sign/prepare']({ id }, window)).rejects.toMatchObject({ code: 'prompt_over' });
  });

  it('E6: does not wait for a form that changed since it was shown', async () => {
    const { desk, feature } = createFeature();
    await feature.handlers['sign/ask']({ formUri }, content);
    await feature.describe(await desk.require(asked ?? ''));
    world.controls = world.controls.map((control) => (control.name === 'income' ? { ...control, value: '1' } : control));
    await expect(feature.handlers['sign/keep']({ id: asked ?? '' }, window)).rejects.toMatchObject({ code: 'form_changed' });
    expect((await world.records.waiting.list()).items).toEqual([]);
  });

  it('that waits remembers the front of the site where the tab’s address is not the form’s own', async () => {
    address = 'https://other.example/secret';
    const { desk, feature } = createFeature();
    await feature.handlers['sign/ask']({ formUri }, content);
    await feature.describe(await desk.require(asked ?? ''));
    await feature.handlers['sign/keep']({ id: asked ?? '' }, window);
    expect((await world.records.waiting.list()).items).toMatchObject([{ pageUri: `${agencyOrigin}/` }]);
  });
});

describe('from the receipt in the page to the case in the wallet', () => {
  const show = (caseNumber: string, what: 'case' | 'receipt', origin = agencyOrigin) =>
    createFeature().feature.handlers['sign/show']({ caseNumber, what }, { ...content, origin });

  it('opens the case, or its receipt, of the agency whose page it is', async () => {
    await sign();
    const [record] = (await world.records.cases.list()).items;
    told = [];
    expect(await show('CASE-1', 'case')).toBeNull();
    await show('CASE-1', 'receipt');
    expect(told).toEqual([`wallet cases/${record?.id}`, `wallet cases/${record?.id}/receipt`]);
  });

  it('leads another site’s page to no case, and tells it nothing', async () => {
    await sign();
    told = [];
    expect(await show('CASE-1', 'receipt', 'https://other.example')).toBeNull();
    expect(await show('CASE-2', 'receipt')).toBeNull();
    expect(told).toEqual(['wallet cases', 'wallet cases']);
  });

  it('opens nothing for a site where the wallet is off', async () => {
    isUsable = false;
    await expect(show('CASE-1', 'case')).rejects.toThrow(expect.objectContaining({ code: 'site_not_allowed' }));
    expect(told).toEqual([]);
  });
});

describe('a form for somebody else', () => {
  beforeEach(async () => {
    world = await createSigningWorld({ takesMandates: true });
    world.controls = world.controls.map((control) =>
      control.name === 'national-id' ? { ...control, value: testChildIds.elder } : control,
    );
  });

  async function ask() {
    const { desk, feature } = createFeature();
    await feature.handlers['sign/ask']({ formUri }, content);
    const id = asked ?? '';
    return { feature, id, show: async () => (await feature.describe(await desk.require(id))).review };
  }

  it('cannot be signed without a mandate: the window says as what it could', async () => {
    const { feature, id, show } = await ask();
    expect(await show()).toMatchObject({ kind: 'unmandated', problem: 'mandate_required', relations: ['parent', 'guardian'] });
    await expect(feature.handlers['sign/prepare']({ id }, window)).rejects.toMatchObject({ code: 'prompt_over' });
    expect((await world.records.cases.list()).items).toEqual([]);
  });

  it('is signed under the only mandate that fits, which the window names', async () => {
    await holdMandate(world);
    const { feature, id, show } = await ask();
    expect(await show()).toMatchObject({ kind: 'ready', actsFor: { name: 'مینا نمونه', relation: 'parent', isChosen: false } });
    const { tag, context, nonce } = await feature.handlers['sign/prepare']({ id }, window);
    const challenge = await buildPasskeyChallenge({ tag, context, nonce: decodeBase64Url(nonce) }, sha256);
    const assertion = world.citizen.passkey.assert(challenge);
    expect(await feature.handlers['sign/approve']({ id, assertion }, window)).toMatchObject({ kind: 'received' });
  });

  it('is asked as what it is signed where several fit, and the citizen may think again', async () => {
    await holdMandate(world);
    await holdMandate(world, { id: 'm2', claims: { relation: 'guardian' } });
    const { feature, id, show } = await ask();
    const open = await show();
    expect(open).toMatchObject({ kind: 'open', name: 'مینا نمونه' });
    expect(open.kind === 'open' && open.mandates.map((each) => each.relation).sort()).toEqual(['guardian', 'parent']);
    await feature.handlers['sign/act-as']({ id, mandateId: 'm2' }, window);
    expect(await show()).toMatchObject({ kind: 'ready', actsFor: { relation: 'guardian', isChosen: true } });
    await feature.handlers['sign/act-as']({ id, mandateId: null }, window);
    expect(await show()).toMatchObject({ kind: 'open' });
  });

  it('E6: is not signed under another mandate than the window showed', async () => {
    await holdMandate(world);
    const { feature, id, show } = await ask();
    await show();
    await holdMandate(world);
    await expect(feature.handlers['sign/prepare']({ id }, window)).rejects.toMatchObject({ code: 'form_changed' });
  });
});

describe('an amendment', () => {
  /** A case that was received, and the tab that the wallet has opened so that it be amended there. */
  async function begin() {
    await sign();
    const [record] = (await world.records.cases.list()).items;
    if (record?.delivery !== 'received') throw new Error('not received');
    const manifestHash = encodeBase64Url(await sha256(decodeBase64Url(record.manifest)));
    const earlier = { caseNumber: record.caseNumber, manifestHash };
    await amendings.start({ origin: agencyOrigin, formUri: `${agencyOrigin}${formUri}`, caseId: record.id, earlier }, async () => 1);
    world.controls = world.controls.map((control) => (control.name === 'income' ? { ...control, value: '5' } : control));
    [told, dropped] = [[], []];
    return { record, earlier };
  }

  async function ask() {
    const { desk, feature } = createFeature();
    await feature.handlers['sign/ask']({ formUri }, content);
    const id = asked ?? '';
    const show = async () => (await feature.describe(await desk.require(id))).review;
    return { desk, feature, id, show };
  }

  const readManifests = async () =>
    (await world.records.cases.list()).items.map(({ manifest }) => JSON.parse(Buffer.from(manifest, 'base64url').toString()));

  it('is shown as one, with what has changed, and signed as one', async () => {
    const { record, earlier } = await begin();
    const { desk, id, show } = await ask();
    expect(await show()).toMatchObject({
      kind: 'ready',
      amends: {
        caseNumber: 'CASE-1',
        signedAtMs: record.signedAtMs,
        changes: [{ label: 'فارسی income', direction: 'ltr', before: '۱٬۲۰۰٬۰۰۰', after: '۵' }],
      },
    });
    await desk.end(id, 'cancelled');
    expect(await sign()).toBe('received');
    expect((await readManifests()).map(({ amends }) => amends)).toEqual([undefined, earlier]);
    expect(dropped).toEqual([`${agencyOrigin} ${agencyOrigin}${formUri}#amends=${record.id}`]);
    expect((await world.records.cases.list()).items.at(-1)).toMatchObject({
      about: { kind: 'amends', caseNumber: 'CASE-1' },
      filled: { uri: address, formUri: `${agencyOrigin}${formUri}` },
    });
  });

  it('is none any more once it was signed, or in a tab that the wallet did not open for it', async () => {
    const { earlier } = await begin();
    await sign();
    await sign();
    expect((await readManifests()).map(({ amends }) => amends)).toEqual([undefined, earlier, undefined]);
  });

  it('becomes a form of its own where the citizen says so in the window', async () => {
    await begin();
    const { feature, id, show } = await ask();
    await show();
    await feature.handlers['sign/as-new']({ id }, window);
    expect(await show()).toMatchObject({ kind: 'ready', amends: null });
    expect(await amendings.find(page, formUri)).toBeNull();
  });

  it('E6: is not signed as anything else than what the window showed', async () => {
    await begin();
    const { feature, id, show } = await ask();
    await show();
    await feature.handlers['sign/as-new']({ id }, window);
    await expect(feature.handlers['sign/prepare']({ id }, window)).rejects.toMatchObject({ code: 'prompt_over' });
  });
});
