import { AppError } from '@daricheh/shared/errors';
import type { CredentialQuery, DcqlRequest } from '@daricheh/shared/presentation';
import { testQuery } from '@daricheh/shared/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { SpentNonces } from '../../core/credentials/spent-nonces.ts';
import { createPresentingWorld, type PresentingWorld } from '../../core/credentials/testing/presenting-world.ts';
import { sha256 } from '../../core/credentials/wallet-crypto.ts';
import type { PromptPage } from '../../core/prompts/prompt-book.ts';
import { PromptDesk } from '../../core/prompts/prompt-desk.ts';
import { createPresentFeature } from './background.ts';
import type { AnswerDetail } from './bridge/bridge-events.ts';

const window = { kind: 'extension', page: 'consent.html', search: '', tabId: null } as const;

let world: PresentingWorld;
let page: PromptPage;
let isUsable: boolean;
let answersCalls: boolean;
let answered: AnswerDetail[];
let posted: string[];
let memory: unknown;
let nonces: unknown;
let opened: string[];
let closed: number[];

beforeEach(async () => {
  world = await createPresentingWorld();
  await world.hold();
  page = { tabId: 1, frameId: 0, documentId: 'd', origin: world.origin };
  [isUsable, answersCalls, answered, posted, memory, nonces, opened, closed] = [true, true, [], [], undefined, undefined, [], []];
});

/** A worker that has just been started: all it knows of questions is what lies in memory. */
function startWorker() {
  const desk: PromptDesk = new PromptDesk({
    memory: {
      read: async () => memory,
      write: async (value) => {
        memory = structuredClone(value);
      },
    },
    openWindow: async (id) => {
      opened.push(id);
      return 70;
    },
    closeWindow: async (id) => void closed.push(id),
    nowMs: world.ports.nowMs,
    isThere: async () => true,
    onEnd: (...ended) => feature.onEnd(...ended),
  });
  const feature = createPresentFeature({
    ...world.ports,
    records: world.records,
    desk,
    spentNonces: new SpentNonces({
      memory: {
        read: async () => nonces,
        write: async (value) => {
          nonces = structuredClone(value);
        },
      },
      sha256,
    }),
    passkeys: async () => ({ passkeys: [], wallet: { origin: 'o', rpId: 'o' } }),
    send: async ({ url, body }) => {
      posted.push(`${url} ${body}`);
      return { status: 200, contentType: 'application/json', bytes: new TextEncoder().encode('{}') };
    },
    isUsable: async () => isUsable,
    answersCalls: async () => answersCalls,
    answerPage: async (_page, answer) => void answered.push(answer),
    navigate: async () => undefined,
  });
  return { desk, ...feature };
}

const content = () => ({ kind: 'content', ...page }) as const;

async function ask(requests: unknown): Promise<string> {
  await startWorker().handlers['present/ask']({ requestId: 'r', requests: JSON.stringify(requests) }, content());
  return opened.at(-1) ?? '';
}

/** What the window shows, and everything in it switched on. */
async function look(id: string, { describe: show, desk } = startWorker()) {
  const { request } = await show(await desk.require(id));
  if (request.plan.kind !== 'answerable') throw new Error(request.plan.kind);
  return request.plan.selected;
}

const signed = async (changes: Parameters<PresentingWorld['sign']>[0] = {}) => ({
  protocol: 'openid4vp-v1-signed',
  data: { request: await world.sign(changes) },
});

