import { describe, expect, it } from 'vitest';
import { parseSettings, type Settings } from '../../core/settings/settings.ts';
import type { ContentSender } from '../../messaging/sender.ts';
import { createFieldIconHandlers, type FieldIconDeps } from './background.ts';

const site = 'https://tax.example';
const sender: ContentSender = { kind: 'content', tabId: 7, frameId: 0, documentId: 'D', origin: site };
const page = { kind: 'extension', page: 'wallet.html', search: '', tabId: null } as const;

function setUp(over: Partial<FieldIconDeps> = {}, start: Partial<Settings> = {}) {
  let settings: Settings = { ...parseSettings({}), enabledOrigins: [site], ...start };
  const done: string[] = [];
  const note = (what: string) => void done.push(what);
  const handlers = createFieldIconHandlers({
    readSettings: async () => settings,
    writeSettings: async (change) => (settings = { ...settings, ...change }),
    isUsable: async (origin) => settings.enabledOrigins.includes(origin),
    isRegistered: async () => true,
    isUnlocked: async () => true,
    readTabUrl: async () => `${site}/form`,
    inject: async (_tabId, documentId) => note(`inject ${documentId}`),
    readShortcut: async () => 'Alt+Shift+D',
    lookAtForm: async () => {
      note('look at form');
      return {
        kind: 'open',
        site: {
          kind: 'registered',
          origin: site,
          agency: { id: 'tax', name: { fa: '', en: '' } },
          level: 0,
          issues: [],
          isEnabled: true,
        },
        frames: [],
        refused: [],
        filledBefore: 0,
        hasData: true,
      };
    },
    openPanel: async () => {
      note('panel');
      return true;
    },
    openPanelWindow: async () => note('window'),
    ...over,
  });
  return { handlers, done };
}

describe('the icon in a page', () => {
  it('is put where the wallet is on', async () => {
    const { handlers, done } = setUp();
    await handlers['field-icon/wanted']({}, sender);
    expect(done).toEqual(['inject D']);
    expect(await handlers['field-icon/look']({}, sender)).toEqual({
      ...{ isShown: true, canCount: true, language: 'fa', theme: 'system', shortcut: 'Alt+Shift+D' },
    });
  });

  it.each<[string, Partial<FieldIconDeps>, Partial<Settings>]>([
    ['it is off for all sites', {}, { showsFieldIcon: false }],
    ['it is off for this site', {}, { withoutFieldIcon: [site] }],
    ['the wallet is off for this site', {}, { enabledOrigins: [] }],
    ['the frame stands in a page of another site', { readTabUrl: async () => 'https://evil.example/' }, {}],
    ['the tab has gone', { readTabUrl: async () => undefined }, {}],
  ])('is nowhere where %s', async (_where, over, settings) => {
    const { handlers, done } = setUp({ openPanel: async () => false, ...over }, settings);
    await handlers['field-icon/wanted']({}, sender);
    expect(await handlers['field-icon/look']({}, sender)).toMatchObject({ isShown: false, canCount: false });
    expect(await handlers['field-icon/count']({}, sender)).toBeNull();
    await handlers['field-icon/open']({}, sender);
    expect(done).toEqual([]);
  });

  it('opens the panel before anything else is looked up, or the browser forgets the click', () => {
    const { handlers, done } = setUp();
    void handlers['field-icon/open']({}, sender);
    expect(done).toEqual(['panel']);
  });

  it('opens a window where the browser opens no panel', async () => {
    const { handlers, done } = setUp({ openPanel: async () => false });
    await handlers['field-icon/open']({}, sender);
    expect(done).toEqual(['window']);
  });

  it.each<[string, Partial<FieldIconDeps>, boolean]>([
    ['the site is no agency’s', { isRegistered: async () => false }, false],
    ['the vault is locked', { isUnlocked: async () => false }, true],
  ])('counts nothing unasked where %s', async (_where, over, canCount) => {
    const { handlers, done } = setUp(over);
    expect(await handlers['field-icon/look']({}, sender)).toMatchObject({ isShown: true, canCount });
    expect(await handlers['field-icon/count']({}, sender)).toBeNull();
    expect(done).toEqual([]);
  });

  it('is switched off and on, for one site and for all', async () => {
    const { handlers } = setUp();
    await handlers['field-icon/switch']({ origin: site, isOn: false }, page);
    await handlers['field-icon/switch']({ origin: site, isOn: false }, page);
    expect(await handlers['field-icon/sites']({}, page)).toEqual({ isOn: true, offAt: [site] });
    await handlers['field-icon/switch']({ origin: null, isOn: false }, page);
    await handlers['field-icon/switch']({ origin: site, isOn: true }, page);
    expect(await handlers['field-icon/sites']({}, page)).toEqual({ isOn: false, offAt: [] });
  });
});
