import { encode } from 'uqr';
import { type Box, type Color, fillBoxes } from '../pdf/draw.ts';

export type CodePlace = { readonly x: number; readonly bottom: number; readonly size: number; readonly color: Color };

/** Operators that draw a QR code (ISO/IEC 18004), error correction M, without the quiet zone: leave four modules around it. */
export function drawCode(content: string, { x, bottom, size, color }: CodePlace): string {
  const { data } = encode(content, { ecc: 'M', border: 0 });
  const module = size / data.length;
  const boxes = data.flatMap((row, rowAt) => {
    const y = bottom + size - (rowAt + 1) * module;
    return listBars(row).map(({ from, to }): Box => ({ x: x + from * module, y, width: (to - from) * module, height: module }));
  });
  return fillBoxes(boxes, color);
}

/** Dark modules that stand side by side are one box: no hairline shows between them. */
function listBars(row: readonly boolean[]): { readonly from: number; readonly to: number }[] {
  const bars: { from: number; to: number }[] = [];
  for (const [at, isDark] of row.entries()) {
    if (!isDark) continue;
    const last = bars.at(-1);
    if (last?.to === at) last.to = at + 1;
    else bars.push({ from: at, to: at + 1 });
  }
  return bars;
}
