import { createTestAgency, createTestTrustList } from '@daricheh/shared/testing';
import { describe, expect, it, vi } from 'vitest';
import { parseSettings, type Settings } from '../../core/settings/settings.ts';
import { createSitesHandlers } from './background.ts';

const tax = 'http://tax.localhost:8470';
const name = { fa: 'مالیات', en: 'Tax' };
const list = createTestTrustList({ agencies: [createTestAgency({ id: 'tax', name, origins: [tax], level: 2 })] });
const refuse = () => Promise.reject(new Error('No certificates here'));
const sender = { kind: 'extension', page: 'wallet.html', search: '', tabId: 1 } as const;

function createHandlers(options: { permitted?: boolean } = {}) {
  let settings: Settings = parseSettings(undefined);
  const syncScripts = vi.fn(async () => undefined);
  const handlers = createSitesHandlers({
    trust: {
      read: async () => ({ list, verifyChain: refuse, verifyTimeStampChain: refuse }),
      describe: async () => ({ kind: 'none' }),
      update: async () => ({ kind: 'none' }),
    },
    readSettings: async () => settings,
    writeSettings: async (change) => {
      settings = { ...settings, ...change };
      return settings;
    },
    readTabUrl: async () => `${tax}/form`,
    isPermitted: async () => options.permitted ?? true,
    syncScripts,
  });
  return { handlers, syncScripts, enabled: () => settings.enabledOrigins };
}

describe('sites', () => {
  it('are those of the trust list, and what the citizen added', async () => {
    const { handlers } = createHandlers();
    await handlers['sites/switch']({ origin: 'https://shop.test/path', isEnabled: true }, sender);
    expect(await handlers['sites/list']({}, sender)).toEqual([
      { kind: 'registered', origin: tax, agency: { id: 'tax', name }, level: 2, issues: [], isEnabled: false },
      { kind: 'unknown', origin: 'https://shop.test', isEnabled: true },
    ]);
  });

  it('are switched on and off, and the scripts follow', async () => {
    const { handlers, syncScripts, enabled } = createHandlers();
    await handlers['sites/switch']({ origin: tax, isEnabled: true }, sender);
    expect(enabled()).toEqual([tax]);
    expect(await handlers['sites/describe']({ tabId: 1 }, sender)).toMatchObject({ kind: 'registered', isEnabled: true });
    await handlers['sites/switch']({ origin: tax, isEnabled: false }, sender);
    expect(enabled()).toEqual([]);
    expect(syncScripts).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a look-alike', 'http://tax-gov.localhost:8470', 'lookalike_origin'],
    ['a plain http site', 'http://shop.test', 'site_not_allowed'],
    ['a file', 'file:///etc/passwd', 'site_not_allowed'],
  ])('A14: %s is not switched on', async (_what, origin, code) => {
    const { handlers, enabled } = createHandlers();
    await expect(handlers['sites/switch']({ origin, isEnabled: true }, sender)).rejects.toMatchObject({ code });
    expect(enabled()).toEqual([]);
  });

  it('are not switched on where the browser does not permit it', async () => {
    const { handlers } = createHandlers({ permitted: false });
    await expect(handlers['sites/switch']({ origin: tax, isEnabled: true }, sender)).rejects.toMatchObject({ code: 'site_not_allowed' });
  });
});
