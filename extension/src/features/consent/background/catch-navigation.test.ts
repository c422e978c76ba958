import { AppError } from '@daricheh/shared/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { catchNavigation, type FailedNavigation, type OpenTab } from './catch-navigation.ts';

const href = 'openid4vp://?client_id=x';
const page = { frameId: 0, parentFrameId: -1, url: 'https://tax.example/start', documentId: 'd' };
const shown: OpenTab = { isActive: true, openerTabId: null, frames: [page] };
const empty: OpenTab = { isActive: true, openerTabId: 1, frames: [] };
const move: FailedNavigation = { tabId: 1, frameId: 0, parentFrameId: -1, url: href };

let followed: unknown[];
let closed: number[];
let refusal: AppError | undefined;

beforeEach(() => {
  [followed, closed, refusal] = [[], [], undefined];
});

function go(navigation: FailedNavigation, tabs: Readonly<Record<number, OpenTab>>): Promise<void> {
  return catchNavigation(navigation, {
    readTab: async (tabId) => tabs[tabId],
    closeTab: async (tabId) => void closed.push(tabId),
    follow: async (asking, link) => {
      if (refusal) throw refusal;
      followed.push([asking, link]);
    },
  });
}

const asked = [
  [
    { tabId: 1, frameId: 0, documentId: 'd', origin: 'https://tax.example' },
    { kind: 'present', href },
  ],
];

describe('a wallet’s link that a script or a redirect led to', () => {
  it('is followed for the page that the tab shows', async () => {
    await go(move, { 1: shown });
    expect([followed, closed]).toEqual([asked, []]);
  });

  it('is followed for the page that opened a new tab with it, and the empty tab is closed', async () => {
    await go({ ...move, tabId: 2 }, { 1: { ...shown, isActive: false }, 2: empty });
    expect([followed, closed]).toEqual([asked, [2]]);
  });

  it.each([
    ['no link of a wallet', { ...move, url: 'mailto:a@example.org' }, { 1: shown }],
    ['in a tab that the citizen does not look at', move, { 1: { ...shown, isActive: false } }],
    ['in a tab that is gone', move, {}],
    ['in a new tab whose opener is gone', { ...move, tabId: 2 }, { 2: empty }],
    ['typed into an empty tab', move, { 1: { ...empty, openerTabId: null } }],
    ['in another site’s frame', { ...move, frameId: 4, parentFrameId: 3 }, { 1: shown }],
  ])('is left to the browser: %s', async (_what, navigation, tabs) => {
    await go(navigation, tabs);
    expect([followed, closed]).toEqual([[], []]);
  });

  it('A8: is told to nobody where the wallet is busy, and the new tab stays', async () => {
    refusal = new AppError('prompt_busy');
    await go({ ...move, tabId: 2 }, { 1: shown, 2: empty });
    expect([followed, closed]).toEqual([[], []]);
  });
});
