import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { localProofFile } from '@daricheh/shared/local-proof';
import {
  createTestRoot,
  createTestTimeStampCertificate,
  createTimeStampPorts,
  describeTestAuthority,
  issueTestTimeStamp,
  randomBytes,
  sha256,
  verifyP256,
} from '@daricheh/shared/testing';
import { grantTimeStamp, parseTimeStampRequest, timeStampReplyType } from '@daricheh/shared/timestamp';
import { describe, expect, it } from 'vitest';
import { type FieldDraft, makePage } from '../../core/autofill/testing/page.ts';
import type { PostBytes } from '../../core/proofs/ask-time-stamp.ts';
import { offerMs, ProofOffers } from '../../core/proofs/proof-offers.ts';
import type { SentForm } from '../../core/proofs/sent-form.ts';
import { createSigningWorld } from '../../core/signing/testing/signing-world.ts';
import { createProofHandlers } from './background.ts';

const page = { kind: 'content', tabId: 7, frameId: 0, documentId: 'd1', origin: 'https://water.example' } as const;
const ours = { kind: 'extension', page: 'sidepanel.html', search: '', tabId: null } as const;
const picture = encodeBase64Url(encodeUtf8('a picture'));

const fields: readonly FieldDraft[] = [
  { label: 'شمارهٔ اشتراک', name: 'sub' },
  { label: 'شرح شکایت', name: 'text', state: 'read-only' },
  { label: 'پنهان', name: 'trap', state: 'hidden' },
  { label: 'کلمه عبور', name: 'pin' },
  { label: 'شماره کارت بانکی', name: 'card' },
];

function sendForm(values: readonly string[], changes: Partial<SentForm> = {}): SentForm {
  return {
    snapshot: makePage(fields, { title: 'شکایت از قبض' }),
    values: values.map((value, place) => ({ handle: place * 100, value })),
    files: [],
    path: '/complaint',
    sentTo: { origin: 'https://water.example', path: '/send', method: 'post' },
    sentBy: 'form',
    ...changes,
  };
}

const whole = ['123', 'آب قطع است', 'secret-a', 'secret-b', '6037991234567890'];

async function createWorld() {
  const world = await createSigningWorld();
  const root = await createTestRoot();
  const authority = describeTestAuthority(await createTestTimeStampCertificate(root));
  const state = { nowMs: world.nowMs(), isLocked: false, isAway: false, clockAheadMs: 0, kept: [] as unknown };
  const offers = new ProofOffers(
    {
      read: async () => structuredClone(state.kept),
      write: async (value) => {
        state.kept = structuredClone(value);
      },
    },
    () => state.nowMs,
  );
  const postBytes: PostBytes = async ({ body }) => {
    if (state.isAway) throw new AppError('unavailable');
    const read = parseTimeStampRequest(body);
    if (read.kind === 'refused') throw new Error('not a request');
    const { imprint, nonce } = read.request;
    const token = await issueTestTimeStamp(authority, { imprint, nonce, at: new Date(state.nowMs + state.clockAheadMs) });
    return { status: 200, contentType: timeStampReplyType, bytes: grantTimeStamp(token) };
  };
  const { verifyChain } = await world.trust();
  const handlers = createProofHandlers({
    ...{ offers, records: world.records },
    isUnlocked: async () => !state.isLocked,
    nowMs: () => state.nowMs,
    newId: () => encodeBase64Url(randomBytes(8)),
    ask: { postBytes, randomBytes },
    verifying: async () => ({ ...createTimeStampPorts([root.der]), verifyChain, sha256, verifyP256 }),
    readSignedTrust: async () => ({ tokens: ['eyJ.e30.c2ln'], roots: [encodeBase64Url(root.der)] }),
    authorities: async () => ['https://time.example/stamps'],
    takePicture: async () => picture,
    signal: async () => undefined,
  });
  const keep = async () => {
    const [offer] = await handlers['proofs/offers']({}, ours);
    if (offer === undefined) throw new Error('nothing is offered');
    return { id: offer.id, ...(await handlers['proofs/keep']({ id: offer.id }, ours)) };
  };
  return { handlers, state, keep, records: world.records };
}

