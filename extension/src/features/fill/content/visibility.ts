import type { FieldState } from '#core/autofill/snapshot.ts';
import { contains, findClosest, getAttribute, getBox } from './bare-dom.ts';
import { type Control, getLabels, isTextBox } from './controls.ts';
import { getFlatParent, getTree } from './shadow-roots.ts';
import { getWidgetKind } from './widgets.ts';

const smallestSide = 2;
const faintest = 0.15;
const farthest = 3000;
/** A page may nest deeper than any that people make, to waste our time: what is farther up is not looked at. */
const deepest = 300;

/** What an element and its ancestors do to everything in it; the same for all controls below, so it is computed once each, and not for the controls themselves. */
type Surroundings = {
  readonly opacity: number;
  readonly problem: FieldState | null;
  /** The nearest that cuts off what does not fit into it, be it the element itself. */
  readonly frame: Frame | null;
};
/** The box of an element that hides its overflow, in which directions, and the next such element around it. */
type Frame = { readonly box: DOMRect; readonly cutsX: boolean; readonly cutsY: boolean; readonly outer: Frame | null };
const nothingAround: Surroundings = { opacity: 1, problem: null, frame: null };
/** Where the window stands over the page. */
type View = { readonly left: number; readonly top: number; readonly width: number; readonly isRightToLeft: boolean };
/** What was seen of one page at one moment: nothing of it holds once the page has had its turn. */
export type VisibilityCache = { readonly around: Map<Element, Surroundings>; view: View | undefined };

export function createVisibilityCache(): VisibilityCache {
  return { around: new Map(), view: undefined };
}

/**
 * Whether a person sees the control and can change it, by the computed styles of it and all that holds it. What lies on top is not looked at
 * here: see `isCovered`, which needs the control on screen. A radio button or checkbox whose own look is replaced counts by its label.
 */
export function readState(control: Control, cache: VisibilityCache): FieldState {
  if (control.matches(':disabled, [aria-disabled=true]') || isInert(control)) return 'disabled';
  if (isKeptFromPeople(control)) return 'hidden';
  if (isReadOnly(control)) return 'read-only';
  const seen = readVisibility(control, cache);
  if (seen === 'visible' || !isMark(control)) return seen;
  const label = control.labels?.[0];
  return label ? readVisibility(label, cache) : seen;
}

/** True when a point in the middle of the control shows something else than it, its label, or an ancestor. False for what is not on screen. */
export function isCovered(control: Control): boolean {
  const shown = getShown(control);
  const hit = hitMiddle(shown);
  if (!hit || contains(hit, shown) || isPartOf(hit, control)) return false;
  const label = findClosest(hit, 'label');
  return !(label && contains(label, control)) && !isLabelOf(hit, control);
}

/** True when a point in the middle of the control shows the control itself: it is on screen, and nothing lies on it. */
export function isOnTop(control: Control): boolean {
  const hit = hitMiddle(getShown(control));
  return hit !== null && isPartOf(hit, control);
}

/** What a person sees of the control: a radio button or checkbox may be drawn by its label. */
function getShown(control: Control): Element {
  return isMark(control) ? (control.labels?.[0] ?? control) : control;
}

function hitMiddle(shown: Element): Element | null {
  const { left, top, width, height } = getBox(shown);
  return getTree(shown).elementFromPoint(left + width / 2, top + height / 2);
}

function isPartOf(hit: Element, control: Control): boolean {
  return contains(getShown(control), hit) || contains(control, hit);
}

function readVisibility(element: Element, cache: VisibilityCache): FieldState {
  if (element instanceof HTMLInputElement && element.type === 'hidden') return 'hidden';
  if (!element.checkVisibility({ visibilityProperty: true })) return 'hidden';
  const parent = getFlatParent(element);
  const around = parent ? readSurroundings(parent, cache) : nothingAround;
  const style = getComputedStyle(element);
  if (Number.parseFloat(style.fontSize) < 1) return 'too-small';
  if (around.opacity * readOpacity(style) < faintest) return 'transparent';
  return around.problem ?? (isClipped(style, element) ? 'clipped' : readPlace(element, around, cache));
}

function readPlace(element: Element, { frame }: Surroundings, cache: VisibilityCache): FieldState {
  const box = getBox(element);
  if (box.width < smallestSide || box.height < smallestSide) return 'too-small';
  cache.view ??= readView();
  const { left: scrolled, top, width, isRightToLeft } = cache.view;
  const left = box.left + scrolled;
  const isBeyondStart = isRightToLeft ? left >= width : left + box.width <= 0;
  if (isBeyondStart || box.bottom + top <= 0 || Math.abs(left) > farthest + width) return 'off-screen';
  return isClippedAway(box, frame) ? 'clipped' : 'visible';
}

function readView(): View {
  const root = document.documentElement;
  const isRightToLeft = getComputedStyle(root).direction === 'rtl';
  return { left: window.scrollX, top: window.scrollY, width: root.clientWidth, isRightToLeft };
}

