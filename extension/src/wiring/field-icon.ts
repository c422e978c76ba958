import { followFocus } from '../features/field-icon/content/follow-focus.ts';
import { getFlatParent, getShadowRoot } from '../features/fill/content/shadow-roots.ts';
import { sendFromPage } from '../messaging/page-door.ts';

/** Starts the icon in one document. */
export function startFieldIcon(): void {
  followFocus({
    look: () => sendFromPage('field-icon/look', {}),
    count: () => sendFromPage('field-icon/count', {}),
    open: () => sendFromPage('field-icon/open', {}),
    openShadow: getShadowRoot,
    getParent: getFlatParent,
  });
}
