import { followFocus } from '../features/field-icon/content/follow-focus.ts';
import { getFlatParent, getShadowRoot } from '../features/fill/content/shadow-roots.ts';
import { send } from '../messaging/send.ts';

/** Starts the icon in one document. */
export function startFieldIcon(): void {
  followFocus({
    look: () => send('field-icon/look', {}),
    count: () => send('field-icon/count', {}),
    open: () => send('field-icon/open', {}),
    openShadow: getShadowRoot,
    getParent: getFlatParent,
  });
}