describe('a form that is sent', () => {
  it('is offered in the page’s words, without what is hidden, a password or a card', async () => {
    const { handlers } = await createWorld();
    await handlers['proofs/sent'](sendForm(whole), page);
    expect(await handlers['proofs/offers']({}, ours)).toMatchObject([
      {
        page: { origin: 'https://water.example', path: '/complaint', title: 'شکایت از قبض' },
        lines: [
          { label: 'شمارهٔ اشتراک', value: '123' },
          { label: 'شرح شکایت', value: 'آب قطع است' },
        ],
        canSign: true,
      },
    ]);
  });

  it('is named by where the browser says that it came from', async () => {
    const { handlers } = await createWorld();
    await handlers['proofs/sent'](sendForm(whole), { ...page, origin: 'https://other.example' });
    expect(await handlers['proofs/offers']({}, ours)).toMatchObject([{ page: { origin: 'https://other.example' } }]);
  });

  it.each([
    ['is a search', ['123', '']],
    ['holds nothing but secrets', ['', '', 'a', 'b', 'c']],
  ])('is not offered where it %s', async (_case, values) => {
    const { handlers, state } = await createWorld();
    await handlers['proofs/sent'](sendForm(values), page);
    expect(state.kept).toEqual([]);
  });

  it('leaves nothing behind while the wallet is locked', async () => {
    const { handlers, state } = await createWorld();
    state.isLocked = true;
    await handlers['proofs/sent'](sendForm(whole), page);
    expect(state.kept).toEqual([]);
    await expect(handlers['proofs/offers']({}, ours)).rejects.toMatchObject({ code: 'vault_locked' });
  });

  it('is offered once for a double click, and no longer when its time is over', async () => {
    const { handlers, state } = await createWorld();
    await Promise.all([handlers['proofs/sent'](sendForm(whole), page), handlers['proofs/sent'](sendForm(whole), page)]);
    expect(await handlers['proofs/offers']({}, ours)).toHaveLength(1);
    state.nowMs += offerMs;
    expect(await handlers['proofs/offers']({}, ours)).toEqual([]);
  });

  it('is gone once it is not wanted', async () => {
    const { handlers, state, keep } = await createWorld();
    await handlers['proofs/sent'](sendForm(whole), page);
    const [offer] = await handlers['proofs/offers']({}, ours);
    await handlers['proofs/drop']({ id: offer?.id ?? '' }, ours);
    expect(state.kept).toEqual([]);
    await expect(keep()).rejects.toThrow('nothing is offered');
  });
});

describe('a record', () => {
  it('is signed, stamped, kept and shown; and its file says the same', async () => {
    const { handlers, state, keep } = await createWorld();
    await handlers['proofs/sent'](sendForm(whole), page);
    const { id, isStamped } = await keep();
    expect(isStamped).toBe(true);
    expect(state.kept).toEqual([]);
    const shown = await handlers['proofs/show']({ id }, ours);
    expect(shown).toMatchObject({ kind: 'holds', stampedAtMs: state.nowMs, picture, proof: { sentBy: 'form', lines: { length: 2 } } });
    const { text } = await handlers['proofs/export']({ id }, ours);
    const file = localProofFile.parse(JSON.parse(text));
    expect([file.trustList?.length, file.roots?.length]).toEqual([1, 1]);
    expect(new TextDecoder().decode(decodeBase64Url(file.jws.payload))).not.toMatch(/secret|6037/);
  });

  it('is kept without a time stamp while no authority answers, and stamped when one is asked again', async () => {
    const { handlers, state, keep } = await createWorld();
    state.isAway = true;
    await handlers['proofs/sent'](sendForm(whole), page);
    const { id, isStamped } = await keep();
    expect(isStamped).toBe(false);
    expect(await handlers['proofs/stamp']({ id }, ours)).toEqual({ isStamped: false });
    state.isAway = false;
    expect(await handlers['proofs/stamp']({ id }, ours)).toEqual({ isStamped: true });
    expect((await handlers['proofs/list']({}, ours)).proofs).toMatchObject([{ id, isStamped: true, title: 'شکایت از قبض' }]);
  });

  it('takes no stamp of a clock that goes otherwise than its own', async () => {
    const { handlers, state, keep } = await createWorld();
    state.clockAheadMs = 300_001;
    await handlers['proofs/sent'](sendForm(whole), page);
    expect((await keep()).isStamped).toBe(false);
  });

  it('that was changed since is not shown', async () => {
    const { handlers, records, keep } = await createWorld();
    await handlers['proofs/sent'](sendForm(whole), page);
    const { id } = await keep();
    const stored = await records.proofs.find(id);
    if (stored === undefined) throw new Error('it is not kept');
    await records.commit([records.proofs.put({ ...stored, file: { ...stored.file, picture: encodeBase64Url(encodeUtf8('b')) } })]);
    expect(await handlers['proofs/show']({ id }, ours)).toEqual({ kind: 'fails', problem: 'signature_invalid' });
  });

  it('is gone once it is removed', async () => {
    const { handlers, keep } = await createWorld();
    await handlers['proofs/sent'](sendForm(whole), page);
    const { id } = await keep();
    await handlers['proofs/remove']({ id }, ours);
    expect(await handlers['proofs/list']({}, ours)).toEqual({ proofs: [], damaged: [] });
    await expect(handlers['proofs/show']({ id }, ours)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('cannot be signed in a wallet without a credential that signs: it is said, and nothing is lost', async () => {
    const { handlers, records, state } = await createWorld();
    const { items } = await records.credentials.list();
    await records.commit(items.map(({ id }) => records.credentials.remove(id)));
    await handlers['proofs/sent'](sendForm(whole), page);
    const [offer] = await handlers['proofs/offers']({}, ours);
    expect(offer?.canSign).toBe(false);
    await expect(handlers['proofs/keep']({ id: offer?.id ?? '' }, ours)).rejects.toMatchObject({ code: 'signing_credential_missing' });
    expect(state.kept).toHaveLength(1);
  });
});
