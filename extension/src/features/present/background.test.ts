import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPresentFeature } from './background.ts';

type Ports = Parameters<typeof createPresentFeature>[0];

const sender = { kind: 'content', tabId: 1, frameId: 0, documentId: 'd', origin: 'https://shop.test' } as const;
const ask = vi.fn(async () => 'id');

function createHandlers(isUsable: boolean, answersCalls = true) {
  const ports = { desk: { ask }, isUsable: async () => isUsable, answersCalls: async () => answersCalls };
  return createPresentFeature(ports as unknown as Ports).handlers;
}

beforeEach(() => ask.mockClear());

describe('a call of navigator.credentials', () => {
  const call = { requestId: 'r', requests: '[]' };

  it('waits for the citizen where the wallet is on', async () => {
    expect([await createHandlers(true)['present/ask'](call, sender), ask.mock.calls.length]).toEqual(['waiting', 1]);
  });

  it('goes to the browser where the wallet is off, for this site or for such calls', async () => {
    const answers = [
      await createHandlers(false)['present/ask'](call, sender),
      await createHandlers(true, false)['present/ask'](call, sender),
    ];
    expect([answers, ask.mock.calls.length]).toEqual([['native', 'native'], 0]);
  });
});

describe('a link that asks for a document', () => {
  it('is not followed from a site where the wallet is switched off, although our script may still be in its page', async () => {
    const followed = createHandlers(false)['present/follow']({ href: 'openid4vp://?x' }, sender);
    await expect(followed).rejects.toMatchObject({ code: 'site_not_allowed' });
    expect(ask).not.toHaveBeenCalled();
  });
});