describe('a call of navigator.credentials', () => {
  it('waits for the citizen where the wallet is on', async () => {
    const asked = startWorker().handlers['present/ask']({ requestId: 'r', requests: '[]' }, content());
    expect([await asked, opened.length]).toEqual(['waiting', 1]);
  });

  it.each([
    [false, true],
    [true, false],
  ])('goes to the browser where the wallet is off, for this site or for such calls', async (site, calls) => {
    [isUsable, answersCalls] = [site, calls];
    const asked = startWorker().handlers['present/ask']({ requestId: 'r', requests: '[]' }, content());
    expect([await asked, opened]).toEqual(['native', []]);
  });

  it('is answered once of three clicks at the same time', async () => {
    const id = await ask([await signed()]);
    const worker = startWorker();
    const selected = [...(await look(id, worker))];
    const approve = async () => worker.handlers['present/approve']({ id, selected, assertion: null }, window);
    const outcomes = await Promise.allSettled([approve(), approve(), approve()]);
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'shown'));
    expect(codes).toEqual(['shown', 'answer_under_way', 'answer_under_way']);
    expect([answered.map(({ kind }) => kind), (await world.records.releases.list()).items.length]).toEqual([['response'], 1]);
  });

  it('B10: with a nonce that was answered before is refused before anything can be released', async () => {
    const first = await ask([await signed()]);
    await approve(first, await look(first));
    const again = await ask([await signed()]);
    const reused = { code: 'invalid_request', facts: { rule: 'B10', what: 'nonce_reused' } };
    await expect(look(again)).rejects.toMatchObject(reused);
    await expect(startWorker().handlers['present/prepare']({ id: again }, window)).rejects.toMatchObject(reused);
    await expect(approve(again, [])).rejects.toMatchObject(reused);
    expect(answered.map(({ kind }) => kind)).toEqual(['response']);
  });

  it('B10: is looked at as often as one likes, and after a refusal asked again, with the same nonce', async () => {
    const first = await ask([await signed()]);
    await look(first);
    await look(first);
    await startWorker().desk.dismiss(first, 'denied');
    const again = await ask([await signed()]);
    await approve(again, await look(again));
    expect(answered.map(({ kind }) => kind)).toEqual(['error', 'response']);
  });

  it('B16: that is taken back at once opens nothing, and leaves its tab free', async () => {
    const { handlers, desk } = startWorker();
    const asking = handlers['present/ask']({ requestId: 'r', requests: '[]' }, content());
    await handlers['present/abort']({ requestId: 'r' }, content());
    expect([await asking, opened, await desk.listOpen()]).toEqual(['refused', [], []]);
    expect(await handlers['present/ask']({ requestId: 'next', requests: '[]' }, content())).toBe('waiting');
  });

  it('B16: that is taken back while its window opens goes with it', async () => {
    const { handlers, desk } = startWorker();
    const asking = handlers['present/ask']({ requestId: 'r', requests: '[]' }, content());
    await expect.poll(() => opened.length).toBe(1);
    await handlers['present/abort']({ requestId: 'r' }, content());
    await asking;
    expect([closed, await desk.listOpen(), answered]).toEqual([[70], [], []]);
  });

  it('B16: is not taken back by another document', async () => {
    const { handlers, desk } = startWorker();
    const asking = handlers['present/ask']({ requestId: 'r', requests: '[]' }, content());
    await handlers['present/abort']({ requestId: 'r' }, { ...content(), documentId: 'other' });
    expect([await asking, (await desk.listOpen()).length]).toEqual(['waiting', 1]);
  });

  it('B16: that was taken back while the passkey was asked is not answered, and nothing stands in the ledger', async () => {
    const id = await ask([await signed()]);
    const worker = startWorker();
    const selected = [...(await look(id, worker))];
    const approving = worker.handlers['present/approve']({ id, selected, assertion: null }, window);
    await worker.handlers['present/abort']({ requestId: 'r' }, content());
    await expect(approving).rejects.toEqual(new AppError('prompt_over'));
    expect([answered, (await world.records.releases.list()).items]).toEqual([[], []]);
  });
});

/** The usual query with members changed. */
const queryFor = (changes: Partial<CredentialQuery>): DcqlRequest => ({
  credentials: testQuery.credentials.map((asked) => ({ ...asked, ...changes })),
});

/** Agrees in a worker that was started after the citizen had looked. */
async function approve(id: string, selected: readonly string[]) {
  return startWorker().handlers['present/approve']({ id, selected: [...selected], assertion: null }, window);
}

