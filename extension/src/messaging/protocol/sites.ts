import * as z from 'zod/mini';
import type { SiteDescription } from '../../core/consent/describe-site.ts';
import type { TrustView } from '../../core/consent/trust-view.ts';
import { type MessageEntry, returns } from '../message-entry.ts';
import { nothing, tabId } from './shapes.ts';

/** Where the wallet offers itself, and the icon in the boxes of a page, which opens the panel. */
export const siteMessages = {
  'sites/list': { from: 'extension', request: nothing, response: returns<readonly SiteDescription[]>() },
  'sites/describe': { from: 'extension', request: tabId, response: returns<SiteDescription>() },
  /** Which trust list is in use. */
  'sites/edition': { from: 'extension', request: nothing, response: returns<TrustView>() },
  'sites/look-for-edition': { from: 'extension', request: nothing, response: returns<TrustView>() },
  'sites/switch': { from: 'extension', request: z.strictObject({ origin: z.url(), isEnabled: z.boolean() }), response: returns<null>() },

  /** Somebody is in a box of this document: the script that draws the icon is wanted, where it may be. */
  'field-icon/wanted': { from: 'content', request: nothing, response: returns<null>() },
  'field-icon/look': { from: 'content', request: nothing, response: returns<IconView>() },
  /** How many boxes could be filled; null where that is not computed unasked. */
  'field-icon/count': { from: 'content', request: nothing, response: returns<number | null>() },
  /** Opens the panel beside the page, or a window where the browser has none. Nothing is filled. */
  'field-icon/open': { from: 'content', request: nothing, response: returns<null>() },
  'field-icon/sites': { from: 'extension', request: nothing, response: returns<{ isOn: boolean; offAt: readonly string[] }>() },
  /** `origin` null: everywhere. */
  'field-icon/switch': {
    from: 'extension',
    request: z.strictObject({ origin: z.nullable(z.url()), isOn: z.boolean() }),
    response: returns<null>(),
  },
} as const satisfies Record<string, MessageEntry>;

/** What a page's icon is told. `canCount`: how many boxes could be filled may be computed unasked here, while the vault is open. `shortcut`: of the panel; empty where it has none. */
export type IconView = {
  readonly isShown: boolean;
  readonly canCount: boolean;
  readonly language: 'fa' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly shortcut: string;
};