/** True when some ancestor that hides its overflow, without scrolling, leaves nothing of the box. */
function isClippedAway(box: DOMRect, nearest: Frame | null): boolean {
  for (let frame = nearest; frame; frame = frame.outer) {
    const holder = frame.box;
    const width = Math.min(box.right, holder.right) - Math.max(box.left, holder.left);
    const height = Math.min(box.bottom, holder.bottom) - Math.max(box.top, holder.top);
    if ((frame.cutsX && width < smallestSide) || (frame.cutsY && height < smallestSide)) return true;
  }
  return false;
}

/** Iterative, since a page may nest deeper than a call stack: climbs to the first ancestor that is known, then comes back down. */
function readSurroundings(element: Element, { around: known }: VisibilityCache): Surroundings {
  const path: Element[] = [];
  let at: Element | null = element;
  while (at && !known.has(at) && path.length < deepest) {
    path.push(at);
    at = getFlatParent(at);
  }
  let around: Surroundings = (at && known.get(at)) ?? nothingAround;
  for (const step of path.reverse()) {
    around = addOwnStyle(step, around);
    known.set(step, around);
  }
  return around;
}

function addOwnStyle(step: Element, around: Surroundings): Surroundings {
  const style = getComputedStyle(step);
  return {
    opacity: around.opacity * readOpacity(style),
    problem: around.problem ?? (isClipped(style, step) ? 'clipped' : null),
    frame: readFrame(style, step, around.frame),
  };
}

function readFrame(style: CSSStyleDeclaration, element: Element, outer: Frame | null): Frame | null {
  const { overflowX, overflowY } = style;
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  if (!hides(overflowX) && !hides(overflowY)) return outer;
  const { display } = style;
  if (display === 'contents' || display === 'inline') return outer;
  // What the page as a whole cuts off is off screen.
  if (element === document.body || element === document.documentElement) return null;
  const cuts = (overflow: string) => overflow !== 'visible' && overflow !== 'auto' && overflow !== 'scroll';
  return { box: getBox(element), cutsX: cuts(overflowX), cutsY: cuts(overflowY), outer };
}

/** How much is seen through: 1 for nothing. A filter can make an element transparent as well as its opacity can. */
export function readOpacity({ opacity, filter }: Pick<CSSStyleDeclaration, 'opacity' | 'filter'>): number {
  if (!filter || filter === 'none') return opacity === '1' ? 1 : Number.parseFloat(opacity || '1');
  const filters = [...filter.matchAll(/opacity\(\s*([\d.]+)(%?)\s*\)/g)];
  const filtered = filters.map(([, amount, percent]) => Number(amount) / (percent === '%' ? 100 : 1));
  return filtered.reduce((product, each) => product * each, Number.parseFloat(opacity || '1'));
}

/** The usual ways of cutting a box away: `clip: rect(0 0 0 0)`, `clip-path: inset(50%)` or more, `circle(0)`, `polygon` of no area. */
function isClipped(style: CSSStyleDeclaration, element: Element): boolean {
  if (style.position === 'absolute' || style.position === 'fixed') {
    const sides = /^rect\(([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px\)$/.exec(style.clip);
    if (sides && (Number(sides[3]) - Number(sides[1]) < smallestSide || Number(sides[2]) - Number(sides[4]) < smallestSide)) return true;
  }
  const { clipPath } = style;
  if (clipPath === 'none') return false;
  if (clipPath.startsWith('inset(') && isInsetAway(clipPath, getBox(element))) return true;
  return /^(circle|ellipse)\(0(px|%)?[ )]/.test(clipPath) || /^polygon\((0(px|%)? 0(px|%)?(, )?)+\)$/.test(clipPath);
}

/** `inset(top right bottom left)` in px or %, as computed styles give them; what is left between two sides is nothing. */
function isInsetAway(clipPath: string, { width, height }: DOMRect): boolean {
  const [top = 0, right = top, bottom = top, left = right] =
    clipPath
      .slice('inset('.length)
      .split(/ round |\)/, 1)[0]
      ?.split(' ')
      .map((side, place) => Number.parseFloat(side) * (side.endsWith('%') ? (place % 2 === 0 ? height : width) / 100 : 1) || 0) ?? [];
  return height - top - bottom < smallestSide || width - left - right < smallestSide;
}

function isInert(control: Element): boolean {
  return findClosest(control, '[inert]') !== null;
}

/** What neither the keyboard reaches nor a screen reader speaks of is there for robots, however it looks. */
function isKeptFromPeople(control: Control): boolean {
  if (!isTextBox(control) || control.tabIndex >= 0) return false;
  let at: Element | null = control;
  for (let steps = 0; at && steps < deepest; steps += 1) {
    if (getAttribute(at, 'aria-hidden') === 'true') return true;
    at = getFlatParent(at);
  }
  return false;
}

function isReadOnly(control: Control): boolean {
  if (getWidgetKind(control) !== undefined) return getAttribute(control, 'aria-readonly') === 'true';
  return isTextBox(control) && control.readOnly;
}

function isMark(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
}

function isLabelOf(hit: Element, control: Control): boolean {
  const label = findClosest(hit, 'label');
  return label instanceof HTMLLabelElement && getLabels(control).includes(label);
}
