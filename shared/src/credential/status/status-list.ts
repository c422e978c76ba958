import type { Bytes } from '../crypto-ports.ts';

/** How many bits each status takes. */
export type StatusBits = 1 | 2 | 4 | 8;

/** Statuses that the standard names (section 7.1); others belong to applications and count as not valid. */
export const statusValues = { valid: 0, invalid: 1, suspended: 2 } as const;

/** The status at `index`, or undefined past the end of the list. @see Token Status List draft-21, section 4.1 (lowest bits first) */
export function readStatus(list: Bytes, bits: StatusBits, index: number): number | undefined {
  const byte = list[Math.floor((index * bits) / 8)];
  return byte === undefined ? undefined : (byte >> ((index * bits) % 8)) & ((1 << bits) - 1);
}

/** Writes `status` at `index` into `list`. @throws RangeError past its end, or when the status needs more bits */
export function writeStatus(list: Bytes, bits: StatusBits, index: number, status: number): void {
  const at = Math.floor((index * bits) / 8);
  const old = list[at];
  if (old === undefined || status < 0 || status >= 1 << bits) throw new RangeError('status or index out of range');
  const shift = (index * bits) % 8;
  list[at] = (old & ~(((1 << bits) - 1) << shift)) | (status << shift);
}

/** An empty list of `size` statuses, all valid. */
export function createStatusList(size: number, bits: StatusBits): Bytes {
  return new Uint8Array(Math.ceil((size * bits) / 8));
}
