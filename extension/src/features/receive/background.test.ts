import { describe, expect, it, vi } from 'vitest';
import { createReceiveFeature } from './background.ts';

type Ports = Parameters<typeof createReceiveFeature>[0];

describe('a link to a document', () => {
  it('is not followed from a site where the wallet is switched off, although our script may still be in its page', async () => {
    const ask = vi.fn();
    const { handlers } = createReceiveFeature({ desk: { ask }, isUsable: async () => false } as unknown as Ports);
    const sender = { kind: 'content', tabId: 1, frameId: 0, documentId: 'd', origin: 'https://shop.test' } as const;
    const followed = handlers['receive/follow']({ href: 'openid-credential-offer://?x' }, sender);
    await expect(followed).rejects.toMatchObject({ code: 'site_not_allowed' });
    expect(ask).not.toHaveBeenCalled();
  });
});
