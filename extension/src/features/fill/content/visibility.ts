import type { FieldState } from '#core/autofill/snapshot.ts';
import { contains, findClosest, getAttribute, getBox, getParentElement } from './bare-dom.ts';
import { type Control, getLabels, isTextBox } from './controls.ts';
import { getFlatParent, getTree } from './shadow-roots.ts';
import { getWidgetKind } from './widgets.ts';

const smallestSide = 2;
const faintest = 0.15;
const farthest = 3000;
/** A page may nest deeper than any that people make, to waste our time: what is farther up is not looked at. */
const deepest = 300;

/** What an element's ancestors do to everything in it; the same for all controls below, so it is computed once each. */
type Surroundings = { readonly opacity: number; readonly problem: FieldState | null };
export type VisibilityCache = Map<Element, Surroundings>;

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
  const shown = isMark(control) ? (control.labels?.[0] ?? control) : control;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const hit = getTree(shown).elementFromPoint(left + width / 2, top + height / 2);
  if (!hit || contains(hit, shown) || contains(shown, hit) || contains(control, hit)) return false;
  const label = findClosest(hit, 'label');
  return !(label && contains(label, control)) && !isLabelOf(hit, control);
}

function readVisibility(element: Element, cache: VisibilityCache): FieldState {
  if (element instanceof HTMLInputElement && element.type === 'hidden') return 'hidden';
  if (!element.checkVisibility({ visibilityProperty: true })) return 'hidden';
  const style = getComputedStyle(element);
  if (Number.parseFloat(style.fontSize) < 1) return 'too-small';
  const around = readSurroundings(element, cache);
  if (around.opacity < faintest) return 'transparent';
  if (around.problem) return around.problem;
  return readPlace(element);
}

function readPlace(element: Element): FieldState {
  const box = element.getBoundingClientRect();
  if (box.width < smallestSide || box.height < smallestSide) return 'too-small';
  const left = box.left + window.scrollX;
  const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
  const right = left + box.width;
  const isBeyondStart = isRightToLeft ? left >= document.documentElement.clientWidth : right <= 0;
  if (isBeyondStart || box.bottom + window.scrollY <= 0 || Math.abs(left) > farthest + document.documentElement.clientWidth)
    return 'off-screen';
  return isClippedAway(element, box) ? 'clipped' : 'visible';
}

/** True when some ancestor that hides its overflow, without scrolling, leaves nothing of the box. */
function isClippedAway(element: Element, box: DOMRect): boolean {
  let at = getFlatParent(element);
  for (let steps = 0; at && at !== document.body && at !== document.documentElement && steps < 60; steps += 1) {
    const { overflowX, overflowY, display } = getComputedStyle(at);
    const hides =
      [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip') &&
      display !== 'contents' &&
      display !== 'inline';
    if (hides) {
      const holder = getBox(at);
      const width = Math.min(box.right, holder.right) - Math.max(box.left, holder.left);
      const height = Math.min(box.bottom, holder.bottom) - Math.max(box.top, holder.top);
      const isCutX = overflowX !== 'visible' && overflowX !== 'auto' && overflowX !== 'scroll' && width < smallestSide;
      const isCutY = overflowY !== 'visible' && overflowY !== 'auto' && overflowY !== 'scroll' && height < smallestSide;
      if (isCutX || isCutY) return true;
    }
    at = getFlatParent(at);
  }
  return false;
}

/** Iterative, since a page may nest deeper than a call stack: climbs to the first ancestor that is known, then comes back down. */
function readSurroundings(element: Element, cache: VisibilityCache): Surroundings {
  const path: Element[] = [];
  let at: Element | null = element;
  while (at && !cache.has(at) && path.length < deepest) {
    path.push(at);
    at = getFlatParent(at);
  }
  let around: Surroundings = (at && cache.get(at)) ?? { opacity: 1, problem: null };
  for (const step of path.reverse()) {
    around = addOwnStyle(step, around);
    cache.set(step, around);
  }
  return around;
}

function addOwnStyle(step: Element, around: Surroundings): Surroundings {
  const style = getComputedStyle(step);
  const opacity = around.opacity * readOpacity(style);
  return { opacity, problem: around.problem ?? (isClipped(style, step) ? 'clipped' : null) };
}

/** How much is seen through: 1 for nothing. A filter can make an element transparent as well as its opacity can. */
export function readOpacity({ opacity, filter }: Pick<CSSStyleDeclaration, 'opacity' | 'filter'>): number {
  const filters = [...(filter ?? '').matchAll(/opacity\(\s*([\d.]+)(%?)\s*\)/g)];
  const filtered = filters.map(([, amount, percent]) => Number(amount) / (percent === '%' ? 100 : 1));
  return filtered.reduce((product, each) => product * each, Number.parseFloat(opacity || '1'));
}

/** The usual ways of cutting a box away: `clip: rect(0 0 0 0)`, `clip-path: inset(50%)` or more, `circle(0)`, `polygon` of no area. */
function isClipped(style: CSSStyleDeclaration, element: Element): boolean {
  if (style.position === 'absolute' || style.position === 'fixed') {
    const sides = /^rect\(([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px,? ([-\d.]+)px\)$/.exec(style.clip);
    if (sides && (Number(sides[3]) - Number(sides[1]) < smallestSide || Number(sides[2]) - Number(sides[4]) < smallestSide)) return true;
  }
  if (style.clipPath.startsWith('inset(') && isInsetAway(style.clipPath, getBox(element))) return true;
  return /^(circle|ellipse)\(0(px|%)?[ )]/.test(style.clipPath) || /^polygon\((0(px|%)? 0(px|%)?(, )?)+\)$/.test(style.clipPath);
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
  let at: Element | null = control;
  for (let steps = 0; at && steps < deepest; steps += 1) {
    if (getAttribute(at, 'inert') !== null) return true;
    at = getParentElement(at);
  }
  return false;
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