describe('several requests in one call', () => {
  const unsigned = { protocol: 'openid4vp-v1-unsigned', data: { nonce: 'too-short' } };
  const askFor = (vct: string) => signed({ query: { credentials: [{ id: 'other', format: 'dc+sd-jwt', meta: { vct_values: [vct] } }] } });
  const answeredProtocols = () => answered.map((answer) => (answer.kind === 'response' ? answer.protocol : answer.kind));

  it.each([
    ['one that breaks a rule', () => unsigned],
    ['one that asks for what the wallet lacks', () => askFor('urn:other')],
    ['one of a protocol that nobody knows', () => ({ protocol: 'openid4vp-v9', data: {} })],
  ])('pass over %s', async (_what, make) => {
    const id = await ask([await make(), await signed()]);
    await approve(id, await look(id));
    expect(answeredProtocols()).toEqual(['openid4vp-v1-signed']);
  });

  it('keep to the one that was shown, although another could be answered by then', async () => {
    const id = await ask([await askFor('urn:other'), await signed()]);
    const selected = await look(id);
    await world.hold({ id: 'c2', vct: 'urn:other' });
    await approve(id, selected);
    const [release] = (await world.records.releases.list()).items;
    expect(release?.items.map(({ datum }) => datum)).toEqual(['given-name', 'postal-code']);
  });

  it('are refused for the first one’s fault where none keeps the rules, and where there are too many', async () => {
    const broken = [{ ...unsigned, data: {} }, unsigned];
    await expect(look(await ask(broken))).rejects.toMatchObject({ code: 'invalid_request' });
    page = { ...page, tabId: 2 };
    await expect(look(await ask(Array(9).fill(await signed())))).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('are not answered before anybody has looked', async () => {
    await expect(approve(await ask([await signed()]), [])).rejects.toMatchObject({ code: 'prompt_over' });
  });
});

describe('a link that asks for a document', () => {
  it('is not followed from a site where the wallet is switched off, although our script may still be in its page', async () => {
    isUsable = false;
    const followed = startWorker().handlers['present/follow']({ href: 'openid4vp://?x' }, content());
    await expect(followed).rejects.toMatchObject({ code: 'site_not_allowed' });
    expect(opened).toEqual([]);
  });

  it('is read once: an agency that hands out another request the second time gets what was shown', async () => {
    const object = `${world.origin}/object`;
    const route = { mode: 'direct_post', responseUri: `${world.origin}/answer` } as const;
    const href = `openid4vp://?${new URLSearchParams({ client_id: world.clientId, request_uri: object })}`;
    world.network.set(object, await world.sign({ route }));
    await startWorker().handlers['present/follow']({ href }, content());
    const id = opened[0] ?? '';
    const selected = await look(id);
    const query = queryFor({ claims: [{ path: ['national_id'] }, { path: ['family_name'] }] });
    world.network.set(object, await world.sign({ route, query }));
    await approve(id, selected);
    const [release] = (await world.records.releases.list()).items;
    expect(release?.items.map(({ datum }) => datum)).toEqual(['given-name', 'postal-code']);
    expect(posted).toEqual([expect.stringMatching(/^https:\/\/tax\.example\/answer vp_token=/)]);
  });

  it('B13: tells the agency of a refusal and of a missing document in the same words', async () => {
    const object = `${world.origin}/object`;
    const route = { mode: 'direct_post', responseUri: `${world.origin}/answer` } as const;
    const href = `openid4vp://?${new URLSearchParams({ client_id: world.clientId, request_uri: object })}`;
    for (const vct of ['urn:daricheh:identity:1', 'urn:other']) {
      world.network.set(object, await world.sign({ route, query: queryFor({ meta: { vct_values: [vct] } }) }));
      const worker = startWorker();
      await worker.handlers['present/follow']({ href }, content());
      await worker.describe(await worker.desk.require(opened.at(-1) ?? ''));
      await worker.desk.dismiss(opened.at(-1) ?? '', 'denied');
    }
    expect(posted).toEqual(Array(2).fill(`${world.origin}/answer error=access_denied`));
  });
});
