/** Where something is drawn, in any one measure. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export type DrawnText = { readonly text: string; readonly box: Box };

/** A label and its control stand no farther apart than this, in CSS pixels: side by side, and one above the other. */
const farthestBeside = 400;
const farthestAbove = 48;

/**
 * The text that the eye takes for a control's label: on its row, before it as the language runs, or just above it; undefined where there is none, or another
 * control stands between.
 */
export function findLabelByPlace<Drawn extends DrawnText>(
  control: Box,
  texts: readonly Drawn[],
  { others, isRightToLeft }: { readonly others: readonly Box[]; readonly isRightToLeft: boolean },
): Drawn | undefined {
  const nearest = (measure: (box: Box) => number | undefined) => {
    const measured = texts.flatMap((drawn) => {
      const distance = measure(drawn.box);
      return distance === undefined ? [] : [{ drawn, distance }];
    });
    return measured.sort((a, b) => a.distance - b.distance)[0]?.drawn;
  };
  const found = nearest((box) => measureBeside(box, control, isRightToLeft)) ?? nearest((box) => measureAbove(box, control));
  return found && others.every((other) => !standsBetween(other, found.box, control)) ? found : undefined;
}

/** True where the text is drawn where a label would be. */
export function isLabelPlace(text: Box, control: Box, isRightToLeft: boolean): boolean {
  return measureBeside(text, control, isRightToLeft) !== undefined || measureAbove(text, control) !== undefined;
}

function measureBeside(text: Box, control: Box, isRightToLeft: boolean): number | undefined {
  const distance = isRightToLeft ? text.left - control.right : control.left - text.right;
  return sharesRow(text, control) && distance > -slack && distance < farthestBeside ? distance : undefined;
}

function measureAbove(text: Box, control: Box): number | undefined {
  const distance = control.top - text.bottom;
  return sharesColumn(text, control) && distance > -slack && distance < farthestAbove ? distance : undefined;
}

/** Boxes of text and controls that touch overlap by a little. */
const slack = 4;

function sharesRow(a: Box, b: Box): boolean {
  return overlap(a.top, a.bottom, b.top, b.bottom) >= Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
}

function sharesColumn(a: Box, b: Box): boolean {
  return overlap(a.left, a.right, b.left, b.right) > slack;
}

function overlap(firstA: number, lastA: number, firstB: number, lastB: number): number {
  return Math.min(lastA, lastB) - Math.max(firstA, firstB);
}

/** True for what lies in the rectangle between the two, where they stand on one row or in one column. */
function standsBetween(other: Box, text: Box, control: Box): boolean {
  const [left, right] = [Math.min(text.right, control.right), Math.max(text.left, control.left)];
  if (sharesRow(text, control)) return sharesRow(other, control) && overlap(other.left, other.right, left, right) > slack;
  return sharesColumn(other, control) && overlap(other.top, other.bottom, text.bottom, control.top) > slack;
}
