import { type Box, holdsPoint, isSameBox } from './place-icon.ts';

/** How long the icon must have been in plain sight before a click on it is a person's own: a page that puts it under a finger has no use of it. */
export const dwellMs = 300;

/** A press of a pointer on the icon: where the icon stood then. */
export type Press = { readonly box: Box };

export type ClickFacts = {
  readonly isTrusted: boolean;
  /** True where no pointer was used: a keyboard, or a screen reader. */
  readonly isByKey: boolean;
  readonly x: number;
  readonly y: number;
  /** Where we put the icon. */
  readonly placed: Box;
  /** Where it stands. */
  readonly box: Box;
  readonly press: Press | undefined;
  /** Since when the browser vouches that nothing covers, fades or bends it; undefined while it does not. */
  readonly seenSinceMs: number | undefined;
  readonly nowMs: number;
};

/** Whether a click on the icon is one that a person meant: made by the browser, on an icon that stood still, where we put it, in plain sight. */
export function isMeant({ isTrusted, isByKey, x, y, placed, box, press, seenSinceMs, nowMs }: ClickFacts): boolean {
  if (!isTrusted || seenSinceMs === undefined || nowMs - seenSinceMs < dwellMs) return false;
  if (!isSameBox(placed, box)) return false;
  return isByKey || (press !== undefined && isSameBox(press.box, box) && holdsPoint(box, x, y));
}
