/** A box on the screen, in CSS pixels from the viewport's corner. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export type FieldLook = {
  readonly box: Box;
  readonly isRightToLeft: boolean;
  /** As computed: `start`, `end`, `left`, `right`, `center`… */
  readonly textAlign: string;
  /** How wide what is typed is drawn. */
  readonly textWidth: number;
  /** What stands at the end of the box by itself, such as the arrows of a number. */
  readonly endTaken: number;
  /** True for a box of several lines. */
  readonly isTall: boolean;
};

const largest = 24;
const smallest = 16;
/** Most of a box is for what is typed into it. */
const leastWidths = 4;

/**
 * Where the icon stands: inside the box, at the end of its line (left where it is written from right to left), or at its start where the text hugs the
 * end. Undefined where it would cover what is typed, or the box is too small for both.
 */
export function placeIcon({ box, isRightToLeft, textAlign, textWidth, endTaken, isTall }: FieldLook): Box | undefined {
  const size = Math.min(largest, Math.floor(box.height) - 6);
  if (size < smallest || box.width < size * leastWidths) return undefined;
  const inset = isTall ? 6 : Math.min(8, (box.height - size) / 2);
  const room = box.width - size - 3 * inset - endTaken;
  const isCentred = textAlign === 'center' || textAlign === '-webkit-center';
  if ((isCentred ? 2 * size + textWidth : textWidth) > room || (isTall && textWidth > 0)) return undefined;
  const isAtStart = hugsEnd(textAlign, isRightToLeft);
  const isAtLeft = isRightToLeft !== isAtStart;
  const inward = inset + (isAtStart ? 0 : endTaken);
  return {
    left: isAtLeft ? box.left + inward : box.left + box.width - inward - size,
    top: isTall ? box.top + inset : box.top + (box.height - size) / 2,
    width: size,
    height: size,
  };
}

function hugsEnd(textAlign: string, isRightToLeft: boolean): boolean {
  return textAlign === 'end' || textAlign === (isRightToLeft ? 'left' : 'right');
}

/** Boxes that stand in the same place, but for what a browser rounds. */
export function isSameBox(one: Box, other: Box): boolean {
  const edges = ['left', 'top', 'width', 'height'] as const;
  return edges.every((edge) => Math.abs(one[edge] - other[edge]) <= 1);
}

/** True for a point in the box. */
export function holdsPoint({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}
