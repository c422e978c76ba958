/** When the tests of stores happen. */
export const at = new Date('2026-11-23T09:00:00Z');

/** So many milliseconds after that. */
export const later = (ms: number): Date => new Date(at.getTime() + ms);
