import { type Box, type FieldLook, holdsPoint, placeIcon } from './place-icon.ts';
import type { TextField } from './text-field.ts';

/** Inputs whose own arrows or calendar stand at the end of the box. */
const withOwnButton = new Set(['number', 'date']);
const ownButtonWidth = 22;
let pen: CanvasRenderingContext2D | null | undefined;

/**
 * Where the icon stands in this field now; undefined where there is no room, or where something else of the page's stands there. What the page has put at
 * the end of the box (a unit, an eye, a cross) keeps its place: the icon goes beside it.
 */
export function findPlace(field: TextField, host: Element): Box | undefined {
  const look = readFieldLook(field);
  const first = placeIcon(look);
  if (!first || isOutside(first)) return undefined;
  const cover = findCover(field, host, first);
  if (!cover) return first;
  const second = placeIcon({ ...look, endTaken: look.endTaken + readReach(cover, look) });
  return second && !isOutside(second) && !findCover(field, host, second) ? second : undefined;
}

function readFieldLook(field: TextField): FieldLook {
  const style = getComputedStyle(field);
  const { left, top, width, height } = field.getBoundingClientRect();
  return {
    box: { left, top, width, height },
    isRightToLeft: style.direction === 'rtl',
    textAlign: style.textAlign,
    textWidth: measureText(field.value, style),
    endTaken: withOwnButton.has(field.type) ? ownButtonWidth : 0,
    isTall: field instanceof HTMLTextAreaElement && height > 48,
  };
}

/** How wide the browser would draw the text; nothing of it is kept. */
function measureText(text: string, style: CSSStyleDeclaration): number {
  if (text === '') return 0;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * Number.parseFloat(style.fontSize);
  pen.font = style.font;
  return pen.measureText(text.slice(0, 500)).width;
}

function isOutside({ left, top, width, height }: Box): boolean {
  return left < 0 || top < 0 || left + width > document.documentElement.clientWidth || top + height > innerHeight;
}

/** What stands before the field where the icon would be; undefined where it is the field itself. */
function findCover(field: TextField, host: Element, { left, top, width, height }: Box): Element | undefined {
  const root = field.getRootNode();
  const tree = root instanceof ShadowRoot ? root : document;
  const [first] = tree.elementsFromPoint(left + width / 2, top + height / 2).filter((element) => element !== host);
  return first === undefined || first === field ? undefined : first;
}

/** How far what stands at the end of the field reaches into it. What covers all of it leaves no room. */
function readReach(cover: Element, { box, isRightToLeft }: FieldLook): number {
  const { left, right, top, height, width } = cover.getBoundingClientRect();
  if (!holdsPoint(box, (left + right) / 2, top + height / 2) || width > box.width / 2) return box.width;
  return isRightToLeft ? right - box.left : box.left + box.width - left;
}
