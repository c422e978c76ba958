import { findFocusedField, type OpenShadow } from './text-field.ts';

/** Where the script that draws the icon leaves a way to be told that a setting has changed. Only our own world sees it. */
export const iconMark = Symbol.for('daricheh.field-icon');

/**
 * Asks for the icon once somebody is in a box of this document: until then, nothing of it is loaded.
 * @returns answers the word that a setting has changed
 */
export function watchFields({ ask, openShadow }: { readonly ask: () => Promise<unknown>; readonly openShadow: OpenShadow }): () => null {
  const look = (event?: Event) => {
    // What a script makes up, as ours does for each box that it fills, moves no focus.
    if (event?.isTrusted === false || !findFocusedField(openShadow)) return;
    document.removeEventListener('focusin', look, true);
    // The background has gone, or does not want it here: the page is as it was.
    ask().catch(() => undefined);
  };
  const start = () => {
    document.addEventListener('focusin', look, true);
    // Mostly nobody is anywhere yet.
    if (document.activeElement !== document.body) look();
  };
  start();
  return () => {
    const lookAgain: unknown = Reflect.get(globalThis, iconMark);
    if (typeof lookAgain === 'function') lookAgain();
    else start();
    return null;
  };
}
