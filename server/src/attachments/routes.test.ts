import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attachment } from '@daricheh/shared/submission';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { eraseCase } from '../erasure/erase-case.ts';
import { listen } from '../listen.ts';
import { sendOverSocket } from '../testing/send-over-socket.ts';
import { apiKeyOf, createTestApp, originOf, type TestApp } from '../testing/test-app.ts';
import { createTestCaseworker } from '../testing/test-caseworker.ts';
import { createTestSigner, type TestSigner } from '../testing/test-signer.ts';
import { attachmentList } from './api-routes.ts';
import { createFolderFiles } from './folder-files.ts';
import { sweepAttachments } from './sweep-attachments.ts';
import { makePdf } from './testing/make-pdf.ts';
import { makePng } from './testing/make-picture.ts';

let folder: string;
let app: TestApp;
let signer: TestSigner;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daricheh-attachments-'));
  app = await createTestApp({ takesFiles: true, files: createFolderFiles(folder) });
  signer = await createTestSigner(app);
});
afterEach(() => rm(folder, { recursive: true }));

const pdf = makePdf();
const [pdfType, svg] = ['application/pdf', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')];
const deed = describeFile('deed', { fa: 'سند', en: 'Deed' }, 'سند خانه.pdf', pdfType, pdf);
const listFiles = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.includes('-') || name.includes('.'));

function describeFile(slot: string, label: Attachment['label'], name: string, mediaType: string, bytes: Buffer): Attachment {
  return { slot, label, name, mediaType, sha256: createHash('sha256').update(bytes).digest('base64url'), size: bytes.length };
}

type Sent = { slot?: string; type?: string; request?: string; headers?: Record<string, string> };

function upload(request: string, bytes: Buffer, { slot = 'deed', type = pdfType, headers = {} }: Sent = {}): Promise<Response> {
  return app.send('tax', `/daricheh/attachments?slot=${slot}`, {
    ...{ method: 'POST', body: new Uint8Array(bytes) },
    headers: { 'daricheh-request': request, 'content-type': type, ...headers },
  });
}

/** A request to sign, and what `work` makes of its nonce. */
async function underRequest<T>(work: (nonce: string) => Promise<T>): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<string>();
  await signer.sign({ attachments: [deed], upload: async (nonce) => resolve(nonce) });
  return work(await promise);
}

async function read(answer: Response): Promise<unknown> {
  const { code, facts } = (await answer.json()) as { code: string; facts: unknown };
  return { status: answer.status, code, facts };
}

async function fileCase(): Promise<string> {
  const answer = await signer.submit(await signer.sign({ attachments: [deed], upload: (nonce) => upload(nonce, pdf) }));
  const { caseUri } = (await answer.json()) as { caseUri: string };
  return caseUri.split('/').at(-1) ?? '';
}

/** How a file is handed out: to be saved, and never shown. */
async function expectToSave(answer: Response): Promise<void> {
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'content-type': pdfType, 'content-length': String(pdf.length), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
    'content-disposition': "attachment; filename*=UTF-8''%D8%B3%D9%86%D8%AF%20%D8%AE%D8%A7%D9%86%D9%87.pdf",
    'content-security-policy': "sandbox; default-src 'none'",
  });
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
}

describe('files of a case', () => {
  it('E7: are listed at the desk, to be saved and never shown', async () => {
    const caseNumber = await fileCase();
    const worker = createTestCaseworker(app, 'tax');
    await worker.enrol();
    const page = await (await worker.open(`/daricheh/caseworker/cases/${caseNumber}`)).text();
    const [, href = '', name] = /<a href="([^"]+)" download="([^"]+)">/.exec(page) ?? [];
    expect(name).toBe(deed.name);
    expect(page).toContain(`${new Intl.NumberFormat('fa', { useGrouping: false }).format(pdf.length)} بایت`);
    await expectToSave(await worker.open(href));
    expect(page).not.toMatch(/<(img|object|embed|iframe)/);
  });

  it('E10: are as if they were not there for another agency’s desk, and closed to whoever has not signed in', async () => {
    const caseNumber = await fileCase();
    const [file] = await app.deps.store.attachments.list({ agency: 'tax', caseNumber });
    const path = `/daricheh/caseworker/cases/${caseNumber}/attachments/${file?.id}`;
    const other = createTestCaseworker(app, 'passport');
    await other.enrol();
    expect([(await other.open(path)).status, (await app.send('tax', path)).status]).toEqual([404, 401]);
    const own = createTestCaseworker(app, 'tax');
    await own.enrol();
    expect((await own.open(`${path}A`)).status).toBe(404);
    expect((await own.open(path.replace(caseNumber, 'AAAA-AAAA-AAAA'))).status).toBe(404);
  });

  it('E10: are given to the agency’s own system, and to no other’s', async () => {
    const caseNumber = await fileCase();
    const ask = (agency: 'tax' | 'passport', path = '') =>
      app.send(agency, `/daricheh/api/cases/${caseNumber}/attachments${path}`, {
        headers: { authorization: `Bearer ${apiKeyOf(agency)}` },
      });
    const { attachments } = attachmentList.parse(await (await ask('tax')).json());
    const { label: _label, ...claim } = deed;
    expect(attachments).toEqual([{ id: expect.any(String), ...claim }]);
    await expectToSave(await ask('tax', `/${attachments[0]?.id}`));
    expect([(await ask('passport')).status, (await ask('passport', `/${attachments[0]?.id}`)).status]).toEqual([404, 404]);
  });
});

