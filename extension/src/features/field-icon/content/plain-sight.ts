/** What a computed style says that can make an element look other than it is. */
export type Effects = Pick<
  CSSStyleDeclaration,
  'opacity' | 'filter' | 'maskImage' | 'mixBlendMode' | 'clipPath' | 'transform' | 'rotate' | 'scale' | 'perspective'
>;

/** Pages fade a little for looks; what can no longer be read well is fainter. */
const faintest = 0.95;
/** A page may nest deeper than any that people make, to waste our time. */
const deepest = 500;

/** True when nothing from the element up to the root fades, filters, cuts or bends it. `getParent`: the one that holds it as the page is shown. */
export function isUndisguised(element: Element, getParent: (element: Element) => Element | null): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  let opacity = 1;
  let at: Element | null = element;
  for (let depth = 0; at; depth += 1) {
    const style = getComputedStyle(at);
    opacity *= Number.parseFloat(style.opacity || '1');
    if (depth > deepest || opacity < faintest || isBent(style)) return false;
    at = getParent(at);
  }
  return true;
}

/** True for what changes an element's look or form. To be moved, or drawn larger as a whole, changes neither. */
export function isBent(style: Omit<Effects, 'opacity'>): boolean {
  const { filter, maskImage, mixBlendMode, clipPath, transform, rotate, scale, perspective } = style;
  if ([filter, maskImage, clipPath, rotate, perspective].some((value) => !isNone(value))) return true;
  if (!isNone(mixBlendMode) && mixBlendMode !== 'normal') return true;
  return !isNone(scale) ? !/^[1-9][\d.]*$/.test(scale) : !isMove(transform);
}

function isNone(value: string | undefined): boolean {
  return value === undefined || value === '' || value === 'none';
}

/** `matrix(a, b, c, d, x, y)`: moved, and at most enlarged the same in both directions. */
function isMove(transform: string): boolean {
  if (isNone(transform)) return true;
  const parts = /^matrix\(([^)]{1,200})\)$/.exec(transform)?.[1]?.split(',').map(Number) ?? [];
  const [a = 0, b, c, d] = parts;
  return a >= 1 && a === d && b === 0 && c === 0;
}