describe('files of a form', () => {
  it('come before the signature, and belong to the case that names them', async () => {
    const envelope = await signer.sign({ attachments: [deed], upload: (nonce) => upload(nonce, pdf) });
    const answer = await signer.submit(envelope);
    expect(answer.status).toBe(201);
    const { caseUri } = (await answer.json()) as { caseUri: string };
    const stored = await app.deps.store.attachments.list({ agency: 'tax', caseNumber: caseUri.split('/').at(-1) ?? '' });
    const { label: _label, ...claim } = deed;
    expect(stored).toEqual([{ id: expect.any(String), ...claim }]);
    const name = { agency: 'tax', id: stored[0]?.id ?? '', sha256: deed.sha256 };
    expect(Buffer.from(await new Response(await app.deps.files.open(name)).arrayBuffer())).toEqual(pdf);
  });

  it('are told by hash and size, and the same file once more changes nothing', async () => {
    await underRequest(async (nonce) => {
      for (let time = 0; time < 2; time++) {
        const answer = await upload(nonce, pdf);
        expect([answer.status, await answer.json()]).toEqual([201, { sha256: deed.sha256, size: deed.size }]);
      }
      expect(await listFiles()).toHaveLength(1);
    });
  });

  it('E4: are not the case’s when they did not come, or came otherwise: nothing is recorded', async () => {
    const unknown = { status: 422, code: 'attachment_unknown', facts: { slot: 'deed' } };
    expect(await read(await signer.submit(await signer.sign({ attachments: [deed] })))).toEqual(unknown);
    const other = await signer.sign({ attachments: [deed], upload: (nonce) => upload(nonce, makePdf({ pages: 2 })) });
    expect(await read(await signer.submit(other, 'another-key'))).toEqual(unknown);
    expect(await app.deps.store.cases.list({ agency: 'tax', states: ['received'], limit: 9 })).toEqual([]);
  });

  it('E4: are refused under a request that is answered, has run out, or never was', async () => {
    const refusal = { status: 422, code: 'submission_request_unknown', facts: {} };
    expect(await read(await upload('A'.repeat(43), pdf))).toEqual(refusal);
    await underRequest(async (nonce) => {
      app.clock.now = new Date(app.clock.now.getTime() + 1_800_001);
      expect(await read(await upload(nonce, pdf))).toEqual(refusal);
    });
    expect(await listFiles()).toEqual([]);
  });

  it.each<[string, Buffer, Sent, unknown]>([
    [
      'a picture that is a program',
      svg,
      { type: 'image/svg+xml' },
      { status: 415, code: 'attachment_type_refused', facts: { problem: 'not_accepted' } },
    ],
    ['one under the name of a PDF', svg, {}, { status: 415, code: 'attachment_type_refused', facts: { problem: 'signature' } }],
    [
      'a picture where a PDF is asked for',
      makePng(),
      {},
      { status: 415, code: 'attachment_type_refused', facts: { problem: 'signature' } },
    ],
    [
      'a type that the slot does not take',
      makePng(),
      { type: 'image/png' },
      { status: 415, code: 'attachment_type_refused', facts: { problem: 'not_accepted' } },
    ],
    ['nothing', Buffer.alloc(0), {}, { status: 415, code: 'attachment_type_refused', facts: { problem: 'empty' } }],
    [
      'one byte more than the slot takes',
      Buffer.alloc(100_001),
      {},
      { status: 413, code: 'attachment_too_large', facts: { limit: 100_000 } },
    ],
    [
      'a script',
      makePdf({ catalog: '/OpenAction 4 0 R' }),
      {},
      { status: 415, code: 'attachment_active_content', facts: { what: 'OpenAction' } },
    ],
    ['a slot that there is not', pdf, { slot: '../deed' }, { status: 422, code: 'attachment_invalid', facts: { problem: 'unknown_slot' } }],
  ])('E8: leave nothing when what is sent is %s', async (_what, bytes, sent, refusal) => {
    await underRequest(async (nonce) => {
      expect(await read(await upload(nonce, bytes, sent))).toEqual(refusal);
      expect([await listFiles(), await app.deps.store.attachments.sumUnclaimed('tax')]).toEqual([[], 0]);
    });
  });

  it('E8: leave nothing of a second file where the slot takes one', async () => {
    await underRequest(async (nonce) => {
      await upload(nonce, pdf);
      const facts = { slot: 'deed', problem: 'too_many' };
      expect(await read(await upload(nonce, makePdf({ pages: 2 })))).toEqual({ status: 422, code: 'attachment_invalid', facts });
      expect(await listFiles()).toHaveLength(1);
    });
  });

  it.each([
    ['shorter', String(pdf.length + 1)],
    ['longer', String(pdf.length - 1)],
  ])('E8: leave nothing when the file is %s than was said', async (_what, length) => {
    await underRequest(async (nonce) => {
      const answer = await upload(nonce, pdf, { headers: { 'content-length': length } });
      expect(await read(answer)).toEqual({ status: 400, code: 'malformed_request', facts: { what: 'length' } });
      expect(await listFiles()).toEqual([]);
    });
  });

  it('E8: more than 25 MiB are refused before a byte is read, and so is a body without a length', async () => {
    const answer = await upload('A'.repeat(43), Buffer.from('x'), { headers: { 'content-length': '26214401' } });
    expect(await read(answer)).toEqual({ status: 413, code: 'attachment_too_large', facts: { limit: 26_214_400 } });
    const chunked = await upload('A'.repeat(43), pdf, { headers: { 'transfer-encoding': 'chunked' } });
    expect(chunked.status).toBe(411);
  });

  it('E8: over a socket a refusal reaches who is still sending, and nothing remains of it', async () => {
    const listener = await listen({
      answer: (request, bindings) => createApp(app.deps, app.trust).fetch(request, bindings as object),
      port: 0,
    });
    await underRequest(async (nonce) => {
      const init = (body: Buffer) => ({
        ...{ method: 'POST', body: new Uint8Array(body) },
        headers: { 'daricheh-request': nonce, 'content-type': pdfType },
      });
      const send = (body: Buffer) => sendOverSocket(listener.port, originOf('tax'), '/daricheh/attachments?slot=deed', init(body));
      const refused = await send(Buffer.concat([Buffer.from('%!PS'), Buffer.alloc(90_000)]));
      expect(await read(refused)).toMatchObject({ status: 415, code: 'attachment_type_refused' });
      expect(await listFiles()).toEqual([]);
      expect((await send(pdf)).status).toBe(201);
    });
    await listener.close();
  });

  it('are swept with an hour gone by and no submission, and stay where there is one', async () => {
    await signer.submit(await signer.sign({ attachments: [deed], upload: (nonce) => upload(nonce, pdf) }));
    await underRequest((nonce) => upload(nonce, pdf));
    expect(await listFiles()).toHaveLength(2);
    expect(await sweepAttachments('tax', app.deps)).toBe(0);
    app.clock.now = new Date(app.clock.now.getTime() + 3_600_001);
    expect([await sweepAttachments('tax', app.deps), await sweepAttachments('tax', app.deps)]).toEqual([1, 0]);
    expect(await listFiles()).toHaveLength(1);
  });

  it('go with their case when it is erased', async () => {
    const answer = await signer.submit(await signer.sign({ attachments: [deed], upload: (nonce) => upload(nonce, pdf) }));
    const { caseUri } = (await answer.json()) as { caseUri: string };
    const name = { agency: 'tax', caseNumber: caseUri.split('/').at(-1) ?? '' };
    expect([await eraseCase({ ...name, agency: 'passport' }, null, app.deps), (await listFiles()).length]).toEqual([false, 1]);
    expect([await eraseCase(name, null, app.deps), await eraseCase(name, null, app.deps)]).toEqual([true, false]);
    expect([await listFiles(), await app.deps.store.attachments.list(name)]).toEqual([[], []]);
  });

  it('are swept where the process ended after their case was erased, and before they were', async () => {
    const answer = await signer.submit(await signer.sign({ attachments: [deed], upload: (nonce) => upload(nonce, pdf) }));
    const { caseUri } = (await answer.json()) as { caseUri: string };
    const name = { agency: 'tax', caseNumber: caseUri.split('/').at(-1) ?? '' };
    await app.deps.store.erasures.erase(name, { id: 'erased', at: app.clock.now, actor: null });
    expect([(await listFiles()).length, await app.deps.store.attachments.list(name)]).toEqual([1, []]);
    app.clock.now = new Date(app.clock.now.getTime() + 3_600_001);
    expect(await sweepAttachments('tax', app.deps)).toBe(1);
    expect(await listFiles()).toEqual([]);
  });

  it('E14: appear in the log by no name, hash or nonce', async () => {
    await underRequest(async (nonce) => {
      await upload(nonce, pdf);
      const logged = JSON.stringify(app.logged);
      for (const secret of [nonce, deed.sha256, deed.name]) expect(logged).not.toContain(secret);
    });
  });
});
